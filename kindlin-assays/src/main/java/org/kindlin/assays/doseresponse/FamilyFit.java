package org.kindlin.assays.doseresponse;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kindlin.numerics.curve.CurveFit;
import org.kindlin.numerics.curve.CurveOptions;
import org.kindlin.numerics.curve.CurveOutcome;
import org.kindlin.numerics.curve.CurveSearch;
import org.kindlin.numerics.curve.ErrorModel;
import org.kindlin.numerics.sigmoid.Constraint;
import org.kindlin.numerics.sigmoid.NotEstimable;
import org.kindlin.numerics.sigmoid.SigmoidData;
import org.kindlin.numerics.sigmoid.SigmoidFit;

/**
 * Fits any model to one curve.
 *
 * <p>Weights are those of the four-parameter logistic fit, the same for every model, so that their likelihoods can be
 * compared; where there is no such fit, all observations count alike.
 */
final class FamilyFit {
    private final CurveData data;
    private final CurveProtocol protocol;
    private final ErrorModel error;
    private final SigmoidData points;

    private FamilyFit(CurveData data, CurveProtocol protocol, ErrorModel error) {
        this.data = data;
        this.protocol = protocol;
        this.error = error;
        this.points = weighted(data, protocol);
    }

    static FamilyFit of(CurveData data, CurveProtocol protocol, ErrorModel error) {
        return new FamilyFit(data, protocol, error);
    }

    /** The curve, or the reason why there is none. */
    sealed interface Outcome {
        record Fitted(FamilyCurve curve) implements Outcome {}

        record Failed(NotEstimable.Reason reason) implements Outcome {}
    }

    Outcome fit(DoseModel model) {
        Optional<TestedRange> range = data.range();
        if (range.isEmpty()) {
            return new Outcome.Failed(NotEstimable.Reason.TOO_FEW_DOSES);
        }
        CurveOptions options = new CurveOptions(constraints(model), error);
        return switch (CurveSearch.fit(model.families(protocol.direction()), points, options)) {
            case CurveFit fit -> new Outcome.Fitted(new FamilyCurve(data, protocol, range.get(), model, fit));
            case CurveOutcome.None none -> new Outcome.Failed(none.reason());
        };
    }

    private static SigmoidData weighted(CurveData data, CurveProtocol protocol) {
        double[] x =
                data.observations().stream().mapToDouble(Observation::logDose).toArray();
        double[] y =
                data.observations().stream().mapToDouble(Observation::response).toArray();
        CurveProtocol logistic = CurveProtocol.standard(protocol.units()).with(protocol.weighting());
        return WeightedFit.fit(data, logistic)
                .fit()
                .map(SigmoidFit::data)
                .orElseGet(() -> SigmoidData.ofLogDoses(x, y));
    }

    /** What is stated of a logistic's parameters is stated of those that mean the same elsewhere. */
    private Map<String, Constraint> constraints(DoseModel model) {
        Map<String, Constraint> named = new HashMap<>(model.constraints());
        protocol.constraints().forEach((parameter, constraint) -> {
            switch (parameter) {
                case TOP -> named.put("top", constraint);
                case BOTTOM -> named.put("bottom", constraint);
                case ASYMMETRY -> named.put("asymmetry", constraint);
                case LOG_IC50 -> named.put("ic50", constraint);
                case HILL_SLOPE -> {
                    named.put("hillSlope", constraint);
                    named.put("slope", constraint);
                }
            }
        });
        return named;
    }
}

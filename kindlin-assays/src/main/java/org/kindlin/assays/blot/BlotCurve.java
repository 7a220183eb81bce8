package org.kindlin.assays.blot;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.doseresponse.CurveAnalysis;
import org.kindlin.assays.doseresponse.CurveData;
import org.kindlin.assays.doseresponse.CurveProtocol;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.doseresponse.FittedCurve;
import org.kindlin.assays.doseresponse.Observation;
import org.kindlin.assays.doseresponse.ParameterError;
import org.kindlin.numerics.mixed.Contrast;
import org.kindlin.numerics.mixed.CrossedFit;
import org.kindlin.numerics.sigmoid.Parameter;

/**
 * The curve of a ratio over doses from replicate blots, by generalised least squares: {@code ln ratio = ln curve(dose) + blot +
 * lane}.
 *
 * <p>The effects of blots and the curve are found in turn, the curve through ratios freed of their blots' effects with weights of
 * constant relative error. The errors of its parameters are those of the mixed model made linear about it (M. J. Lindstrom,
 * D. M. Bates, Biometrics 46:673-687, 1990): what all lanes of a blot share moves its plateaus, not its mid-point.
 */
final class BlotCurve {
    private static final double PERCENT = 100;
    private static final int ROUNDS = 3;
    private static final double LEAST_PART = 1e-3; // of the highest response: no logarithm below

    private final RatioModel model;
    private final Map<String, String> subject;
    private final CurveProtocol protocol;
    private final double reference;

    private BlotCurve(RatioModel model, Map<String, String> subject, CurveProtocol protocol, double reference) {
        this.model = model;
        this.subject = subject;
        this.protocol = protocol;
        this.reference = reference;
    }

    /** @param lanes references first, all with ratios of blots that have a reference */
    static CurveResult of(Map<String, String> subject, List<LaneRatio> lanes, CurveProtocol protocol, long seed) {
        RatioModel model = RatioModel.of(lanes, BlotCurve::dose);
        Optional<CrossedFit> byDose = model.byCondition();
        if (byDose.isEmpty()) {
            return CurveAnalysis.analyze(plain(subject, lanes), protocol, seed);
        }
        return new BlotCurve(model, subject, protocol, byDose.get().coefficients()[0]).analyze(byDose.get(), seed);
    }

    private static double dose(LaneRatio lane) {
        return lane.use().role() == LaneRole.REFERENCE ? 0 : lane.use().dose().orElseThrow();
    }

    private static CurveData plain(Map<String, String> subject, List<LaneRatio> lanes) {
        return CurveData.ofDoses(
                subject,
                lanes.stream().mapToDouble(BlotCurve::dose).toArray(),
                lanes.stream()
                        .mapToDouble(lane -> PERCENT * lane.fold().orElseThrow())
                        .toArray());
    }

    private CurveResult analyze(CrossedFit byDose, long seed) {
        CrossedFit mixed = byDose;
        Map<Parameter, ParameterError> errors = Map.of();
        CurveData data = data(mixed);
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Linear> linear = CurveAnalysis.fit(data, protocol).flatMap(this::linear);
            if (linear.isEmpty()) {
                return CurveAnalysis.analyze(data, protocol, seed);
            }
            mixed = linear.get().fit;
            errors = linear.get().errors();
            if (round < ROUNDS - 1) {
                data = data(mixed);
            }
        }
        return CurveAnalysis.analyze(
                data, protocol, seed, errors, "errors of the mixed model of log ratios, blots random");
    }

    /** Ratios in percent of the reference without their blots' effects. */
    private CurveData data(CrossedFit mixed) {
        double[] logs = model.logRatios();
        double[] blot = model.blotEffects(mixed);
        double common = model.withinBlots(mixed);
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < logs.length; i++) {
            LaneRatio lane = model.lanes().get(i);
            double relative = common + lane.logError() * lane.logError();
            observations.add(Observation.atDose(dose(lane), PERCENT * StrictMath.exp(logs[i] - blot[i] - reference))
                    .with(expected -> relative * square(Math.max(Math.abs(expected), LEAST_PART * PERCENT))));
        }
        return new CurveData(subject, observations);
    }

    private static double square(double value) {
        return value * value;
    }

    /** The mixed model with the curve's derivatives as fixed effects; empty where the logarithm of the curve has none. */
    private Optional<Linear> linear(FittedCurve fitted) {
        if (fitted.fit().covariance().isEmpty()) {
            return Optional.empty();
        }
        List<Parameter> free = fitted.fit().covariance().get().parameters();
        double[] response = model.logRatios();
        double[][] slopes = new double[response.length][free.size()];
        for (int i = 0; i < response.length; i++) {
            double logDose = StrictMath.log10(dose(model.lanes().get(i)));
            double value = fitted.curve().value(logDose);
            if (!(value > LEAST_PART * PERCENT)) {
                return Optional.empty();
            }
            double[] gradient = fitted.curve().gradient(logDose);
            for (int p = 0; p < free.size(); p++) {
                slopes[i][p] = gradient[free.get(p).place()] / value;
            }
            response[i] -= reference + StrictMath.log(value / PERCENT);
        }
        return model.fit(response, slopes).map(fit -> new Linear(free, fit));
    }

    /** A linear mixed model whose fixed effects are changes of the curve's free parameters. */
    private record Linear(List<Parameter> free, CrossedFit fit) {
        Map<Parameter, ParameterError> errors() {
            Map<Parameter, ParameterError> errors = new EnumMap<>(Parameter.class);
            for (int p = 0; p < free.size(); p++) {
                double[] unit = new double[free.size()];
                unit[p] = 1;
                Contrast contrast = fit.contrast(unit);
                errors.put(free.get(p), new ParameterError(contrast.standardError(), contrast.df()));
            }
            return errors;
        }
    }
}

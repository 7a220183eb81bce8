package org.kindlin.assays.blot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.doseresponse.CurveAnalysis;
import org.kindlin.assays.doseresponse.CurveData;
import org.kindlin.assays.doseresponse.CurveProtocol;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.doseresponse.FittedCurve;
import org.kindlin.assays.doseresponse.Observation;
import org.kindlin.numerics.mixed.CrossedFit;
import org.kindlin.numerics.sigmoid.Parameter;

/**
 * The curve of a ratio over doses from replicate blots, by generalised least squares: {@code ln ratio = ln curve(dose) + blot +
 * lane}.
 *
 * <p>The effects of blots and the curve are found in turn, the curve through ratios freed of their blots' effects with weights of
 * constant relative error. The errors of its parameters are those of the mixed model made linear about it (M. J. Lindstrom,
 * D. M. Bates, Biometrics 46:673-687, 1990): what all lanes of a blot share moves
 * neither its mid-point nor its plateaus in % of the reference ({@link LinearCurve}).
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

    private static boolean isReference(LaneRatio lane) {
        return lane.use().role() == LaneRole.REFERENCE;
    }

    private static double dose(LaneRatio lane) {
        return isReference(lane) ? 0 : lane.use().dose().orElseThrow();
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
        CurveData data = data(byDose);
        for (int round = 0; round < ROUNDS - 1; round++) {
            Optional<LinearCurve> linear = CurveAnalysis.fit(data, protocol).flatMap(this::linear);
            if (linear.isEmpty()) {
                return CurveAnalysis.analyze(data, protocol, seed);
            }
            data = data(linear.get().fit());
        }
        CurveData freed = data;
        return CurveAnalysis.fit(data, protocol)
                .flatMap(this::linear)
                .map(linear -> CurveAnalysis.analyze(freed, protocol, seed, linear.errors()))
                .orElseGet(() -> CurveAnalysis.analyze(freed, protocol, seed));
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
    private Optional<LinearCurve> linear(FittedCurve fitted) {
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
        return model.fit(response, slopes)
                .map(fit -> new LinearCurve(
                        fitted, free, fit, model.fit(response, withReference(slopes)), ofReference(slopes)));
    }

    /** One more column: that reference lanes lie off the curve's value at dose zero. */
    private double[][] withReference(double[][] slopes) {
        double[][] more = new double[slopes.length][];
        for (int i = 0; i < more.length; i++) {
            more[i] = Arrays.copyOf(slopes[i], slopes[i].length + 1);
            more[i][slopes[i].length] = isReference(model.lanes().get(i)) ? 1 : 0;
        }
        return more;
    }

    private double[] ofReference(double[][] slopes) {
        for (int i = 0; i < slopes.length; i++) {
            if (isReference(model.lanes().get(i))) {
                return slopes[i];
            }
        }
        throw new IllegalArgumentException("a curve in percent of a reference has lanes of it");
    }
}

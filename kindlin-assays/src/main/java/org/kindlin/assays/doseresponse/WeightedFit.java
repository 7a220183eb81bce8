package org.kindlin.assays.doseresponse;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.kindlin.numerics.sigmoid.SigmoidCurve;
import org.kindlin.numerics.sigmoid.SigmoidData;
import org.kindlin.numerics.sigmoid.SigmoidFit;
import org.kindlin.numerics.sigmoid.SigmoidOutcome;
import org.kindlin.numerics.sigmoid.SigmoidRegression;
import org.kindlin.numerics.sigmoid.SigmoidSpec;
import org.kindlin.numerics.statistics.Descriptive;

/** Fits a curve under the protocol's weighting. */
final class WeightedFit {
    /** A fitted response this small beside the largest, or a variance beside the mean one, is not believed smaller. */
    private static final double RESPONSE_FLOOR = 0.01;

    private static final double VARIANCE_FLOOR = 0.1;
    private static final int MOST_ROUNDS = 50;
    private static final double SETTLED = 1e-10;

    private WeightedFit() {}

    static SigmoidOutcome fit(CurveData data, CurveProtocol protocol) {
        List<Observation> observations = data.observations();
        double[] x = observations.stream().mapToDouble(Observation::logDose).toArray();
        double[] y = observations.stream().mapToDouble(Observation::response).toArray();
        SigmoidSpec spec = protocol.spec();
        return switch (protocol.weighting()) {
            case CONSTANT -> ofOwnVariances(data, x, y, spec);
            case RELATIVE -> iterated(x, y, spec, curve -> relativeWeights(x, curve));
            case REPLICATE_VARIANCE -> SigmoidRegression.fit(new SigmoidData(x, y, replicateWeights(data, x)), spec);
        };
    }

    private static SigmoidOutcome ofOwnVariances(CurveData data, double[] x, double[] y, SigmoidSpec spec) {
        boolean alike = data.observations().stream().allMatch(o -> o.variance().equals(ResponseVariance.ALIKE));
        return alike
                ? SigmoidRegression.fit(SigmoidData.ofLogDoses(x, y), spec)
                : iterated(x, y, spec, curve -> data.inverseVariances(curve::value));
    }

    /** Weights from the fitted curve, refitted until they stand still. */
    private static SigmoidOutcome iterated(
            double[] x, double[] y, SigmoidSpec spec, Function<SigmoidCurve, double[]> weighting) {
        SigmoidOutcome outcome = SigmoidRegression.fit(SigmoidData.ofLogDoses(x, y), spec);
        double[] weights = new double[0];
        for (int round = 0; round < MOST_ROUNDS && outcome instanceof SigmoidFit fit; round++) {
            double[] next = weighting.apply(fit.curve());
            if (isSettled(weights, next)) {
                return outcome;
            }
            weights = next;
            outcome = SigmoidRegression.fit(new SigmoidData(x, y, weights), spec);
        }
        return outcome;
    }

    private static double[] relativeWeights(double[] x, SigmoidCurve curve) {
        double[] fitted =
                Arrays.stream(x).map(logDose -> Math.abs(curve.value(logDose))).toArray();
        double largest = Arrays.stream(fitted).max().orElse(1);
        return Arrays.stream(fitted)
                .map(response -> Math.max(response, RESPONSE_FLOOR * largest))
                .map(response -> 1 / (response * response))
                .toArray();
    }

    private static boolean isSettled(double[] before, double[] after) {
        if (before.length != after.length) {
            return false;
        }
        for (int i = 0; i < after.length; i++) {
            if (Math.abs(after[i] - before[i]) > SETTLED * after[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Inverse variances of the replicates; a dose without replicates takes the pooled variance, and none goes below a
     * tenth of it: three wells agree by luck.
     */
    private static double[] replicateWeights(CurveData data, double[] x) {
        double pooled = pooledVariance(data);
        if (!(pooled > 0)) {
            double[] alike = new double[x.length];
            Arrays.fill(alike, 1);
            return alike;
        }
        return Arrays.stream(x)
                .map(logDose -> 1 / variance(data.responsesAt(logDose), pooled))
                .toArray();
    }

    private static double variance(double[] replicates, double pooled) {
        return replicates.length < 2 ? pooled : Math.max(Descriptive.variance(replicates), VARIANCE_FLOOR * pooled);
    }

    private static double pooledVariance(CurveData data) {
        double squares = 0;
        int df = 0;
        for (double logDose : data.logDoses()) {
            double[] replicates = data.responsesAt(logDose);
            squares += Descriptive.sumOfSquaresAboutMean(replicates);
            df += replicates.length - 1;
        }
        return df == 0 ? 0 : squares / df;
    }
}

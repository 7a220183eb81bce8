package org.kindlin.numerics.sigmoid;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Robust sigmoid fits by iteratively reweighted least squares; see {@link Loss}. */
final class RobustRegression {
    private static final int MAX_ROUNDS = 100;
    private static final double SETTLED = 1e-10;
    private static final double NORMAL_MAD = 0.6744897501960817;
    /** What a point of no weight keeps, so that every observation stays in the data. */
    private static final double LEAST_WEIGHT = 1e-12;

    private RobustRegression() {}

    static SigmoidOutcome fit(SigmoidData data, SigmoidSpec spec) {
        SigmoidSpec plain = spec.with(Loss.leastSquares());
        SigmoidOutcome start = SigmoidRegression.fit(data, plain);
        if (!(start instanceof SigmoidFit fit)) {
            return start;
        }
        return switch (spec.loss()) {
            case Loss.LeastSquares _ -> fit;
            case Loss.Huber huber -> reweighted(data, spec, fit, u -> huber(u, huber.tuning()));
            case Loss.Biweight biweight -> {
                SigmoidOutcome huber =
                        reweighted(data, spec, fit, u -> huber(u, Loss.huber().tuning()));
                yield huber instanceof SigmoidFit first
                        ? reweighted(data, spec, first, u -> biweight(u, biweight.tuning()))
                        : huber;
            }
        };
    }

    private static SigmoidOutcome reweighted(
            SigmoidData data, SigmoidSpec spec, SigmoidFit start, DoubleUnaryOperator weight) {
        double scale = scale(data, start.curve());
        if (scale == 0) {
            return labelled(start, spec);
        }
        SigmoidFit current = start;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            double[] weights = weights(data, current.curve(), scale, weight);
            SigmoidOutcome next = SigmoidRegression.fit(data.reweighted(weights), spec.with(Loss.leastSquares()));
            if (!(next instanceof SigmoidFit fit)) {
                return next;
            }
            boolean settled = distance(data, fit.curve(), current.curve()) <= SETTLED * scale;
            current = fit;
            if (settled) {
                break;
            }
        }
        return labelled(current, spec);
    }

    private static double[] weights(SigmoidData data, SigmoidCurve curve, double scale, DoubleUnaryOperator weight) {
        double[] weights = new double[data.size()];
        for (int i = 0; i < weights.length; i++) {
            double standardised = standardised(data, curve, i) / scale;
            weights[i] = data.weight()[i] * Math.max(weight.applyAsDouble(standardised), LEAST_WEIGHT);
        }
        return weights;
    }

    private static double standardised(SigmoidData data, SigmoidCurve curve, int i) {
        double residual = data.response()[i] - curve.value(data.logDose()[i]);
        return Math.abs(residual) * Math.sqrt(data.weight()[i]);
    }

    private static double scale(SigmoidData data, SigmoidCurve curve) {
        double[] sizes = new double[data.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = standardised(data, curve, i);
        }
        Arrays.sort(sizes);
        int middle = sizes.length / 2;
        double median = sizes.length % 2 == 1 ? sizes[middle] : 0.5 * (sizes[middle - 1] + sizes[middle]);
        return median / NORMAL_MAD;
    }

    private static double distance(SigmoidData data, SigmoidCurve first, SigmoidCurve second) {
        double largest = 0;
        for (double logDose : data.logDose()) {
            largest = Math.max(largest, Math.abs(first.value(logDose) - second.value(logDose)));
        }
        return largest;
    }

    private static double huber(double size, double tuning) {
        return size <= tuning ? 1 : tuning / size;
    }

    private static double biweight(double size, double tuning) {
        double part = size / tuning;
        return part >= 1 ? 0 : (1 - part * part) * (1 - part * part);
    }

    private static SigmoidFit labelled(SigmoidFit fit, SigmoidSpec spec) {
        return new SigmoidFit(
                spec,
                fit.data(),
                fit.curve(),
                fit.rss(),
                fit.observations(),
                fit.freeParameters(),
                fit.constantRss(),
                fit.pureErrorRss(),
                fit.doses(),
                fit.covariance(),
                fit.atBound(),
                fit.gradientNorm());
    }
}

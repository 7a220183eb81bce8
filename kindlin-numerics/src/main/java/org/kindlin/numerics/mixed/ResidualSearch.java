package org.kindlin.numerics.mixed;

import java.util.Arrays;

/**
 * Minimises the deviance over the parameters of the residuals, everything else profiled out: Newton's method with central
 * differences of fourth order.
 */
final class ResidualSearch {
    private static final double STEP = 1e-3;
    private static final int MOST_STEPS = 60;
    private static final double DECREMENT = 1e-13;
    private static final double FURTHEST = 3;
    private static final double[] STARTING_LOGITS = {-1, 1, 3};

    private final MixedData data;
    private final RandomStructure structure;
    private final ResidualModel residuals;
    private final Criterion criterion;

    ResidualSearch(MixedData data, RandomStructure structure, ResidualModel residuals, Criterion criterion) {
        this.data = data;
        this.structure = structure;
        this.residuals = residuals;
        this.criterion = criterion;
    }

    /** The fit at the best parameters. */
    record Found(MixedFit fit, ResidualModel.Parameters parameters) {}

    Found minimise() {
        int strata = 1
                + data.subjects().stream()
                        .flatMapToInt(subject -> Arrays.stream(subject.stratum()))
                        .max()
                        .orElse(0);
        double[] best = new double[0];
        double lowest = Double.POSITIVE_INFINITY;
        double[] starts = residuals.isSerial() ? STARTING_LOGITS : new double[] {0};
        for (double logit : starts) {
            double[] start = new double[residuals.size(strata)];
            if (residuals.isSerial()) {
                start[0] = logit;
            }
            double[] found = descend(start);
            double value = deviance(found);
            if (value < lowest) {
                lowest = value;
                best = found;
            }
        }
        return new Found(fit(best), residuals.parameters(best));
    }

    private MixedFit fit(double[] unbounded) {
        ResidualModel.Whitened whitened = residuals.whiten(data, residuals.parameters(unbounded));
        return MixedModel.fit(whitened.data(), structure, criterion, whitened.logDeterminant());
    }

    private double deviance(double[] unbounded) {
        return fit(unbounded).criterionValue();
    }

    private double[] descend(double[] start) {
        double[] at = start.clone();
        double value = deviance(at);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = gradient(at);
            double[] direction = direction(at, value, gradient);
            double decrement = -SmallMatrix.dot(gradient, direction);
            double length =
                    Math.min(1, FURTHEST / Math.sqrt(SmallMatrix.dot(direction, direction) + Double.MIN_NORMAL));
            double[] trial = moved(at, direction, length);
            double next = deviance(trial);
            if (decrement < DECREMENT) {
                return next <= value ? trial : at;
            }
            while (next > value && length > 1e-9) {
                length /= 2;
                trial = moved(at, direction, length);
                next = deviance(trial);
            }
            if (next >= value) {
                return at;
            }
            at = trial;
            value = next;
        }
        return at;
    }

    private static double[] moved(double[] from, double[] direction, double length) {
        double[] moved = from.clone();
        SmallMatrix.addScaled(moved, length, direction);
        return moved;
    }

    private double[] gradient(double[] at) {
        double[] gradient = new double[at.length];
        for (int k = 0; k < at.length; k++) {
            gradient[k] = (8 * (near(at, k, STEP, k, 0) - near(at, k, -STEP, k, 0))
                            - near(at, k, 2 * STEP, k, 0)
                            + near(at, k, -2 * STEP, k, 0))
                    / (12 * STEP);
        }
        return gradient;
    }

    private double near(double[] at, int first, double by, int second, double also) {
        double[] moved = at.clone();
        moved[first] += by;
        moved[second] += also;
        return deviance(moved);
    }

    private double[] direction(double[] at, double value, double[] gradient) {
        int n = at.length;
        double h = 10 * STEP;
        double[] hessian = new double[n * n];
        for (int k = 0; k < n; k++) {
            hessian[k * n + k] = (near(at, k, h, k, 0) - 2 * value + near(at, k, -h, k, 0)) / (h * h);
            for (int j = 0; j < k; j++) {
                double mixed =
                        (near(at, k, h, j, h) - near(at, k, h, j, -h) - near(at, k, -h, j, h) + near(at, k, -h, j, -h))
                                / (4 * h * h);
                hessian[k * n + j] = mixed;
                hessian[j * n + k] = mixed;
            }
        }
        double[] inverse = SmallMatrix.Eigen.of(hessian, n).apply(value1 -> 1 / Math.max(Math.abs(value1), 1e-4));
        double[] direction = SmallMatrix.product(inverse, gradient, n, n, 1);
        for (int k = 0; k < n; k++) {
            direction[k] = -direction[k];
        }
        return direction;
    }
}

package org.kindlin.numerics.mixed;

import java.util.Arrays;

/**
 * Minimises the profiled deviance over the factor Λ by Newton's method with the exact Hessian, its eigenvalues taken by size,
 * and a step that is halved until the deviance falls.
 *
 * <p>The deviance does not change with the sign of a column of Λ, so the border of the covariances needs no bound: a diagonal
 * entry that is best at zero is an ordinary minimum there. A fit is on the border when setting such an entry to zero, with the
 * others free, costs less than {@value #NOTHING} of deviance: a rule on the likelihood, not on the size of a gradient.
 */
final class ThetaSearch {
    /** Deviance that no data can tell from none. */
    private static final double NOTHING = 1e-9;

    private static final int MOST_STEPS = 200;
    private static final double DECREMENT = 1e-11;
    private static final double SMALL = 1e-3;
    private static final double FLOOR = 1e-9;

    private final ProfiledDeviance deviance;
    private final CovarianceShape shape;

    ThetaSearch(ProfiledDeviance deviance, CovarianceShape shape) {
        this.deviance = deviance;
        this.shape = shape;
    }

    /**
     * Where a search ended.
     *
     * @param converged whether the last step would have lowered the deviance by less than it can be known
     * @param singular whether the covariance of the random effects is on the border
     */
    record Minimum(double[] theta, ProfiledDeviance.Point point, boolean converged, boolean singular, int steps) {}

    Minimum minimise() {
        double[] start = new double[shape.size()];
        for (int k = 0; k < start.length; k++) {
            start[k] = shape.isDiagonal(k) ? 1 : 0;
        }
        return positive(border(descend(start, new boolean[start.length])));
    }

    /** Tries every small diagonal entry at zero. */
    private Minimum border(Minimum free) {
        Minimum best = free;
        for (int k = shape.size() - 1; k >= 0; k--) {
            double[] theta = best.theta;
            if (shape.isDiagonal(k) && Math.abs(theta[k]) < SMALL * (1 + norm(theta))) {
                boolean[] held = new boolean[theta.length];
                for (int j = 0; j < held.length; j++) {
                    held[j] = shape.isDiagonal(j) && theta[j] == 0;
                }
                held[k] = true;
                double[] start = theta.clone();
                start[k] = 0;
                Minimum without = descend(start, held);
                if (without.point.value() - best.point.value() <= NOTHING) {
                    best = new Minimum(
                            without.theta, without.point, without.converged, true, best.steps + without.steps);
                }
            }
        }
        return best;
    }

    private static double norm(double[] theta) {
        return Math.sqrt(SmallMatrix.dot(theta, theta));
    }

    /** Columns with a negative diagonal entry change sign. */
    private Minimum positive(Minimum minimum) {
        double[] theta = minimum.theta.clone();
        for (int k = 0; k < theta.length; k++) {
            if (shape.isDiagonal(k) && theta[k] < 0) {
                for (int j = 0; j < theta.length; j++) {
                    theta[j] = shape.column(j) == shape.column(k) ? -theta[j] : theta[j];
                }
            }
        }
        return new Minimum(theta, minimum.point, minimum.converged, minimum.singular, minimum.steps);
    }

    private Minimum descend(double[] start, boolean[] held) {
        double[] theta = start.clone();
        ProfiledDeviance.Point point = deviance.at(theta, true);
        for (int step = 1; step <= MOST_STEPS; step++) {
            double[] gradient = gradient(theta, point);
            double[] direction = direction(theta, point, gradient, held);
            double decrement = -SmallMatrix.dot(gradient, direction);
            double length = 1;
            double[] trial = moved(theta, direction, length);
            ProfiledDeviance.Point next = deviance.at(trial, true);
            if (decrement < DECREMENT) {
                boolean better = next.value() <= point.value() + NOTHING;
                return new Minimum(better ? trial : theta, better ? next : point, true, false, step);
            }
            while (!(next.value() <= point.value() - 1e-4 * length * decrement) && length > 1e-12) {
                length /= 2;
                trial = moved(theta, direction, length);
                next = deviance.at(trial, true);
            }
            if (length <= 1e-12) {
                return new Minimum(theta, point, decrement < NOTHING, false, step);
            }
            theta = trial;
            point = next;
        }
        return new Minimum(theta, point, false, false, MOST_STEPS);
    }

    private static double[] moved(double[] theta, double[] direction, double length) {
        double[] moved = theta.clone();
        SmallMatrix.addScaled(moved, length, direction);
        return moved;
    }

    private double[] gradient(double[] theta, ProfiledDeviance.Point point) {
        double[] gradient = new double[theta.length];
        for (int k = 0; k < theta.length; k++) {
            gradient[k] = SmallMatrix.dot(shape.entries(shape.slope(theta, k)), point.gradient());
        }
        return gradient;
    }

    private double[] direction(double[] theta, ProfiledDeviance.Point point, double[] gradient, boolean[] held) {
        int n = theta.length;
        double[] hessian = hessian(shape, theta, point.gradient(), point.hessian());
        for (int k = 0; k < n; k++) {
            if (held[k]) {
                gradient[k] = 0;
                for (int j = 0; j < n; j++) {
                    hessian[k * n + j] = 0;
                    hessian[j * n + k] = 0;
                }
                hessian[k * n + k] = 1;
            }
        }
        SmallMatrix.Eigen eigen = SmallMatrix.Eigen.of(hessian, n);
        double largest = Arrays.stream(eigen.values()).map(Math::abs).max().orElse(1);
        double floor = Math.max(largest * FLOOR, Double.MIN_NORMAL);
        double[] inverse = eigen.apply(value -> 1 / Math.max(Math.abs(value), floor));
        double[] direction = SmallMatrix.product(inverse, gradient, n, n, 1);
        for (int k = 0; k < n; k++) {
            direction[k] = -direction[k];
        }
        return direction;
    }

    /** The Hessian by entries of Λ from gradient and Hessian by entries of D. */
    static double[] hessian(CovarianceShape shape, double[] theta, double[] gradient, double[] hessian) {
        int n = theta.length;
        int size = shape.size();
        double[][] slopes = new double[n][];
        for (int k = 0; k < n; k++) {
            slopes[k] = shape.entries(shape.slope(theta, k));
        }
        double[] result = new double[n * n];
        for (int k = 0; k < n; k++) {
            double[] h = SmallMatrix.product(slopes[k], hessian, 1, size, size);
            for (int j = 0; j < n; j++) {
                result[k * n + j] =
                        SmallMatrix.dot(h, slopes[j]) + SmallMatrix.dot(shape.entries(shape.curvature(k, j)), gradient);
            }
        }
        return result;
    }
}

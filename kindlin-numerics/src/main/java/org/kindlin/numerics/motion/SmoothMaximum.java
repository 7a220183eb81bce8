package org.kindlin.numerics.motion;

import java.util.function.ToDoubleFunction;

/**
 * The maximum of a smooth function of a few parameters within limits, by Newton's steps with differences for derivatives and
 * Marquardt's damping. Parameters should be of order one (logarithms).
 */
final class SmoothMaximum {
    private static final double FIRST = 1e-4;
    private static final double SECOND = 1e-3;
    private static final int MOST_STEPS = 40;
    private static final double LONGEST_STEP = 1.5;
    private static final double NOTHING_TO_GAIN = 1e-6;
    private static final double LARGEST_DAMPING = 1e8;

    private final ToDoubleFunction<double[]> function;
    private final double[] low;
    private final double[] high;
    private final boolean[] fixed;
    private final int size;
    private double[] at = {};
    private double value;
    private boolean settled;

    SmoothMaximum(ToDoubleFunction<double[]> function, double[] low, double[] high, boolean[] fixed) {
        this.function = function;
        this.low = low;
        this.high = high;
        this.fixed = fixed;
        this.size = low.length;
    }

    SmoothMaximum climb(double[] start) {
        at = within(start);
        value = function.applyAsDouble(at);
        double damping = 1e-2;
        for (int step = 0; step < MOST_STEPS && !settled; step++) {
            double[] gradient = gradient(at);
            boolean[] held = held(gradient);
            double[][] curvature = curvature(held);
            boolean improved = false;
            while (!improved && !settled && damping < LARGEST_DAMPING) {
                double[] direction = SymmetricEquations.solve(shifted(curvature, damping), gradient, held);
                double promised = promised(direction, gradient);
                if (promised < 0) { // the function curves upwards along some direction
                    damping *= 10;
                } else if (promised * (1 + damping) < NOTHING_TO_GAIN) {
                    settled = true;
                } else {
                    improved = tryStep(direction);
                    damping = improved ? Math.max(1e-8, damping * 0.1) : damping * 10;
                }
            }
            if (!improved) {
                break;
            }
        }
        return this;
    }

    private boolean tryStep(double[] direction) {
        double longest = 0;
        for (double d : direction) {
            longest = Math.max(longest, Math.abs(d));
        }
        double scale = Math.min(1, LONGEST_STEP / longest);
        double[] next = new double[size];
        for (int i = 0; i < size; i++) {
            next[i] = at[i] + scale * direction[i];
        }
        next = within(next);
        double there = function.applyAsDouble(next);
        if (there > value) {
            at = next;
            value = there;
            return true;
        }
        return false;
    }

    private static double promised(double[] direction, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < direction.length; i++) {
            sum += direction[i] * gradient[i];
        }
        return sum;
    }

    private double[] within(double[] x) {
        double[] inside = new double[size];
        for (int i = 0; i < size; i++) {
            inside[i] = Math.clamp(x[i], low[i], high[i]);
        }
        return inside;
    }

    private double[] gradient(double[] x) {
        double[] gradient = new double[size];
        for (int i = 0; i < size; i++) {
            gradient[i] = fixed[i] ? 0 : slope(function, x, i);
        }
        return gradient;
    }

    /** The derivative by one parameter. */
    static double slope(ToDoubleFunction<double[]> function, double[] x, int i) {
        double[] moved = x.clone();
        moved[i] = x[i] + FIRST;
        double above = function.applyAsDouble(moved);
        moved[i] = x[i] - FIRST;
        return (above - function.applyAsDouble(moved)) / (2 * FIRST);
    }

    private boolean[] held(double[] gradient) {
        boolean[] held = new boolean[size];
        for (int i = 0; i < size; i++) {
            held[i] = fixed[i]
                    || (at[i] <= low[i] + 1e-12 && gradient[i] <= 0)
                    || (at[i] >= high[i] - 1e-12 && gradient[i] >= 0);
        }
        return held;
    }

    /** Minus the second derivatives. */
    private double[][] curvature(boolean[] held) {
        double[][] curvature = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                if (!held[i] && !held[j]) {
                    curvature[i][j] = i == j ? second(i) : mixed(i, j);
                    curvature[j][i] = curvature[i][j];
                }
            }
        }
        return curvature;
    }

    private double second(int i) {
        return -(moved(i, SECOND, i, 0) - 2 * value + moved(i, -SECOND, i, 0)) / (SECOND * SECOND);
    }

    private double mixed(int i, int j) {
        double twist = moved(i, SECOND, j, SECOND)
                - moved(i, SECOND, j, -SECOND)
                - moved(i, -SECOND, j, SECOND)
                + moved(i, -SECOND, j, -SECOND);
        return -twist / (4 * SECOND * SECOND);
    }

    private double moved(int i, double byI, int j, double byJ) {
        double[] x = at.clone();
        x[i] += byI;
        x[j] += byJ;
        return function.applyAsDouble(x);
    }

    /** With more on the diagonal, whose entries count by their size. */
    private static double[][] shifted(double[][] curvature, double damping) {
        double[][] shifted = new double[curvature.length][];
        for (int i = 0; i < curvature.length; i++) {
            shifted[i] = curvature[i].clone();
            double size = Math.abs(curvature[i][i]);
            shifted[i][i] = size + damping * (1 + size);
        }
        return shifted;
    }

    double[] at() {
        return at.clone();
    }

    double value() {
        return value;
    }

    boolean settled() {
        return settled;
    }

    boolean[] held() {
        return held(gradient(at));
    }

    /** The inverse of the curvature at the maximum; zero for what is at a limit. */
    double[][] inverseCurvature() {
        boolean[] held = held();
        double[][] curvature = curvature(held);
        double[][] inverse = new double[size][];
        for (int j = 0; j < size; j++) {
            double[] unit = new double[size];
            unit[j] = held[j] ? 0 : 1;
            inverse[j] = SymmetricEquations.solve(curvature, unit, held);
        }
        return inverse;
    }
}

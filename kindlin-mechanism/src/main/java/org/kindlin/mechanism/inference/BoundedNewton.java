package org.kindlin.mechanism.inference;

import java.util.Arrays;

/**
 * Minimises an objective between bounds: Newton steps in a trust region (J. J. Moré, D. C. Sorensen, SIAM J. Sci. Stat.
 * Comput. 4:553, 1983), with the Fisher information or with that and a {@link CurvatureCorrection}, whichever foretold the last
 * gain better. Components that press against a bound are held; those that a step would carry past one stop there and the rest
 * of the step is found again. The region is a ball in units of a {@link Box}, a decade or a factor e on a logarithmic scale, so
 * that parameters the data say nothing about stay near where they are. Where the model has no answer the region shrinks.
 */
public final class BoundedNewton {
    private static final double FIRST_RADIUS = 1;
    private static final double LARGEST_RADIUS = 8;
    private static final double SMALLEST_RADIUS = 1e-10;
    private static final double FLAT_GRADIENT = 1e-6;
    private static final double SMALL_GAIN = 1e-9;
    private static final int PATIENCE = 4;

    private final Objective objective;
    private final double[] lower;
    private final double[] upper;
    private final double[] unit;
    private final double[] scaledGradient;
    private final double[][] scaledHessian;
    private final double[] scaledStep;
    private final boolean[] fixed;
    private final int size;
    private final double[] gradient;
    private final double[][] information;
    private final double[][] completed;
    private final CurvatureCorrection correction;
    private final double[] before;
    private final TrustRegionStep subproblem;
    private final double[] moved;
    private final boolean[] free;

    /** A search in this box. */
    public BoundedNewton(Objective objective, Box box) {
        this.objective = objective;
        this.size = objective.dimension();
        this.lower = box.lower().clone();
        this.upper = box.upper().clone();
        this.unit = box.unit().clone();
        this.scaledGradient = new double[size];
        this.scaledHessian = new double[size][size];
        this.scaledStep = new double[size];
        this.fixed = new boolean[size];
        this.gradient = new double[size];
        this.information = new double[size][size];
        this.completed = new double[size][size];
        this.correction = new CurvatureCorrection(size);
        this.before = new double[size];
        this.subproblem = new TrustRegionStep(size);
        this.moved = new double[size];
        this.free = new boolean[size];
    }

    /** Holds a component where it starts, or lets it go. */
    public void hold(int component, boolean held) {
        fixed[component] = held;
    }

    /** The minimum that is reached from this point in so many steps. */
    public Optimum from(double[] start, int iterations) {
        double[] point = new double[size];
        for (int i = 0; i < size; i++) {
            point[i] = Math.clamp(start[i], lower[i], upper[i]);
        }
        correction.forget();
        double value = objective.derivatives(point, gradient, information);
        boolean corrected = false;
        boolean learned = false;
        if (!Double.isFinite(value)) {
            return new Optimum(point, Double.POSITIVE_INFINITY, Double.NaN, 0, Optimum.Ending.NO_START);
        }
        double radius = FIRST_RADIUS;
        int idle = 0;
        double[] trial = new double[size];
        for (int k = 0; k < iterations; k++) {
            double norm = chooseFree(point);
            if (norm < FLAT_GRADIENT) {
                return new Optimum(point, value, norm, k, Optimum.Ending.GRADIENT);
            }
            double[][] hessian = corrected ? completed : information;
            double length = step(point, trial, radius, hessian);
            double predicted = predictedGain(hessian);
            double reached = predicted > 0 ? objective.value(trial) : Double.POSITIVE_INFINITY;
            double ratio = (value - reached) / predicted;
            if (!(ratio > 0.25)) {
                radius = Math.min(radius, length) * 0.25;
            } else if (ratio > 0.75 && length > 0.8 * radius) {
                radius = Math.min(2 * radius, LARGEST_RADIUS);
            }
            if (!(ratio > 1e-4)) {
                if (radius < SMALLEST_RADIUS || predicted <= 1e-12 * (1 + Math.abs(value))) {
                    return new Optimum(point, value, norm, k, Optimum.Ending.NO_GAIN);
                }
                continue;
            }
            idle = value - reached < SMALL_GAIN * (1 + Math.abs(value)) ? idle + 1 : 0;
            double gained = value - reached;
            double byInformation = Math.abs(predictedGain(information) - gained);
            double byCompleted = Math.abs(predictedGain(completed) - gained);
            System.arraycopy(trial, 0, point, 0, size);
            System.arraycopy(gradient, 0, before, 0, size);
            double again = objective.derivatives(point, gradient, information);
            value = Double.isFinite(again) ? again : reached;
            for (int i = 0; i < size; i++) {
                before[i] = gradient[i] - before[i];
            }
            correction.learn(moved, before, information);
            correction.complete(information, completed);
            corrected = learned && byCompleted < byInformation;
            learned = true;
            if (idle >= PATIENCE || !Double.isFinite(again)) {
                return new Optimum(point, value, chooseFree(point), k + 1, Optimum.Ending.NO_GAIN);
            }
        }
        return new Optimum(point, value, chooseFree(point), iterations, Optimum.Ending.ITERATIONS);
    }

    /** Chooses what may move; returns the largest component of the gradient among it. */
    private double chooseFree(double[] point) {
        double norm = 0;
        for (int i = 0; i < size; i++) {
            boolean pressed = (point[i] <= lower[i] && gradient[i] > 0) || (point[i] >= upper[i] && gradient[i] < 0);
            free[i] = !fixed[i] && !pressed;
            norm = free[i] ? Math.max(norm, unit[i] * Math.abs(gradient[i])) : norm;
        }
        return norm;
    }

    /** Puts the point after the best step within the region and the bounds into {@code trial}; returns its length. */
    private double step(double[] point, double[] trial, double radius, double[][] hessian) {
        boolean[] open = free.clone();
        Arrays.fill(moved, 0);
        Arrays.fill(scaledStep, 0);
        for (int i = 0; i < size; i++) {
            scaledGradient[i] = gradient[i] * unit[i];
            for (int j = 0; j < size; j++) {
                scaledHessian[i][j] = hessian[i][j] * unit[i] * unit[j];
            }
        }
        for (int round = 0; round <= size; round++) {
            subproblem.solve(scaledGradient, scaledHessian, open, scaledStep, radius);
            boolean stopped = false;
            for (int i = 0; i < size; i++) {
                if (open[i]) {
                    moved[i] = scaledStep[i] * unit[i];
                    double to = point[i] + moved[i];
                    if (to < lower[i] || to > upper[i]) {
                        moved[i] = (to < lower[i] ? lower[i] : upper[i]) - point[i];
                        scaledStep[i] = moved[i] / unit[i];
                        open[i] = false;
                        stopped = true;
                    }
                }
            }
            if (!stopped) {
                break;
            }
        }
        double length = 0;
        for (int i = 0; i < size; i++) {
            trial[i] = Math.clamp(point[i] + moved[i], lower[i], upper[i]);
            moved[i] = trial[i] - point[i];
            length += moved[i] / unit[i] * (moved[i] / unit[i]);
        }
        return Math.sqrt(length);
    }

    private double predictedGain(double[][] hessian) {
        double gain = 0;
        for (int i = 0; i < size; i++) {
            double turned = 0;
            for (int j = 0; j < size; j++) {
                turned += hessian[i][j] * moved[j];
            }
            gain -= moved[i] * (gradient[i] + 0.5 * turned);
        }
        return gain;
    }
}

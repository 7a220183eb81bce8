package org.kindlin.numerics.ode;

/**
 * The length of the next step from the error of this one, aiming at an error of 0.9 of the tolerance's power; after an
 * accepted step also from how the error changed (K. Gustafsson, ACM Trans. Math. Softw. 20:496, 1994).
 */
final class StepSizeControl {
    private static final double SAFETY = 0.9;
    private static final double LARGEST_GROWTH = 8;
    private static final double SMALLEST_SHRINK = 0.125;
    private static final double SMALLEST_ERROR = 1e-10;

    private double previousError;
    private double previousStep;
    private boolean rejected;

    /** Forgets the steps before. */
    void restart() {
        previousStep = 0;
        rejected = false;
    }

    /** The next step after one that was accepted. */
    double accepted(double step, double error, int order, boolean predict) {
        double bounded = Math.max(error, SMALLEST_ERROR);
        double factor = SAFETY * Math.pow(bounded, -1.0 / order);
        if (predict && previousStep > 0) {
            double trend = step / previousStep * Math.pow(previousError / bounded, 1.0 / order);
            factor = Math.min(factor, factor * trend);
        }
        factor = Math.min(rejected ? 1 : LARGEST_GROWTH, Math.max(SMALLEST_SHRINK, factor));
        previousError = Math.max(bounded, 1e-2);
        previousStep = step;
        rejected = false;
        return step * factor;
    }

    /** The next try after one that was not. */
    double rejected(double step, double error, int order) {
        rejected = true;
        if (!Double.isFinite(error)) {
            return step * 0.25;
        }
        return step * Math.max(SMALLEST_SHRINK, Math.min(0.9, SAFETY * Math.pow(error, -1.0 / order)));
    }
}

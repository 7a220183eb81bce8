package org.kindlin.numerics.ode;

/**
 * The length of the next step from the error of this one, aiming at an error of 0.9 of the tolerance's power; after an
 * accepted step also from how the error changed (K. Gustafsson, ACM Trans. Math. Softw. 20:496, 1994).
 */
public final class StepSizeControl {
    private static final double SAFETY = 0.9;
    private static final double LARGEST_GROWTH = 8;
    private static final double SMALLEST_SHRINK = 0.125;
    private static final double SMALLEST_ERROR = 1e-10;

    /** Of the bits of x divided by −5, those of its inverse fifth root to 3 %. */
    private static final long ROOT_OFFSET = 0x4CB8A8C154C98400L;

    private double previousError;
    private double previousStep;
    private boolean rejected;

    /** Forgets the steps before. */
    public void restart() {
        previousStep = 0;
        rejected = false;
    }

    /** The next step after one that was accepted. */
    public double accepted(double step, double error, int order, boolean predict) {
        double bounded = Math.max(error, SMALLEST_ERROR);
        double factor = SAFETY * inverseRoot(bounded, order);
        if (predict && previousStep > 0) {
            double trend = step / previousStep * inverseRoot(bounded / previousError, order);
            factor = Math.min(factor, factor * trend);
        }
        factor = Math.min(rejected ? 1 : LARGEST_GROWTH, Math.max(SMALLEST_SHRINK, factor));
        previousError = Math.max(bounded, 1e-2);
        previousStep = step;
        rejected = false;
        return step * factor;
    }

    /** The next try after one that was not. */
    public double rejected(double step, double error, int order) {
        rejected = true;
        if (!Double.isFinite(error)) {
            return step * 0.25;
        }
        return step * Math.max(SMALLEST_SHRINK, Math.min(0.9, SAFETY * inverseRoot(error, order)));
    }

    /** The inverse root; the fifth to nine digits by Newton's method, which costs a fraction of a power. */
    static double inverseRoot(double x, int order) {
        if (order != 5 || !(x >= Double.MIN_NORMAL)) {
            return Math.pow(x, -1.0 / order);
        }
        double y = Double.longBitsToDouble(ROOT_OFFSET - Double.doubleToRawLongBits(x) / 5);
        for (int i = 0; i < 3; i++) {
            double square = y * y;
            y *= 1.2 - 0.2 * x * (square * square * y);
        }
        return y;
    }
}

package org.kindlin.numerics.scale;

/**
 * A function that is nearly linear about zero and nearly exponential far from it, and the places where it takes a value.
 *
 * <p>{@code F(u) = size g(u)} for u of at least 0, where g(0) = 0 and g rises and is convex; {@code F(-u) = -F(u)}. Written
 * with expm1 about its own zero, F keeps full relative accuracy there.
 */
abstract class QuasiLogarithm {
    private static final int MOST_STEPS = 64;
    /** A step this small leaves an error far below rounding, because convergence is cubic. */
    private static final double SETTLED = 1e-9;

    final double rate;
    final double size;

    /**
     * The function that takes a value at a place.
     *
     * @param rate b, of the exponential
     * @param top value
     * @param atTop g where F is that value
     */
    QuasiLogarithm(double rate, double top, double atTop) {
        this.rate = rate;
        this.size = top / atTop;
    }

    /** g, its first and its second derivative at u of at least 0, written to the array. */
    abstract void evaluate(double u, double[] derivatives);

    abstract double shape(double u);

    final double value(double u) {
        return Math.copySign(size * shape(Math.abs(u)), u);
    }

    /**
     * The place of a value. Halley's iteration from the right: as g is convex and rises, the tangent at zero and the bare
     * exponential both meet the value beyond the root, and every step stays there until rounding.
     */
    final double place(double value) {
        double sought = Math.abs(value) / size;
        if (sought == 0 || !Double.isFinite(sought)) {
            return value;
        }
        double[] g = new double[3];
        evaluate(0, g);
        double u = Math.min(sought / g[1], StrictMath.log1p(sought) / rate);
        for (int i = 0; i < MOST_STEPS; i++) {
            evaluate(u, g);
            double newton = (g[0] - sought) / g[1];
            double step = newton / (1 - 0.5 * newton * g[2] / g[1]);
            u -= step;
            if (Math.abs(step) <= SETTLED * u) {
                break;
            }
        }
        return Math.copySign(u, value);
    }
}

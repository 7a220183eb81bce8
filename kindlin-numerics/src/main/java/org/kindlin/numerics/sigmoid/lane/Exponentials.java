package org.kindlin.numerics.sigmoid.lane;

/** {@code e^x} in every lane, for x from 0 to {@link #LARGEST}, and what else plain loops share. */
public final class Exponentials {
    public static final double LARGEST = 300;

    private static final int HALVINGS = 10;
    static final double FRACTION = 1.0 / (1 << HALVINGS);
    private static final double HUGE = 1e300;

    private Exponentials() {}

    /** {@code e^x}; x may be negative down to -2.5. */
    public static void of(double[] x, double[] e) {
        series(x, e);
        raise(e);
        raise(e);
        for (int l = 0; l < Moments.LANES; l++) {
            e[l] += 1;
        }
    }

    /** 1 for a positive number, else -1; without a branch, which would keep a loop from becoming vector instructions. */
    public static double sign(double x) {
        return 2 * Math.max(0, Math.min(1, x * HUGE * HUGE)) - 1;
    }

    /** {@code e^t - 1} for {@code t = x / 1024} below 0.3, by its series. */
    static void series(double[] x, double[] e) {
        for (int l = 0; l < Moments.LANES; l++) {
            double t = x[l] * FRACTION;
            double p = Math.fma(1.0 / 362880, t, 1.0 / 40320);
            p = Math.fma(p, t, 1.0 / 5040);
            p = Math.fma(p, t, 1.0 / 720);
            p = Math.fma(p, t, 1.0 / 120);
            p = Math.fma(p, t, 1.0 / 24);
            p = Math.fma(p, t, 1.0 / 6);
            p = Math.fma(p, t, 0.5);
            e[l] = Math.fma(p * t, t, t);
        }
    }

    /**
     * From {@code e^t - 1} to {@code e^(32 t) - 1}, by {@code (1 + e)^2 - 1 = e (2 + e)}, which keeps the relative error
     * of the exponential at that of its argument, about |x| units in the last place.
     */
    static void raise(double[] e) {
        for (int l = 0; l < Moments.LANES; l++) {
            double v = e[l];
            v = Math.fma(v, v, v + v);
            v = Math.fma(v, v, v + v);
            v = Math.fma(v, v, v + v);
            v = Math.fma(v, v, v + v);
            v = Math.fma(v, v, v + v);
            e[l] = v;
        }
    }
}

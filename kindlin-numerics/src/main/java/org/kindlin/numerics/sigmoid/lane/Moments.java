package org.kindlin.numerics.sigmoid.lane;

/**
 * Weighted moments of symmetric sigmoids of many curves, an array per moment with an entry per lane.
 *
 * <p>With {@code z = h (ln x - a)} and side = 1 or -1 the basis is {@code s = e^u / (1 + e^u)}, {@code u = side z}, less a
 * reference that only serves the arithmetic; {@code s'} and {@code s''} are its derivatives in z. A workspace.
 */
public final class Moments {
    public static final int LANES = 128;

    /** Natural logarithm of the mid-point, and the slope. */
    public final double[] mid = new double[LANES];

    public final double[] slope = new double[LANES];
    public final double[] side = new double[LANES];
    public final double[] reference = new double[LANES];
    /** Centred responses: [dose][lane]. */
    public final double[][] response;

    /** Sums over doses of {@code w s} and {@code w s^2}. */
    public final double[] one = new double[LANES];

    public final double[] ss = new double[LANES];
    /** Of {@code w s'}, {@code w s' z}; {@code w s''}, {@code w s'' z}, {@code w s'' z^2}. */
    public final double[] sum1 = new double[LANES];

    public final double[] sum1z = new double[LANES];
    public final double[] sum2 = new double[LANES];
    public final double[] sum2z = new double[LANES];
    public final double[] sum2zz = new double[LANES];
    /** The same times s. */
    public final double[] s1 = new double[LANES];

    public final double[] s1z = new double[LANES];
    public final double[] s2 = new double[LANES];
    public final double[] s2z = new double[LANES];
    public final double[] s2zz = new double[LANES];
    /** Of {@code w s'^2}, times z and times its square. */
    public final double[] d11 = new double[LANES];

    public final double[] d11z = new double[LANES];
    public final double[] d11zz = new double[LANES];
    /** Products with the responses. */
    public final double[] y0 = new double[LANES];

    public final double[] y1 = new double[LANES];
    public final double[] y1z = new double[LANES];
    public final double[] y2 = new double[LANES];
    public final double[] y2z = new double[LANES];
    public final double[] y2zz = new double[LANES];

    /** Of {@code L (1 - L) z^2}, without and with s. */
    final double[] sum1zz = new double[LANES];

    final double[] s1zz = new double[LANES];

    /** A dose of zero is so far away that every curve has reached its plateau there. */
    private static final double ZERO_DOSE = -1e5;

    final double[] lnDose;
    final double[] weight;

    /** @param lnDose natural logarithms of the doses; minus infinity is a dose of zero */
    public Moments(double[] lnDose, double[] weight) {
        this.lnDose = new double[lnDose.length];
        for (int i = 0; i < lnDose.length; i++) {
            this.lnDose[i] = Math.max(lnDose[i], ZERO_DOSE);
        }
        this.weight = weight;
        this.response = new double[lnDose.length][LANES];
    }

    /**
     * Takes the side into account, and derives the sums with s'': with r the reference, {@code L = s + r} and
     * {@code L (1 - L) = r (1 - r) + (1 - 2 r) s - s^2}.
     */
    void finish() {
        second(reference, sum1, s1, sum2);
        second(reference, sum1z, s1z, sum2z);
        second(reference, sum1zz, s1zz, sum2zz);
        second(reference, sum1, s1, d11, s2);
        second(reference, sum1z, s1z, d11z, s2z);
        second(reference, sum1zz, s1zz, d11zz, s2zz);
        multiply(side, sum1);
        multiply(side, sum1z);
        multiply(side, s1);
        multiply(side, s1z);
        multiply(side, y1);
        multiply(side, y1z);
    }

    private static void second(double[] reference, double[] sum, double[] withS, double[] second) {
        for (int l = 0; l < LANES; l++) {
            double c = Math.fma(-2, reference[l], 1);
            second[l] = Math.fma(c, sum[l], -2 * withS[l]);
        }
    }

    private static void second(double[] reference, double[] sum, double[] withS, double[] squares, double[] second) {
        for (int l = 0; l < LANES; l++) {
            double r = reference[l];
            double c = Math.fma(-2, r, 1);
            double rest = Math.fma(Math.fma(-r, r, r), sum[l], -squares[l]);
            second[l] = Math.fma(-c, withS[l], -2 * rest);
        }
    }

    private static void multiply(double[] x, double[] into) {
        for (int l = 0; l < LANES; l++) {
            into[l] *= x[l];
        }
    }
}

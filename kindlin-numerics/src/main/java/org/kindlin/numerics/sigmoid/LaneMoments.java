package org.kindlin.numerics.sigmoid;

import java.util.Arrays;

/**
 * Weighted moments of symmetric sigmoids of many curves at once, one curve per lane, written as plain loops over lanes
 * that the compiler turns into vector instructions. Only additions, multiplications, divisions and fused multiply-adds
 * are used, so the bits are the same on every platform.
 *
 * <p>With {@code z = h (ln x - a)} and side = 1 or -1 the basis is {@code s = e^u / (1 + e^u)}, {@code u = side z}, less a
 * reference that only serves the arithmetic; {@code s'} and {@code s''} are its derivatives in z. A workspace.
 */
final class LaneMoments {
    static final int LANES = 128;

    private static final int HALVINGS = 10;
    private static final double FRACTION = 1.0 / (1 << HALVINGS);
    static final double LARGEST_EXPONENT = 300;
    private static final double HUGE = 1e300;

    final double[] mid = new double[LANES];
    final double[] slope = new double[LANES];
    final double[] side = new double[LANES];
    final double[] reference = new double[LANES];
    final double[][] response;

    final double[] one = new double[LANES];
    final double[] ss = new double[LANES];
    final double[] sum1 = new double[LANES];
    final double[] sum1z = new double[LANES];
    final double[] sum2 = new double[LANES];
    final double[] sum2z = new double[LANES];
    final double[] sum2zz = new double[LANES];
    final double[] s1 = new double[LANES];
    final double[] s1z = new double[LANES];
    final double[] s2 = new double[LANES];
    final double[] s2z = new double[LANES];
    final double[] s2zz = new double[LANES];
    final double[] d11 = new double[LANES];
    final double[] d11z = new double[LANES];
    final double[] d11zz = new double[LANES];
    final double[] y0 = new double[LANES];
    final double[] y1 = new double[LANES];
    final double[] y1z = new double[LANES];
    final double[] y2 = new double[LANES];
    final double[] y2z = new double[LANES];
    final double[] y2zz = new double[LANES];

    private final double[][] all = {
        one, ss, sum1, sum1z, sum2, sum2z, sum2zz, s1, s1z, s2, s2z, s2zz, d11, d11z, d11zz, y0, y1, y1z, y2, y2z, y2zz
    };
    private final double[] z = new double[LANES];
    private final double[] size = new double[LANES];
    private final double[] grown = new double[LANES];
    private final double[] s = new double[LANES];
    private final double[] first = new double[LANES];
    private final double[] second = new double[LANES];
    private final double[] lnDose;
    private final double[] weight;

    LaneMoments(double[] lnDose, double[] weight) {
        this.lnDose = lnDose;
        this.weight = weight;
        this.response = new double[lnDose.length][LANES];
    }

    /** Sets every moment for the curves now in the lanes; responses are already centred. */
    void evaluate() {
        for (double[] moment : all) {
            Arrays.fill(moment, 0);
        }
        for (int dose = 0; dose < lnDose.length; dose++) {
            distances(lnDose[dose], mid, slope, z, size);
            series(size, grown);
            raise(grown);
            raise(grown);
            logistics(z, grown, side, reference, s, first, second);
            addMoments(weight[dose], response[dose]);
        }
    }

    private void addMoments(double w, double[] y) {
        moments(w, s, s, one, ss);
        moments(w, first, z, sum1, sum1z);
        moments(w, second, z, sum2, sum2z, sum2zz);
        products(w, s, first, z, s1, s1z);
        products(w, s, second, z, s2, s2z, s2zz);
        products(w, first, first, z, d11, d11z, d11zz);
        product(w, y, s, y0);
        products(w, y, first, z, y1, y1z);
        products(w, y, second, z, y2, y2z, y2zz);
    }

    /** {@code z}, and {@code |u|} within the range of the exponential. */
    private static void distances(double lnDose, double[] mid, double[] slope, double[] z, double[] size) {
        for (int l = 0; l < LANES; l++) {
            double distance = slope[l] * (lnDose - mid[l]);
            z[l] = distance;
            size[l] = Math.min(Math.abs(distance), LARGEST_EXPONENT);
        }
    }

    /** 1 for a positive number, else -1; without a branch, which would keep a loop from becoming vector instructions. */
    static double sign(double x) {
        return 2 * Math.max(0, Math.min(1, x * HUGE * HUGE)) - 1;
    }

    /** {@code e^x}, by the same series. */
    static void exponential(double[] x, double[] e) {
        series(x, e);
        raise(e);
        raise(e);
        for (int l = 0; l < LANES; l++) {
            e[l] += 1;
        }
    }

    /** {@code e^t - 1} for {@code t = x / 1024} below 0.3, by its series. */
    private static void series(double[] x, double[] e) {
        for (int l = 0; l < LANES; l++) {
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
    private static void raise(double[] e) {
        for (int l = 0; l < LANES; l++) {
            double v = e[l];
            v = Math.fma(v, v, v + v);
            v = Math.fma(v, v, v + v);
            v = Math.fma(v, v, v + v);
            v = Math.fma(v, v, v + v);
            v = Math.fma(v, v, v + v);
            e[l] = v;
        }
    }

    /** The logistic function of u and its derivatives in z, from {@code e^|u| - 1}. */
    private static void logistics(
            double[] z,
            double[] raised,
            double[] side,
            double[] reference,
            double[] s,
            double[] first,
            double[] second) {
        for (int l = 0; l < LANES; l++) {
            double grown = 1 + raised[l];
            double near = 1 / (1 + grown);
            double far = grown * near;
            double sign = 0.5 * side[l] * Math.signum(z[l]);
            double logistic = (0.5 + sign) * far + (0.5 - sign) * near;
            double product = near * far;
            s[l] = logistic - reference[l];
            first[l] = side[l] * product;
            second[l] = product * (1 - 2 * logistic);
        }
    }

    // Many short loops with few operands each: longer bodies are left scalar by the compiler.

    private static void moments(double w, double[] x, double[] z, double[] m0, double[] m1) {
        for (int l = 0; l < LANES; l++) {
            double wx = w * x[l];
            m0[l] += wx;
            m1[l] = Math.fma(wx, z[l], m1[l]);
        }
    }

    private static void moments(double w, double[] x, double[] z, double[] m0, double[] m1, double[] m2) {
        for (int l = 0; l < LANES; l++) {
            double wx = w * x[l];
            double wxz = wx * z[l];
            m0[l] += wx;
            m1[l] += wxz;
            m2[l] = Math.fma(wxz, z[l], m2[l]);
        }
    }

    private static void product(double w, double[] x, double[] y, double[] m0) {
        for (int l = 0; l < LANES; l++) {
            m0[l] = Math.fma(w * x[l], y[l], m0[l]);
        }
    }

    private static void products(double w, double[] x, double[] y, double[] z, double[] m0, double[] m1) {
        for (int l = 0; l < LANES; l++) {
            double wxy = w * x[l] * y[l];
            m0[l] += wxy;
            m1[l] = Math.fma(wxy, z[l], m1[l]);
        }
    }

    private static void products(double w, double[] x, double[] y, double[] z, double[] m0, double[] m1, double[] m2) {
        for (int l = 0; l < LANES; l++) {
            double wxy = w * x[l] * y[l];
            double wxyz = wxy * z[l];
            m0[l] += wxy;
            m1[l] += wxyz;
            m2[l] = Math.fma(wxyz, z[l], m2[l]);
        }
    }
}

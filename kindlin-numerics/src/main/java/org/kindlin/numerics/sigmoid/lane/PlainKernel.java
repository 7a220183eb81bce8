package org.kindlin.numerics.sigmoid.lane;

import java.util.Arrays;

/**
 * Plain loops over lanes. Many short ones with few operands each: longer bodies are left scalar by the compiler.
 */
final class PlainKernel implements LaneKernel {
    private static final int LANES = Moments.LANES;

    private final double[] z = new double[LANES];
    private final double[] grown = new double[LANES];
    private final double[] s = new double[LANES];
    private final double[] product = new double[LANES];
    private final double[] bent = new double[LANES];
    private final double[] score = new double[LANES];

    @Override
    public void moments(Moments m) {
        clear(m);
        for (int dose = 0; dose < m.lnDose.length; dose++) {
            distances(m.lnDose[dose], m.mid, m.slope, z, grown);
            Exponentials.series(grown, grown);
            Exponentials.raise(grown);
            Exponentials.raise(grown);
            logistics(z, grown, m.side, m.reference, s, product, bent);
            add(m, m.weight[dose], m.response[dose]);
        }
        m.finish();
    }

    private static void clear(Moments m) {
        double[][] summed = {
            m.one, m.ss, m.sum1, m.sum1z, m.sum1zz, m.s1, m.s1z, m.s1zz, m.d11, m.d11z, m.d11zz, m.y0, m.y1, m.y1z,
            m.y2, m.y2z, m.y2zz
        };
        for (double[] moment : summed) {
            Arrays.fill(moment, 0);
        }
    }

    private void add(Moments m, double w, double[] y) {
        basis(w, s, y, m.one, m.ss, m.y0);
        slopes(w, product, z, m.sum1, m.sum1z, m.sum1zz);
        products(w, product, z, s, m.s1, m.s1z, m.s1zz);
        products(w, product, z, product, m.d11, m.d11z, m.d11zz);
        products(w, product, z, y, m.y1, m.y1z);
        multiply(y, bent);
        products(w, product, z, bent, m.y2, m.y2z, m.y2zz);
    }

    /** {@code z}, and {@code |u|} within the range of the exponential. */
    private static void distances(double lnDose, double[] mid, double[] slope, double[] z, double[] size) {
        for (int l = 0; l < LANES; l++) {
            double distance = slope[l] * (lnDose - mid[l]);
            z[l] = distance;
            size[l] = Math.min(Math.abs(distance), Exponentials.LARGEST);
        }
    }

    /**
     * The logistic function L of u less its reference, {@code L (1 - L)}, and {@code 1 - 2 L}, from {@code e^|u| - 1}.
     */
    private static void logistics(
            double[] z,
            double[] raised,
            double[] side,
            double[] reference,
            double[] s,
            double[] product,
            double[] bent) {
        for (int l = 0; l < LANES; l++) {
            double grown = 1 + raised[l];
            double near = 1 / (1 + grown);
            double far = grown * near;
            double sign = 0.5 * side[l] * Math.signum(z[l]);
            double logistic = (0.5 + sign) * far + (0.5 - sign) * near;
            s[l] = logistic - reference[l];
            product[l] = near * far;
            bent[l] = Math.fma(-2, logistic, 1);
        }
    }

    private static void basis(double w, double[] s, double[] y, double[] one, double[] ss, double[] y0) {
        for (int l = 0; l < LANES; l++) {
            double ws = w * s[l];
            one[l] += ws;
            ss[l] = Math.fma(ws, s[l], ss[l]);
            y0[l] = Math.fma(ws, y[l], y0[l]);
        }
    }

    private static void slopes(double w, double[] x, double[] z, double[] m0, double[] m1, double[] m2) {
        for (int l = 0; l < LANES; l++) {
            double wx = w * x[l];
            double wxz = wx * z[l];
            m0[l] += wx;
            m1[l] += wxz;
            m2[l] = Math.fma(wxz, z[l], m2[l]);
        }
    }

    private static void products(double w, double[] x, double[] z, double[] y, double[] m0, double[] m1) {
        for (int l = 0; l < LANES; l++) {
            double wx = w * x[l];
            m0[l] = Math.fma(wx, y[l], m0[l]);
            m1[l] = Math.fma(wx * z[l], y[l], m1[l]);
        }
    }

    private static void products(double w, double[] x, double[] z, double[] y, double[] m0, double[] m1, double[] m2) {
        for (int l = 0; l < LANES; l++) {
            double wx = w * x[l];
            double wxz = wx * z[l];
            m0[l] = Math.fma(wx, y[l], m0[l]);
            m1[l] = Math.fma(wxz, y[l], m1[l]);
            m2[l] = Math.fma(wxz * z[l], y[l], m2[l]);
        }
    }

    private static void multiply(double[] x, double[] into) {
        for (int l = 0; l < LANES; l++) {
            into[l] *= x[l];
        }
    }

    @Override
    public void scan(double[][] basis, int[] groupStart, double[][] scaled, double[][] groupBest, double[] best) {
        Arrays.fill(best, 0);
        for (int g = 0; g < groupBest.length; g++) {
            Arrays.fill(groupBest[g], 0);
            for (int node = groupStart[g]; node < groupStart[g + 1]; node++) {
                NodeScore.multiply(basis[node], scaled, score);
                keepBest(score, node, groupBest[g]);
            }
            keepGreater(groupBest[g], best);
        }
    }

    private static void keepBest(double[] product, double node, double[] best) {
        for (int l = 0; l < LANES; l++) {
            best[l] = Math.max(best[l], NodeScore.of(product[l], node));
        }
    }

    private static void keepGreater(double[] values, double[] best) {
        for (int l = 0; l < LANES; l++) {
            best[l] = Math.max(best[l], values[l]);
        }
    }
}

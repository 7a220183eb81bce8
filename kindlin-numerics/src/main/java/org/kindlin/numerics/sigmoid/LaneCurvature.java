package org.kindlin.numerics.sigmoid;

import org.kindlin.numerics.sigmoid.lane.Moments;

/**
 * The explained sum of squares {@code R = P^2/Q} of the curves in the lanes, P and Q being the centred products of the
 * basis with the responses and with itself, and gradient and Hessian of {@code -R/2}, from {@link Moments}. Coordinates
 * are the mid-point in units of the curve's width 1/h, and the logarithm of the slope. A workspace.
 *
 * <p>Many short loops with few operands each: longer bodies are left scalar by the compiler.
 */
final class LaneCurvature {
    private static final int LANES = Moments.LANES;

    final double[] explained = new double[LANES];
    /** Q, and the amplitude P/Q. */
    final double[] spread = new double[LANES];

    final double[] amplitude = new double[LANES];
    /** Gradient in mid-point and slope. */
    final double[] gm = new double[LANES];

    final double[] gs = new double[LANES];
    /** Hessian. */
    final double[] hmm = new double[LANES];

    final double[] hms = new double[LANES];
    final double[] hss = new double[LANES];

    private final double[] inverse = new double[LANES];
    private final double[] qm = new double[LANES];
    private final double[] qs = new double[LANES];
    private final double[] tm = new double[LANES];
    private final double[] ts = new double[LANES];
    private final double[] bend = new double[LANES];
    private final double meanWeight;

    LaneCurvature(double totalWeight) {
        this.meanWeight = 1 / totalWeight;
    }

    /** Sets everything from moments that have been evaluated. */
    void evaluate(Moments m) {
        double w = meanWeight;
        amplitudes(m.one, m.ss, w, m.y0, spread, inverse, amplitude, explained);
        spreadSlope(m.one, m.sum1, m.s1, -w, -2, qm);
        spreadSlope(m.one, m.sum1z, m.s1z, -w, 2, qs);
        gradient(amplitude, m.y1, qm, 1, gm, tm);
        gradient(amplitude, m.y1z, qs, -1, gs, ts);
        bend(m.one, m.sum2, m.sum1, m.sum1, -w, bend);
        add(m.d11, m.s2, bend);
        hessian(bend, amplitude, m.y2, hmm);
        turn(tm, tm, inverse, hmm);
        bend(m.one, m.sum2z, m.sum1, m.sum1z, -w, bend);
        addProduct(m.one, m.sum1, -w, bend);
        add(m.d11z, m.s2z, bend);
        add(m.s1, bend);
        hessian(bend, amplitude, m.y2z, m.y1, hms);
        turn(tm, ts, inverse, hms);
        bend(m.one, m.sum2zz, m.sum1z, m.sum1z, -w, bend);
        addProduct(m.one, m.sum1z, -w, bend);
        add(m.d11zz, m.s2zz, bend);
        add(m.s1z, bend);
        hessian(bend, amplitude, m.y2zz, hss);
        addBent(amplitude, m.y1z, hss);
        turn(ts, ts, inverse, hss);
    }

    private static void amplitudes(
            double[] one,
            double[] ss,
            double w,
            double[] y,
            double[] spread,
            double[] inverse,
            double[] amplitude,
            double[] explained) {
        for (int l = 0; l < LANES; l++) {
            double q = ss[l] - one[l] * one[l] * w;
            double reciprocal = 1 / q;
            spread[l] = q;
            inverse[l] = reciprocal;
            amplitude[l] = y[l] * reciprocal;
            explained[l] = y[l] * y[l] * reciprocal;
        }
    }

    private static void spreadSlope(double[] one, double[] sum, double[] s, double w, double factor, double[] slope) {
        for (int l = 0; l < LANES; l++) {
            slope[l] = factor * Math.fma(one[l] * w, sum[l], s[l]);
        }
    }

    private static void gradient(
            double[] amplitude, double[] y, double[] slope, double sign, double[] gradient, double[] turn) {
        for (int l = 0; l < LANES; l++) {
            double half = 0.5 * amplitude[l] * slope[l];
            double product = sign * y[l];
            gradient[l] = amplitude[l] * (product + half);
            turn[l] = -product - (half + half);
        }
    }

    private static void bend(double[] one, double[] sum2, double[] left, double[] right, double w, double[] bend) {
        for (int l = 0; l < LANES; l++) {
            bend[l] = w * Math.fma(left[l], right[l], one[l] * sum2[l]);
        }
    }

    private static void addProduct(double[] x, double[] y, double w, double[] sum) {
        for (int l = 0; l < LANES; l++) {
            sum[l] = Math.fma(w * x[l], y[l], sum[l]);
        }
    }

    private static void add(double[] x, double[] y, double[] sum) {
        for (int l = 0; l < LANES; l++) {
            sum[l] += x[l] + y[l];
        }
    }

    private static void add(double[] x, double[] sum) {
        for (int l = 0; l < LANES; l++) {
            sum[l] += x[l];
        }
    }

    private static void hessian(double[] bend, double[] amplitude, double[] y, double[] hessian) {
        for (int l = 0; l < LANES; l++) {
            hessian[l] = amplitude[l] * Math.fma(amplitude[l], bend[l], -y[l]);
        }
    }

    private static void hessian(double[] bend, double[] amplitude, double[] y, double[] more, double[] hessian) {
        for (int l = 0; l < LANES; l++) {
            hessian[l] = amplitude[l] * (y[l] + more[l] - amplitude[l] * bend[l]);
        }
    }

    private static void addBent(double[] amplitude, double[] y, double[] hessian) {
        for (int l = 0; l < LANES; l++) {
            hessian[l] = Math.fma(-amplitude[l], y[l], hessian[l]);
        }
    }

    private static void turn(double[] left, double[] right, double[] inverse, double[] hessian) {
        for (int l = 0; l < LANES; l++) {
            hessian[l] = Math.fma(-left[l] * right[l], inverse[l], hessian[l]);
        }
    }
}

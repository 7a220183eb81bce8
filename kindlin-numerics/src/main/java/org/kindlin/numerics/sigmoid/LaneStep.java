package org.kindlin.numerics.sigmoid;

import org.kindlin.numerics.sigmoid.lane.Moments;

/**
 * Newton steps down {@code -R/2} in every lane, from {@link LaneCurvature}: the Hessian is shifted until it is positive
 * definite (Levenberg's shift in units of the Gauss-Newton diagonal), the step is shortened to a trust region and ends on
 * the box. A workspace.
 */
final class LaneStep {
    private static final int LANES = Moments.LANES;
    private static final double LONGEST_SHIFT = 2;
    private static final double LONGEST_STRETCH = 0.7;
    private static final double OVERSHOOT = 1.5;
    private static final double LEAST_CURVATURE = 1e-9;

    /** Where the step leads. */
    final double[] mid = new double[LANES];

    final double[] logSlope = new double[LANES];
    /** Twice the decrease of {@code -R/2} along the whole Newton step, to first order. */
    final double[] decrease = new double[LANES];

    private final double[] scaleM = new double[LANES];
    private final double[] scaleS = new double[LANES];
    private final double[] least = new double[LANES];
    private final double[] hmm = new double[LANES];
    private final double[] hss = new double[LANES];
    private final double[] dm = new double[LANES];
    private final double[] ds = new double[LANES];
    private final SearchBox box;

    LaneStep(SearchBox box) {
        this.box = box;
    }

    /** Sets the steps from here. */
    void compute(Moments m, LaneCurvature c, double[] logSlopeNow) {
        scale(c.amplitude, m.d11, m.d11zz, scaleM, scaleS);
        leastEigenvalue(c.hmm, c.hms, c.hss, scaleM, scaleS, least);
        shift(c.hmm, scaleM, least, hmm);
        shift(c.hss, scaleS, least, hss);
        solve(hmm, c.hms, hss, c.gm, c.gs, dm, ds);
        decrease(c.gm, c.gs, dm, ds, decrease);
        shorten(dm, ds);
        move(m.mid, dm, m.slope, box.low()[0], box.high()[0], mid);
        move(logSlopeNow, ds, box.low()[1], box.high()[1], logSlope);
    }

    /** The step of a lane that stands on the edge of the box: along the edge where the gradient pushes outward. */
    void computeOnEdge(Moments m, LaneCurvature c, double logSlopeNow, int l) {
        boolean holdM = box.isHeld(0, m.mid[l], c.gm[l]);
        boolean holdS = box.isHeld(1, logSlopeNow, c.gs[l]);
        double shift = OVERSHOOT * Math.max(LEAST_CURVATURE - least[l], 0);
        if (holdM) {
            dm[l] = 0;
            ds[l] = -c.gs[l] / Math.max(c.hss[l] + shift * scaleS[l], LEAST_CURVATURE * scaleS[l]);
        }
        if (holdS) {
            ds[l] = 0;
            dm[l] = holdM ? 0 : -c.gm[l] / Math.max(c.hmm[l] + shift * scaleM[l], LEAST_CURVATURE * scaleM[l]);
        }
        if (holdM || holdS) {
            decrease[l] = -(c.gm[l] * dm[l] + c.gs[l] * ds[l]);
            double size = Math.max(Math.abs(dm[l]) / LONGEST_SHIFT, Math.abs(ds[l]) / LONGEST_STRETCH);
            double factor = 1 / Math.max(size, 1);
            mid[l] = box.clip(0, m.mid[l] + factor * dm[l] / m.slope[l]);
            logSlope[l] = box.clip(1, logSlopeNow + factor * ds[l]);
        }
    }

    private static void scale(double[] amplitude, double[] d11, double[] d11zz, double[] scaleM, double[] scaleS) {
        for (int l = 0; l < LANES; l++) {
            double square = amplitude[l] * amplitude[l];
            scaleM[l] = square * d11[l];
            scaleS[l] = square * d11zz[l];
        }
    }

    private static void leastEigenvalue(
            double[] hmm, double[] hms, double[] hss, double[] scaleM, double[] scaleS, double[] least) {
        for (int l = 0; l < LANES; l++) {
            double m = 0.5 * hmm[l] / scaleM[l];
            double s = 0.5 * hss[l] / scaleS[l];
            double cross = hms[l] * hms[l] / (scaleM[l] * scaleS[l]);
            least[l] = m + s - Math.sqrt((m - s) * (m - s) + cross);
        }
    }

    private static void shift(double[] h, double[] scale, double[] least, double[] shifted) {
        for (int l = 0; l < LANES; l++) {
            shifted[l] = h[l] + OVERSHOOT * Math.max(LEAST_CURVATURE - least[l], 0) * scale[l];
        }
    }

    private static void solve(
            double[] hmm, double[] hms, double[] hss, double[] gm, double[] gs, double[] dm, double[] ds) {
        for (int l = 0; l < LANES; l++) {
            double reciprocal = 1 / (hmm[l] * hss[l] - hms[l] * hms[l]);
            dm[l] = (hms[l] * gs[l] - hss[l] * gm[l]) * reciprocal;
            ds[l] = (hms[l] * gm[l] - hmm[l] * gs[l]) * reciprocal;
        }
    }

    private static void decrease(double[] gm, double[] gs, double[] dm, double[] ds, double[] decrease) {
        for (int l = 0; l < LANES; l++) {
            decrease[l] = -(gm[l] * dm[l] + gs[l] * ds[l]);
        }
    }

    private static void shorten(double[] dm, double[] ds) {
        for (int l = 0; l < LANES; l++) {
            double size = Math.max(Math.abs(dm[l]) / LONGEST_SHIFT, Math.abs(ds[l]) / LONGEST_STRETCH);
            double factor = 1 / Math.max(size, 1);
            dm[l] *= factor;
            ds[l] *= factor;
        }
    }

    private static void move(double[] from, double[] step, double[] slope, double low, double high, double[] to) {
        for (int l = 0; l < LANES; l++) {
            to[l] = Math.min(Math.max(from[l] + step[l] / slope[l], low), high);
        }
    }

    private static void move(double[] from, double[] step, double low, double high, double[] to) {
        for (int l = 0; l < LANES; l++) {
            to[l] = Math.min(Math.max(from[l] + step[l], low), high);
        }
    }
}

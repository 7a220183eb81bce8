package org.kindlin.assays.blot.gel;

import org.kindlin.numerics.image.GaussianFilter;

/**
 * Finds how the bands of a lane are tilted and bent: strips of columns are shifted until their profiles agree with that of
 * the whole lane, and a parabola is drawn through the shifts.
 */
final class Straightener {
    private static final int STRIPS = 9;
    private static final int TURNS = 3;
    private static final int LEAST_SHIFT = 3;
    private static final double SHIFT_PART = 0.15;
    private static final double ROUNDED = 1e-9; // a difference of sums that is nothing but rounding

    private Straightener() {}

    static Lane straighten(LaneStrip upright, Lane lane) {
        Lane bent = lane;
        for (int turn = 0; turn < TURNS; turn++) {
            double[][] strips = new double[STRIPS][];
            double[] u = new double[STRIPS];
            for (int s = 0; s < STRIPS; s++) {
                int from = upright.column(lane.width() * (s / (double) STRIPS - 0.5));
                int to = upright.column(lane.width() * ((s + 1) / (double) STRIPS - 0.5));
                strips[s] = relief(upright.sum(bent, from, to));
                u[s] = 2 * upright.offset((from + to) / 2.0) / lane.width();
            }
            double[] whole = total(strips);
            double[] shift = new double[STRIPS];
            double[] weight = new double[STRIPS];
            int most = Math.max(LEAST_SHIFT, (int) (SHIFT_PART * lane.width()));
            for (int s = 0; s < STRIPS; s++) {
                weight[s] = best(whole, strips[s], most, shift, s);
            }
            double[] more = parabola(u, shift, weight);
            bent = bent.with(new double[] {bent.smile()[0] + more[0], bent.smile()[1] + more[1]});
            if (Math.abs(more[0]) + Math.abs(more[1]) < 0.05) {
                break;
            }
        }
        return bent;
    }

    private static double[] total(double[][] strips) {
        double[] total = new double[strips[0].length];
        for (double[] strip : strips) {
            for (int i = 0; i < total.length; i++) {
                total[i] += strip[i];
            }
        }
        return total;
    }

    /** The profile's slopes: bands align by their flanks, whatever their heights. */
    private static double[] relief(double[] profile) {
        double[] smooth = GaussianFilter.smooth(profile, 1.2);
        double[] slope = new double[profile.length];
        for (int i = 1; i < slope.length - 1; i++) {
            slope[i] = (smooth[i + 1] - smooth[i - 1]) / 2;
        }
        return slope;
    }

    /** The shift of best agreement goes to its place; how well it agrees is returned, from 0 to 1. */
    private static double best(double[] whole, double[] strip, int most, double[] shift, int at) {
        double[] agreement = new double[2 * most + 1];
        int top = 0;
        double all = product(strip, 0, strip, 0, strip.length);
        for (int d = -most; d <= most; d++) {
            int from = Math.max(0, -d);
            int count = whole.length - Math.abs(d);
            double product = product(whole, from, strip, from + d, count);
            // without the rows that the shift has moved out
            double size = all
                    - product(strip, 0, strip, 0, from + d)
                    - product(strip, from + d + count, strip, from + d + count, strip.length - from - d - count);
            agreement[d + most] = size > ROUNDED * all ? product / Math.sqrt(size) : 0;
            top = agreement[d + most] > agreement[top] ? d + most : top;
        }
        double norm = product(whole, 0, whole, 0, whole.length);
        double part = 0;
        if (top > 0 && top < 2 * most) {
            double bend = agreement[top - 1] - 2 * agreement[top] + agreement[top + 1];
            part = bend < 0 ? 0.5 * (agreement[top - 1] - agreement[top + 1]) / bend : 0;
        }
        shift[at] = top - most + part;
        boolean isAtEnd = top == 0 || top == 2 * most;
        double fits = norm > 0 ? agreement[top] / Math.sqrt(norm) : 0;
        return isAtEnd || fits < 0.5 ? 0 : fits * fits;
    }

    /** In four sums side by side: one alone would wait for every addition. */
    private static double product(double[] a, int i, double[] b, int j, int count) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int k = 0;
        for (; k + 3 < count; k += 4) {
            first += a[i + k] * b[j + k];
            second += a[i + k + 1] * b[j + k + 1];
            third += a[i + k + 2] * b[j + k + 2];
            fourth += a[i + k + 3] * b[j + k + 3];
        }
        for (; k < count; k++) {
            first += a[i + k] * b[j + k];
        }
        return first + second + (third + fourth);
    }

    /** The least-squares {@code c + a u + b u^2}: tilt a and smile b. */
    private static double[] parabola(double[] u, double[] shift, double[] weight) {
        double[][] m = new double[3][4];
        int used = 0;
        for (int s = 0; s < u.length; s++) {
            used += weight[s] > 0 ? 1 : 0;
            double[] terms = {1, u[s], u[s] * u[s]};
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    m[i][j] += weight[s] * terms[i] * terms[j];
                }
                m[i][3] += weight[s] * terms[i] * shift[s];
            }
        }
        if (used < STRIPS / 2 + 1) {
            return new double[] {0, 0};
        }
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                if (j != i) {
                    double factor = m[j][i] / m[i][i];
                    for (int k = i; k < 4; k++) {
                        m[j][k] -= factor * m[i][k];
                    }
                }
            }
        }
        return new double[] {m[1][3] / m[1][1], m[2][3] / m[2][2]};
    }
}

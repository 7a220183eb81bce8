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

    private Straightener() {}

    static Lane straighten(BlotSignal signal, Lane lane) {
        Lane bent = lane;
        for (int turn = 0; turn < TURNS; turn++) {
            double[] whole = relief(LaneProfile.sum(signal, bent, -lane.width() / 2, lane.width() / 2));
            double[] u = new double[STRIPS];
            double[] shift = new double[STRIPS];
            double[] weight = new double[STRIPS];
            int most = Math.max(LEAST_SHIFT, (int) (SHIFT_PART * lane.width()));
            for (int s = 0; s < STRIPS; s++) {
                double from = lane.width() * (s / (double) STRIPS - 0.5);
                double to = lane.width() * ((s + 1) / (double) STRIPS - 0.5);
                double[] strip = relief(LaneProfile.sum(signal, bent, from, to));
                u[s] = (from + to) / lane.width();
                weight[s] = best(whole, strip, most, shift, s);
            }
            double[] more = parabola(u, shift, weight);
            bent = bent.with(new double[] {bent.smile()[0] + more[0], bent.smile()[1] + more[1]});
            if (Math.abs(more[0]) + Math.abs(more[1]) < 0.05) {
                break;
            }
        }
        return bent;
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
        for (int d = -most; d <= most; d++) {
            double product = 0;
            double size = 0;
            for (int y = Math.max(0, -d); y < Math.min(whole.length, whole.length - d); y++) {
                product += whole[y] * strip[y + d];
                size += strip[y + d] * strip[y + d];
            }
            agreement[d + most] = size > 0 ? product / Math.sqrt(size) : 0;
            top = agreement[d + most] > agreement[top] ? d + most : top;
        }
        double norm = 0;
        for (double slope : whole) {
            norm += slope * slope;
        }
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

package org.kindlin.assays.blot.gel;

import org.kindlin.numerics.image.GaussianFilter;

/**
 * Finds how the bands of a lane are tilted and bent: parts of its width are shifted until their profiles agree with that of
 * the whole lane, and a parabola is drawn through the shifts.
 */
final class Straightener {
    private static final int PARTS = LaneStrip.PARTS;
    private static final int TURNS = 3;
    private static final int LEAST_SHIFT = 3;
    private static final double SHIFT_PART = 0.15;
    private static final double SMOOTHING = 1.2;
    private static final double ROUNDED = 1e-9; // a difference of sums that is nothing but rounding

    private Straightener() {}

    /** The profile of a lane along its bands. */
    static LaneProfile profile(BlotSignal signal, Lane lane) {
        LaneStrip strip = LaneStrip.of(signal, lane);
        Lane bent = lane;
        double[] u = new double[PARTS];
        for (int i = 0; i < PARTS; i++) {
            u[i] = (2 * i + 1.0) / PARTS - 1;
        }
        for (int turn = 0; turn < TURNS; turn++) {
            double[] more = parabola(strip, bent, u);
            bent = bent.with(new double[] {bent.smile()[0] + more[0], bent.smile()[1] + more[1]});
            strip = strip.along(signal, bent);
            if (Math.abs(more[0]) + Math.abs(more[1]) < 0.05) {
                break;
            }
        }
        return LaneProfile.of(strip, bent);
    }

    private static double[] parabola(LaneStrip strip, Lane bent, double[] u) {
        double[][] parts = relief(strip, bent);
        double[] whole = total(parts);
        double[] shift = new double[PARTS];
        double[] weight = new double[PARTS];
        double norm = squares(whole, 0, whole.length);
        int most = Math.max(LEAST_SHIFT, (int) (SHIFT_PART * bent.width()));
        for (int i = 0; i < PARTS; i++) {
            weight[i] = best(whole, norm, parts[i], most, shift, i);
        }
        return parabola(u, shift, weight);
    }

    private static double[] total(double[][] parts) {
        double[] total = new double[parts[0].length];
        for (double[] part : parts) {
            for (int i = 0; i < total.length; i++) {
                total[i] += part[i];
            }
        }
        return total;
    }

    /** The slopes of every part's profile: bands align by their flanks, whatever their heights. */
    private static double[][] relief(LaneStrip strip, Lane bent) {
        int rows = strip.rows();
        float[] profiles = new float[PARTS * rows];
        for (int part = 0; part < PARTS; part++) {
            round(strip.part(bent, part), profiles, part * rows);
        }
        float[] smooth = GaussianFilter.smooth(profiles, rows, PARTS, SMOOTHING, 0);
        double[][] slopes = new double[PARTS][];
        for (int part = 0; part < PARTS; part++) {
            slopes[part] = slopes(smooth, part * rows, rows);
        }
        return slopes;
    }

    private static void round(double[] profile, float[] profiles, int start) {
        for (int y = 0; y < profile.length; y++) {
            profiles[start + y] = (float) profile[y];
        }
    }

    private static double[] slopes(float[] smooth, int start, int rows) {
        double[] slopes = new double[rows];
        for (int y = 1; y < rows - 1; y++) {
            slopes[y] = (smooth[start + y + 1] - smooth[start + y - 1]) / 2;
        }
        return slopes;
    }

    /**
     * The shift of best agreement goes to its place; how well it agrees is returned, from 0 to 1.
     *
     * @param norm sum of the whole's squares
     */
    private static double best(double[] whole, double norm, double[] part, int most, double[] shift, int at) {
        double[] agreement = products(whole, part, most);
        int top = 0;
        double all = squares(part, 0, part.length);
        for (int d = -most; d <= most; d++) {
            // without the rows that the shift has moved out
            double size =
                    all - squares(part, 0, Math.max(0, d)) - squares(part, part.length + Math.min(0, d), part.length);
            agreement[d + most] = size > ROUNDED * all ? agreement[d + most] / Math.sqrt(size) : 0;
            top = agreement[d + most] > agreement[top] ? d + most : top;
        }
        double between = 0;
        if (top > 0 && top < 2 * most) {
            double bend = agreement[top - 1] - 2 * agreement[top] + agreement[top + 1];
            between = bend < 0 ? 0.5 * (agreement[top - 1] - agreement[top + 1]) / bend : 0;
        }
        shift[at] = top - most + between;
        boolean isAtEnd = top == 0 || top == 2 * most;
        double fits = norm > 0 ? agreement[top] / Math.sqrt(norm) : 0;
        return isAtEnd || fits < 0.5 ? 0 : fits * fits;
    }

    private static double squares(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i] * values[i];
        }
        return sum;
    }

    /** Sums of products at every shift, four shifts side by side: one sum alone would wait for every addition. */
    private static double[] products(double[] whole, double[] part, int most) {
        int shifts = (2 * most + 1 + 3) / 4 * 4;
        double[] room = new double[part.length + shifts];
        System.arraycopy(part, 0, room, most, part.length);
        double[] products = new double[shifts];
        for (int d = 0; d < shifts; d += 4) {
            double one = 0;
            double two = 0;
            double three = 0;
            double four = 0;
            for (int i = 0; i < whole.length; i++) {
                one += whole[i] * room[i + d];
                two += whole[i] * room[i + d + 1];
                three += whole[i] * room[i + d + 2];
                four += whole[i] * room[i + d + 3];
            }
            products[d] = one;
            products[d + 1] = two;
            products[d + 2] = three;
            products[d + 3] = four;
        }
        return products;
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
        if (used < PARTS / 2 + 1) {
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

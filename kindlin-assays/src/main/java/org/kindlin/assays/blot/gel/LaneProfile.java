package org.kindlin.assays.blot.gel;

import org.kindlin.numerics.image.ProfileNoise;

/**
 * The signal of a lane, row by row: the sum over its columns, along its bent bands.
 *
 * @param signal sums
 * @param baseline what lies below the bands, in the same sums
 * @param noise standard deviation of a sum
 */
public record LaneProfile(Lane lane, double[] signal, double[] baseline, double noise) {

    static LaneProfile of(BlotSignal signal, Lane lane) {
        double[] sums = sum(signal, lane, -lane.reach(), lane.reach());
        return new LaneProfile(lane, sums, new double[sums.length], ProfileNoise.of(sums));
    }

    LaneProfile above(double[] line) {
        return new LaneProfile(lane, signal, line, noise);
    }

    /** Signal less baseline. */
    public double[] net() {
        double[] net = new double[signal.length];
        for (int y = 0; y < net.length; y++) {
            net[y] = signal[y] - baseline[y];
        }
        return net;
    }

    /**
     * Sums over columns from one distance from the lane's middle to another; a column that lies partly within counts in
     * part, and rows are interpolated along the bend.
     */
    static double[] sum(BlotSignal signal, Lane lane, double from, double to) {
        int height = signal.height();
        double[] sums = new double[height];
        int columns = Math.max(1, (int) Math.rint(to - from));
        double step = (to - from) / columns;
        double[][] straight = new double[columns][height];
        for (int y = 0; y < height; y++) {
            double middle = lane.centreAt(y);
            for (int c = 0; c < columns; c++) {
                straight[c][y] = signal.at(middle + (from + (c + 0.5) * step), y);
            }
        }
        for (int c = 0; c < columns; c++) {
            double offset = from + (c + 0.5) * step;
            double[] column = straight[c];
            double drop = lane.drop(offset);
            int whole = (int) Math.floor(drop);
            double part = drop - whole;
            for (int y = 0; y < height; y++) { // beyond the picture its last row goes on
                double above = column[Math.clamp(y + whole, 0, height - 1)];
                double below = column[Math.clamp(y + whole + 1, 0, height - 1)];
                sums[y] += step * (above + part * (below - above));
            }
        }
        return sums;
    }
}

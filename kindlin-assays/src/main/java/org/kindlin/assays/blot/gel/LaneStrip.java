package org.kindlin.assays.blot.gel;

import java.util.stream.IntStream;

/**
 * A lane cut out along its middle, so that it stands upright, as slats side by side: sums along the rows of the pixels, and parts of
 * pixels, between two distances from the middle. Bands may be bent across slats, but next to not within one.
 *
 * @param cuts slats to each part of the lane's width
 * @param edges of the slats from the left, as distances from the lane's middle
 * @param slats from the left, each from the top
 */
record LaneStrip(int cuts, double[] edges, double[][] slats) {
    /** Parts of the lane's width; a margin on either side is one more. */
    static final int PARTS = 9;

    private static final double MOST_DROP = 0.25; // rows by which a band drops from edge to edge of a slat

    /** Cut finely enough for the bend of the lane's bands; 0 beyond the picture. */
    static LaneStrip of(BlotSignal signal, Lane lane) {
        int cuts = cuts(lane);
        double[] edges = edges(lane, cuts);
        double[][] slats = new double[edges.length - 1][signal.height()];
        double[] centres =
                IntStream.range(0, signal.height()).mapToDouble(lane::centreAt).toArray();
        RowSums sums = new RowSums(signal, centres, lane.reach());
        for (int top = 0; top < signal.height(); top += RowSums.ROWS) {
            sums.read(top);
            for (int y = top; y < Math.min(signal.height(), top + RowSums.ROWS); y++) {
                sums.between(y - top, centres[y], edges, slats, y);
            }
        }
        return new LaneStrip(cuts, edges, slats);
    }

    /** The same lane cut finely enough for another bend of its bands. */
    LaneStrip along(BlotSignal signal, Lane bent) {
        return cuts(bent) > cuts ? of(signal, bent) : this;
    }

    /** No slat is much narrower than a pixel. */
    private static int cuts(Lane lane) {
        double[] edges = edges(lane, 1);
        double most = 0;
        for (int i = 0; i + 1 < edges.length; i++) {
            most = Math.max(most, Math.abs(lane.drop(edges[i + 1]) - lane.drop(edges[i])));
        }
        double widest = Math.max(lane.width() / PARTS, lane.margin());
        return (int) Math.clamp(Math.ceil(most / MOST_DROP), 1, Math.max(1, Math.rint(widest)));
    }

    private static double[] edges(Lane lane, int cuts) {
        double[] edges = new double[(PARTS + 2) * cuts + 1];
        double half = lane.width() / 2;
        for (int i = 0; i < edges.length; i++) {
            double part = (double) i / cuts - 1;
            edges[i] = part < 0
                    ? -half + part * lane.margin()
                    : part > PARTS ? half + (part - PARTS) * lane.margin() : lane.width() * (part / PARTS - 0.5);
        }
        return edges;
    }

    int rows() {
        return slats[0].length;
    }

    /** Sums over the whole strip, rows interpolated along the bend of the lane's bands. */
    double[] sum(Lane bent) {
        return sum(bent, 0, slats.length);
    }

    /** The same over a part of the lane's width. */
    double[] part(Lane bent, int part) {
        return sum(bent, (part + 1) * cuts, (part + 2) * cuts);
    }

    private double[] sum(Lane bent, int first, int last) {
        double[] sums = new double[rows()];
        for (int i = first; i < last; i++) {
            double drop = bent.drop((edges[i] + edges[i + 1]) / 2);
            int whole = (int) Math.floor(drop);
            add(sums, slats[i], whole, drop - whole);
        }
        return sums;
    }

    /** Adds a slat lifted by whole rows and a part; beyond the picture its last row goes on. */
    private static void add(double[] sums, double[] slat, int whole, double part) {
        int rows = sums.length;
        int start = Math.clamp(-(long) whole, 0, rows);
        int end = Math.clamp(rows - 1L - whole, start, rows);
        for (int y = 0; y < start; y++) {
            sums[y] += slat[0];
        }
        for (int y = start; y < end; y++) {
            double here = slat[y + whole];
            sums[y] += here + part * (slat[y + whole + 1] - here);
        }
        for (int y = end; y < rows; y++) {
            sums[y] += slat[rows - 1];
        }
    }
}

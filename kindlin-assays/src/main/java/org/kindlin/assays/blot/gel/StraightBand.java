package org.kindlin.assays.blot.gel;

/**
 * The pixels of a band, laid straight by whole pixels: columns from the lane's left edge, rows along the band's bend. Beyond the
 * picture its last pixels go on.
 *
 * @param lefts column of the picture at which each row begins
 * @param first row of the picture at which the lane's middle begins
 * @param drops rows by which each column lies lower than the middle
 */
record StraightBand(BlotSignal signal, int[] lefts, int first, int[] drops) {

    /** The band between two rows of a lane's profile, both in it. */
    static StraightBand of(BlotSignal signal, Lane lane, int start, int end) {
        int reach = (int) lane.reach();
        int[] drops = new int[2 * reach + 1];
        for (int i = 0; i < drops.length; i++) {
            drops[i] = (int) Math.rint(lane.drop(i - reach));
        }
        int[] lefts = new int[end - start + 1];
        for (int y = 0; y < lefts.length; y++) {
            lefts[y] = (int) Math.rint(lane.centreAt(start + y)) - reach;
        }
        return new StraightBand(signal, lefts, start, drops);
    }

    int rows() {
        return lefts.length;
    }

    int columns() {
        return drops.length;
    }

    float at(int column, int row) {
        int x = Math.clamp(lefts[row] + column, 0, signal.width() - 1);
        return signal.values()[begin(column, row) + x];
    }

    /** Where the picture's row begins that a pixel lies in. */
    private int begin(int column, int row) {
        return Math.clamp(first + row + drops[column], 0, signal.height() - 1) * signal.width();
    }

    double[] column(int column) {
        double[] values = new double[rows()];
        for (int y = 0; y < values.length; y++) {
            values[y] = at(column, y);
        }
        return values;
    }

    /** The sum of each column. */
    double[] sums() {
        double[] sums = new double[columns()];
        for (int from = 0; from < sums.length; ) {
            int to = from + 1;
            while (to < sums.length && drops[to] == drops[from]) {
                to++;
            }
            for (int y = 0; y < rows(); y++) {
                add(sums, y, from, to);
            }
            from = to;
        }
        return sums;
    }

    /** Adds pixels of a row that lie side by side in the picture. */
    private void add(double[] sums, int row, int from, int to) {
        if (lefts[row] + from < 0 || lefts[row] + to > signal.width()) {
            for (int i = from; i < to; i++) {
                sums[i] += at(i, row);
            }
        } else {
            add(sums, signal.values(), begin(from, row) + lefts[row], from, to);
        }
    }

    private static void add(double[] sums, float[] values, int at, int from, int to) {
        for (int i = from; i < to; i++) {
            sums[i] += values[at + i];
        }
    }
}

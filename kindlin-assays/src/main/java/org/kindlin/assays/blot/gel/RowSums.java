package org.kindlin.assays.blot.gel;

import java.util.Arrays;

/**
 * Sums along a picture's rows over the columns that a lane has in any row, up to every column; of four rows at once, for in one alone
 * every addition would wait for the one before it. Beyond the picture pixels are 0.
 */
final class RowSums {
    /** Rows that are read at once. */
    static final int ROWS = 4;

    private final BlotSignal signal;
    private final int from; // column of the first pixel; before the picture where a lane reaches beyond it
    private final int left; // of the picture's columns within
    private final int right;
    private final double[][] sums;

    /**
     * @param centres of the lane in every row
     * @param reach of the lane to either side of them
     */
    RowSums(BlotSignal signal, double[] centres, double reach) {
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        for (double centre : centres) {
            first = Math.min(first, centre);
            last = Math.max(last, centre);
        }
        this.signal = signal;
        this.from = (int) Math.min(signal.width(), Math.floor(first - reach));
        int end = (int) Math.ceil(last + reach) + 2;
        this.left = Math.clamp(from, 0, signal.width());
        this.right = Math.clamp(end, left, signal.width());
        this.sums = new double[ROWS][Math.max(end, right) - from + 1];
    }

    /** Reads the rows from one on. */
    void read(int top) {
        int[] starts = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            starts[i] = Math.min(top + i, signal.height() - 1) * signal.width() + left;
        }
        sum(signal.values(), starts, right - left, left - from, sums[0], sums[1], sums[2], sums[3]);
        for (double[] row : sums) {
            Arrays.fill(row, right - from + 1, row.length, row[right - from]);
        }
    }

    private static void sum(
            float[] values,
            int[] starts,
            int count,
            int to,
            double[] one,
            double[] two,
            double[] three,
            double[] four) {
        int first = starts[0];
        int second = starts[1];
        int third = starts[2];
        int fourth = starts[3];
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int x = 0; x < count; x++) {
            one[to + x] = a;
            two[to + x] = b;
            three[to + x] = c;
            four[to + x] = d;
            a += values[first + x];
            b += values[second + x];
            c += values[third + x];
            d += values[fourth + x];
        }
        one[to + count] = a;
        two[to + count] = b;
        three[to + count] = c;
        four[to + count] = d;
    }

    /**
     * Sums between places, of one of the rows that were read last; a part of a pixel counts as a part of its value, and pixels have
     * their middles at whole numbers.
     *
     * @param middle to which the places are relative; they rise, and lie within the lane
     * @param between of the sums, one less than places: where they go, at {@code y} of each
     */
    void between(int row, double middle, double[] places, double[][] between, int y) {
        between(sums[row], middle + 0.5 - from, places, between, y);
    }

    private static void between(double[] line, double middle, double[] places, double[][] between, int y) {
        double before = until(line, middle + places[0]);
        for (int i = 0; i < between.length; i++) {
            double sum = until(line, middle + places[i + 1]);
            between[i][y] = sum - before;
            before = sum;
        }
    }

    private static double until(double[] line, double place) {
        int whole = (int) place;
        return line[whole] + (place - whole) * (line[whole + 1] - line[whole]);
    }
}

package org.kindlin.assays.event.gating;

import java.util.Arrays;

/**
 * One axis of a {@link PolygonGrid}: linear values in lines, numbered from 1 up; 0 for values beyond the polygon's extent.
 *
 * <p>Values are told apart by the upper half of their single-precision form: sign, exponent, seven bits of the mantissa.
 */
final class GridAxis {
    static final int BITS = 7;
    static final int SIDE = 1 << BITS;
    /** The line of values that are no finite numbers, which the grid knows nothing about. */
    static final int ASK = SIDE - 1;
    /** Lines that values of the extent are put into. */
    static final int LINES = SIDE - 2;

    private static final double SLACK = 1e-9;
    private static final double ROUNDING = 1e-14;
    private static final int KEYS = 1 << 16;
    private static final int NEGATIVE = KEYS / 2;
    private static final int INFINITE = 0x7F80;

    private final byte[] lines;
    private final double[] low = new double[SIDE];
    private final double[] high = new double[SIDE];
    private final double slack;

    private GridAxis(byte[] lines, double slack) {
        this.lines = lines;
        this.slack = slack;
    }

    /**
     * Lines over an extent of places.
     *
     * @param from lowest place
     * @param to highest place
     */
    static GridAxis of(Axis axis, double from, double to) {
        byte[] lines = new byte[KEYS];
        Arrays.fill(lines, INFINITE, NEGATIVE, (byte) ASK);
        Arrays.fill(lines, NEGATIVE + INFINITE, KEYS, (byte) ASK);
        GridAxis grid = new GridAxis(lines, SLACK * (to - from) + ROUNDING * Math.max(Math.abs(from), Math.abs(to)));
        Arrays.fill(grid.low, Double.NaN);
        Arrays.fill(grid.high, Double.NaN);
        double least = axis.threshold(from);
        double beyond = axis.threshold(Math.nextUp(to));
        if (Double.isNaN(least)) {
            return grid;
        }
        int first = Math.max(rank(key(least)), rank(NEGATIVE + INFINITE) + 2) - 1;
        int last = Double.isNaN(beyond) ? rank(INFINITE) - 1 : Math.min(rank(key(beyond)) + 1, rank(INFINITE) - 1);
        int at = first;
        for (int line = 1; line <= LINES && at <= last; line++) {
            double end = axis.invert(from + (to - from) * line / LINES);
            int until = line == LINES || Double.isNaN(end) ? last : Math.clamp(rank(key(end)), at - 1, last);
            if (until >= at) {
                grid.put(axis, line, at, until);
                at = until + 1;
            }
        }
        return grid;
    }

    private void put(Axis axis, int line, int first, int last) {
        for (int rank = first; rank <= last; rank++) {
            lines[keyOf(rank)] = (byte) line;
        }
        low[line] = place(axis, lowest(first), Double.NEGATIVE_INFINITY);
        high[line] = place(axis, highest(last), Double.POSITIVE_INFINITY);
    }

    private static double place(Axis axis, double value, double none) {
        double place = axis.place(value);
        return Double.isNaN(place) ? none : place;
    }

    /** The line of a value. */
    int line(double value) {
        return lines[key(value)];
    }

    /** The lowest place of a line; NaN for a line that no value is in. */
    double low(int line) {
        return low[line];
    }

    /** The highest place of a line; NaN for a line that no value is in. */
    double high(int line) {
        return high[line];
    }

    double middle(int line) {
        return 0.5 * (low[line] + high[line]);
    }

    /** What cells are to be widened by, so that rounding loses no edge of the polygon; infinite where places overflow. */
    double slack() {
        return slack;
    }

    /** Whether no value is in a line. */
    boolean isEmpty(int line) {
        return Double.isNaN(low[line]);
    }

    private static int key(double value) {
        return Float.floatToRawIntBits((float) value) >>> 16;
    }

    /** Keys in the order of their values. */
    private static int rank(int key) {
        return key < NEGATIVE ? NEGATIVE + key : KEYS - 1 - key;
    }

    private static int keyOf(int rank) {
        return rank >= NEGATIVE ? rank - NEGATIVE : KEYS - 1 - rank;
    }

    /** A value below all that have a key: rounding to single precision can move a value by half a step. */
    private static double lowest(int rank) {
        int key = keyOf(rank);
        return Math.nextDown(Float.intBitsToFloat(key < NEGATIVE ? key << 16 : key << 16 | 0xFFFF));
    }

    /** A value above all that have a key. */
    private static double highest(int rank) {
        int key = keyOf(rank);
        return Math.nextUp(Float.intBitsToFloat(key < NEGATIVE ? key << 16 | 0xFFFF : key << 16));
    }
}

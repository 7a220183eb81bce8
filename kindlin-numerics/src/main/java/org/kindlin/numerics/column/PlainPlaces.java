package org.kindlin.numerics.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Places from a {@link PlaceTable}, in passes over a block, all but one of which the compiler turns into vector instructions. It
 * does not do so for {@link Float#floatToRawIntBits}: bits are copied, and signs and distances are made of them as numbers.
 */
final class PlainPlaces {
    private static final int CELL = PlaceTable.CELLS - 1;
    private static final int INDEX_BITS = Integer.bitCount(CELL);
    private static final float LOWEST_BIT = Math.ulp(1f);
    private static final float FROM_MIDDLE = 1 - PlaceTable.MIDDLE;

    private float[] rounded = new float[0];
    private float[] magnitudes = new float[0];
    private int[] bits = new int[0];
    private int[] cells = new int[0];
    private float[] distances = new float[0];
    private float[] mirrored = new float[0];

    /** The bits of {@link PlaceTable#place}. */
    boolean place(PlaceTable table, double[] values, int count, float[] places, int to) {
        if (rounded.length < count) {
            rounded = new float[count];
            magnitudes = new float[count];
            bits = new int[count];
            cells = new int[count];
            distances = new float[count];
            mirrored = new float[count];
        }
        round(values, table.offset(), count, rounded, magnitudes);
        copyBits(magnitudes, count, bits);
        measure(bits, count, distances);
        find(bits, table.firstCell(), count, cells);
        boolean covered = table.isComplete() && areCells(cells, count);
        start(cells, count);
        evaluate(table.byCell(), cells, distances, count, mirrored);
        copyBits(rounded, count, bits);
        mirror(bits, Float.intBitsToFloat(table.mirror()), count, mirrored);
        System.arraycopy(mirrored, 0, places, to, count);
        return covered || clear(table, rounded, count, places, to);
    }

    private static void round(double[] values, float offset, int count, float[] rounded, float[] magnitudes) {
        for (int i = 0; i < count; i++) {
            float value = (float) values[i];
            rounded[i] = value;
            magnitudes[i] = Math.abs(value) + offset;
        }
    }

    private static void copyBits(float[] numbers, int count, int[] bits) {
        MemorySegment.copy(MemorySegment.ofArray(numbers), ValueLayout.JAVA_INT_UNALIGNED, 0, bits, 0, count);
    }

    /** What {@link PlaceTable#distance} gives. */
    private static void measure(int[] bits, int count, float[] distances) {
        for (int i = 0; i < count; i++) {
            distances[i] = (bits[i] & PlaceTable.IN_CELL) * LOWEST_BIT + FROM_MIDDLE;
        }
    }

    private static void find(int[] bits, int first, int count, int[] cells) {
        for (int i = 0; i < count; i++) {
            cells[i] = (bits[i] >>> PlaceTable.CELL_BITS) - first;
        }
    }

    private static boolean areCells(int[] cells, int count) {
        int beyond = 0;
        for (int i = 0; i < count; i++) {
            beyond |= cells[i] >>> INDEX_BITS;
        }
        return beyond == 0;
    }

    /** From cells to where their coefficients start; of some cell for a number that has none. */
    private static void start(int[] cells, int count) {
        for (int i = 0; i < count; i++) {
            cells[i] = (cells[i] & CELL) * PlaceTable.STRIDE;
        }
    }

    private static void evaluate(float[] byCell, int[] starts, float[] distances, int count, float[] places) {
        for (int i = 0; i < count; i++) {
            places[i] = PlaceTable.value(byCell, starts[i], distances[i]);
        }
    }

    /** What {@link PlaceTable#mirrored} gives. In place, because arrays that may overlap keep the compiler from its vectors. */
    private static void mirror(int[] bits, float twice, int count, float[] places) {
        for (int i = 0; i < count; i++) {
            int negative = bits[i] >> (Integer.SIZE - 1);
            places[i] = Math.fma(places[i], (float) (negative | 1), (float) -negative * twice + 0f);
        }
    }

    /** Takes the places of numbers that have none. Returns whether all have one. */
    private static boolean clear(PlaceTable table, float[] x, int count, float[] places, int to) {
        boolean known = true;
        for (int i = 0; i < count; i++) {
            if (!table.has(x[i])) {
                places[to + i] = Float.NaN;
            }
            known &= !Float.isNaN(places[to + i]);
        }
        return known;
    }
}

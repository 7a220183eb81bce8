package org.kindlin.numerics.column;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Arrays;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/** Rows of floats taken apart eight rows and eight columns at a time. */
final class VectorTurn {
    /** Rows and columns that are turned together. */
    static final int SIDE = 8;

    private static final VectorSpecies<Integer> ROW = IntVector.SPECIES_256;
    private static final IntVector LOWER = IntVector.fromArray(ROW, new int[] {0, 8, 1, 9, 2, 10, 3, 11}, 0);
    private static final IntVector UPPER = IntVector.fromArray(ROW, new int[] {4, 12, 5, 13, 6, 14, 7, 15}, 0);

    private final float[][] targets = new float[SIDE][];
    private float[] unwanted = new float[0];

    static boolean isFit(MemorySegment data, FloatRows rows) {
        return rows.channels() >= SIDE && data.isNative();
    }

    /** The columns of rows that are {@link #isFit}. */
    void split(MemorySegment data, FloatRows rows, int count, int[] channels, float[][] columns) {
        if (unwanted.length < count) {
            unwanted = new float[count];
        }
        int whole = count - count % SIDE;
        for (int window = 0; window < rows.channels(); window += SIDE) {
            int first = Math.min(window, rows.channels() - SIDE);
            if (choose(channels, window, first, columns)) {
                turn(data, rows, first, whole);
            }
        }
        for (int c = 0; c < channels.length; c++) {
            for (int row = whole; row < count; row++) {
                columns[c][row] = rows.get(data, row, channels[c]);
            }
        }
    }

    /** Which of the columns of a window are wanted, and whether any is. */
    private boolean choose(int[] channels, int window, int first, float[][] columns) {
        Arrays.fill(targets, unwanted);
        boolean any = false;
        for (int c = 0; c < channels.length; c++) {
            if (channels[c] >= window && channels[c] < window + SIDE) {
                targets[channels[c] - first] = columns[c];
                any = true;
            }
        }
        return any;
    }

    private void turn(MemorySegment data, FloatRows rows, int first, int count) {
        float[][] to = targets;
        ByteOrder order = rows.order();
        long bytes = rows.bytes();
        long at = (long) first * Float.BYTES;
        for (int i = 0; i < count; i += SIDE) {
            turn(data, at, bytes, order, to, i);
            at += SIDE * bytes;
        }
    }

    /** Eight rows become columns in three rounds, each of which zips the first four with the last four. */
    private static void turn(MemorySegment data, long at, long bytes, ByteOrder order, float[][] to, int i) {
        IntVector a0 = row(data, at, order);
        IntVector a1 = row(data, at + bytes, order);
        IntVector a2 = row(data, at + 2 * bytes, order);
        IntVector a3 = row(data, at + 3 * bytes, order);
        IntVector a4 = row(data, at + 4 * bytes, order);
        IntVector a5 = row(data, at + 5 * bytes, order);
        IntVector a6 = row(data, at + 6 * bytes, order);
        IntVector a7 = row(data, at + 7 * bytes, order);
        IntVector b0 = LOWER.selectFrom(a0, a4);
        IntVector b1 = UPPER.selectFrom(a0, a4);
        IntVector b2 = LOWER.selectFrom(a1, a5);
        IntVector b3 = UPPER.selectFrom(a1, a5);
        IntVector b4 = LOWER.selectFrom(a2, a6);
        IntVector b5 = UPPER.selectFrom(a2, a6);
        IntVector b6 = LOWER.selectFrom(a3, a7);
        IntVector b7 = UPPER.selectFrom(a3, a7);
        a0 = LOWER.selectFrom(b0, b4);
        a1 = UPPER.selectFrom(b0, b4);
        a2 = LOWER.selectFrom(b1, b5);
        a3 = UPPER.selectFrom(b1, b5);
        a4 = LOWER.selectFrom(b2, b6);
        a5 = UPPER.selectFrom(b2, b6);
        a6 = LOWER.selectFrom(b3, b7);
        a7 = UPPER.selectFrom(b3, b7);
        store(LOWER.selectFrom(a0, a4), to[0], i);
        store(UPPER.selectFrom(a0, a4), to[1], i);
        store(LOWER.selectFrom(a1, a5), to[2], i);
        store(UPPER.selectFrom(a1, a5), to[3], i);
        store(LOWER.selectFrom(a2, a6), to[4], i);
        store(UPPER.selectFrom(a2, a6), to[5], i);
        store(LOWER.selectFrom(a3, a7), to[6], i);
        store(UPPER.selectFrom(a3, a7), to[7], i);
    }

    private static IntVector row(MemorySegment data, long at, ByteOrder order) {
        return IntVector.fromMemorySegment(ROW, data, at, order);
    }

    private static void store(IntVector bits, float[] to, int at) {
        bits.reinterpretAsFloats().intoArray(to, at);
    }
}

package org.kindlin.numerics.survival;

import java.util.stream.IntStream;

/** Stable orders of doubles: a radix sort by 11 bits for many, an insertion sort for few. */
public final class TimeOrder {
    private static final int FEW = 64;
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = (Long.SIZE + DIGIT_BITS - 1) / DIGIT_BITS;
    private static final int RADIX = 1 << DIGIT_BITS;

    private TimeOrder() {}

    /** Positions of the values from the least to the greatest, equal ones in the order given; no value may be NaN. */
    public static int[] ascending(double[] values) {
        int[] order = IntStream.range(0, values.length).toArray();
        if (values.length <= FEW) {
            insertion(values, order);
            return order;
        }
        return radix(keys(values), order);
    }

    /** Positions of the values from the greatest to the least, equal ones in the order given. */
    public static int[] descending(double[] values) {
        double[] negated = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            negated[i] = -values[i];
        }
        return ascending(negated);
    }

    private static void insertion(double[] values, int[] order) {
        for (int i = 1; i < order.length; i++) {
            int moving = order[i];
            int j = i;
            while (j > 0 && values[order[j - 1]] > values[moving]) {
                order[j] = order[j - 1];
                j--;
            }
            order[j] = moving;
        }
    }

    /** Whole numbers that order as the values do; both zeros are one number. */
    private static long[] keys(double[] values) {
        long[] keys = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            long bits = Double.doubleToRawLongBits(values[i] + 0.0);
            keys[i] = bits ^ ((bits >> (Long.SIZE - 1)) | Long.MIN_VALUE);
        }
        return keys;
    }

    /** Keys travel with their positions, so that every pass reads in order. */
    private static int[] radix(long[] firstKeys, int[] positions) {
        int[][] starts = starts(firstKeys);
        long[] keys = firstKeys;
        int[] order = positions;
        long[] spareKeys = new long[keys.length];
        int[] spare = new int[order.length];
        for (int digit = 0; digit < DIGITS; digit++) {
            if (starts[digit].length == 0) {
                continue; // all alike in this digit
            }
            pass(digit * DIGIT_BITS, starts[digit], keys, order, spareKeys, spare);
            long[] sortedKeys = spareKeys;
            spareKeys = keys;
            keys = sortedKeys;
            int[] sorted = spare;
            spare = order;
            order = sorted;
        }
        return order;
    }

    private static void pass(int shift, int[] next, long[] keys, int[] order, long[] toKeys, int[] to) {
        for (int i = 0; i < keys.length; i++) {
            long key = keys[i];
            int place = next[(int) (key >>> shift) & (RADIX - 1)]++;
            toKeys[place] = key;
            to[place] = order[i];
        }
    }

    /** Where each run begins, for each digit; nothing for a digit with only one run. */
    private static int[][] starts(long[] keys) {
        int[][] starts = new int[DIGITS][RADIX];
        for (long key : keys) {
            for (int digit = 0; digit < DIGITS; digit++) {
                starts[digit][(int) (key >>> (digit * DIGIT_BITS)) & (RADIX - 1)]++;
            }
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            int[] counts = starts[digit];
            if (counts[(int) (keys[0] >>> (digit * DIGIT_BITS)) & (RADIX - 1)] == keys.length) {
                starts[digit] = new int[0];
            }
            int start = 0;
            for (int i = 0; i < starts[digit].length; i++) {
                int count = counts[i];
                counts[i] = start;
                start += count;
            }
        }
        return starts;
    }
}

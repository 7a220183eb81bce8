package org.kindlin.numerics.image;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Natural logarithms of whole pictures to the accuracy of single floats, the same bits on every machine.
 *
 * <p>A value is {@code 2^e (1 + f)} with 1 + f between sqrt(1/2) and sqrt(2), and {@code ln(1 + f)} a polynomial of degree nine
 * that interpolates it in Chebyshev's points: it errs by at most 5e-8. Bits and fractions are parted in bulk, so that all loops
 * run over many values at once.
 */
public final class Logarithm {
    private static final int ROOT_HALF = 0x3f3504f3; // the bits of sqrt(1/2)
    private static final float LN2 = 0.6931472f;
    private static final int BLOCK = 1024;

    private Logarithm() {}

    /** Replaces every value by its logarithm; values must be positive and normal; infinite ones are taken as 2^128. */
    public static void of(float[] values) {
        int[] bits = new int[BLOCK];
        int[] exponents = new int[BLOCK];
        float[] fractions = new float[BLOCK];
        MemorySegment all = MemorySegment.ofArray(values);
        for (int start = 0; start < values.length; start += BLOCK) {
            int count = Math.min(BLOCK, values.length - start);
            MemorySegment.copy(all, ValueLayout.JAVA_INT, 4L * start, bits, 0, count);
            part(bits, exponents);
            MemorySegment.copy(MemorySegment.ofArray(bits), ValueLayout.JAVA_FLOAT, 0, fractions, 0, BLOCK);
            add(fractions, exponents);
            System.arraycopy(fractions, 0, values, start, count);
        }
    }

    private static void part(int[] bits, int[] exponents) {
        for (int i = 0; i < bits.length; i++) {
            int exponent = (bits[i] - ROOT_HALF) >> 23;
            exponents[i] = exponent;
            bits[i] -= exponent << 23;
        }
    }

    private static void add(float[] fractions, int[] exponents) {
        for (int i = 0; i < fractions.length; i++) {
            float f = fractions[i] - 1;
            float high = 0.19973111f + f * (-0.16574942f + f * (0.14806291f + f * (-0.14258462f + f * 0.09005482f)));
            float low = -0.49999994f + f * (0.3333366f + f * (-0.25001615f + f * high));
            fractions[i] = exponents[i] * LN2 + (f + f * f * low);
        }
    }
}

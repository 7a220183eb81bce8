package org.kindlin.assays.xport;

import java.util.OptionalDouble;

/**
 * The IBM System/360 double: a sign, an exponent of 16 with bias 64, a fraction of 56 bits (IBM System/360 Principles of
 * Operation; SAS Technical Note TS-140). A missing value is a letter, a point or an underscore followed by zeros.
 */
final class IbmDouble {
    private static final int BYTES = 8;
    private static final int BIAS = 64;
    private static final int FRACTION_BITS = 56;
    private static final long FRACTION = (1L << FRACTION_BITS) - 1;
    private static final long MISSING = (long) '.' << FRACTION_BITS;

    private IbmDouble() {}

    /** The number in bytes of which those left out at the end are zero; none for a missing value. */
    static OptionalDouble read(byte[] bytes, int offset, int length) {
        long bits = 0;
        for (int i = 0; i < BYTES; i++) {
            bits = bits << Byte.SIZE | (i < length ? bytes[offset + i] & 0xFF : 0);
        }
        long fraction = bits & FRACTION;
        int first = (int) (bits >>> FRACTION_BITS);
        if (fraction == 0) {
            boolean zero = (first & 0x7F) == 0;
            return zero ? OptionalDouble.of(0) : OptionalDouble.empty();
        }
        int exponent = (first & 0x7F) - BIAS;
        // the fraction has its point before its 56 bits
        double size = Math.scalb((double) fraction, 4 * exponent - FRACTION_BITS);
        return OptionalDouble.of(first >= 0x80 ? -size : size);
    }

    /** The eight bytes of a number; exact but for exponents beyond 16^63. */
    static long write(OptionalDouble number) {
        if (number.isEmpty()) {
            return MISSING;
        }
        double value = number.getAsDouble();
        if (value == 0) {
            return 0;
        }
        double size = Math.abs(value);
        int binary = Math.getExponent(size) + 1; // size = f 2^binary with f in [0.5, 1)
        int exponent = Math.floorDiv(binary + 3, 4);
        if (exponent + BIAS > 127 || exponent + BIAS < 0) {
            return MISSING;
        }
        long fraction = (long) Math.scalb(size, FRACTION_BITS - 4 * exponent);
        long sign = value < 0 ? 1L << 63 : 0;
        return sign | (long) (exponent + BIAS) << FRACTION_BITS | fraction;
    }
}

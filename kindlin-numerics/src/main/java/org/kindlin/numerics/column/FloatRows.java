package org.kindlin.numerics.column;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Rows of nothing but floats, one after the other.
 *
 * @param channels floats in a row
 * @param isAscending whether the lowest byte of a float comes first
 */
public record FloatRows(int channels, boolean isAscending) {
    /** Constants, so that the compiler sees through them. */
    private static final ValueLayout.OfFloat ASCENDING =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final ValueLayout.OfFloat DESCENDING =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    /** Bytes of a row. */
    int bytes() {
        return channels * Float.BYTES;
    }

    ByteOrder order() {
        return isAscending ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    float get(MemorySegment data, int row, int channel) {
        return data.get(isAscending ? ASCENDING : DESCENDING, (long) row * bytes() + (long) channel * Float.BYTES);
    }

    /** Whole rows, as they lie. */
    void copy(MemorySegment data, int count, float[] rows) {
        MemorySegment.copy(data, isAscending ? ASCENDING : DESCENDING, 0, rows, 0, count * channels);
    }
}

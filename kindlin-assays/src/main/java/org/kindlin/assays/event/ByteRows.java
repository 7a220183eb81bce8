package org.kindlin.assays.event;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import org.kindlin.numerics.column.FloatRows;

/** Events of whole bytes, one after the other: nearly every file there is. */
final class ByteRows implements EventLayout {
    private static final int EXACT_SINGLE_BITS = 24;
    /** Constants, so that the compiler sees through them. */
    private static final ValueLayout.OfFloat ASCENDING =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final ValueLayout.OfFloat DESCENDING =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final int rowBytes;
    private final int[] offsets;
    private final int[] widths;
    private final org.kindlin.assays.event.ByteOrder order;
    private final boolean isAscending;
    private final boolean isDescending;

    /** Rows of parameters, each as wide as {@code bits} says, in eighths. */
    ByteRows(List<Integer> bits, org.kindlin.assays.event.ByteOrder order) {
        this.order = order;
        this.isAscending = order.isAscending();
        this.isDescending = order.isDescending();
        this.offsets = new int[bits.size()];
        this.widths = new int[bits.size()];
        int at = 0;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = at;
            widths[i] = bits.get(i) / Byte.SIZE;
            at = Math.addExact(at, widths[i]);
        }
        this.rowBytes = at;
    }

    @Override
    public long bitsPerEvent() {
        return (long) Byte.SIZE * rowBytes;
    }

    @Override
    public Column decode(MemorySegment data, int events, FcsParameter parameter) {
        int index = parameter.number() - 1;
        return switch (parameter.type()) {
            case FLOAT -> floats(data, events, offsets[index]);
            case DOUBLE -> doubles(data, events, offsets[index]);
            case INTEGER, ASCII -> wholes(data, events, parameter);
        };
    }

    @Override
    public void read(MemorySegment data, long from, int count, FcsParameter parameter, double[] values) {
        int index = parameter.number() - 1;
        MemorySegment rows = data.asSlice(from * rowBytes, (long) count * rowBytes);
        if (parameter.type() == DataType.FLOAT && isAscending) {
            long at = offsets[index];
            for (int i = 0; i < count; i++) {
                values[i] = rows.get(ASCENDING, at);
                at += rowBytes;
            }
            return;
        }
        if (parameter.type() == DataType.FLOAT && isDescending) {
            long at = offsets[index];
            for (int i = 0; i < count; i++) {
                values[i] = rows.get(DESCENDING, at);
                at += rowBytes;
            }
            return;
        }
        double[] decoded = decode(rows, count, parameter).toArray();
        System.arraycopy(decoded, 0, values, 0, count);
    }

    /** Whether the bytes of a number stand in a row, lowest or highest first. */
    boolean isInOrder() {
        return isAscending || isDescending;
    }

    /** Rows of nothing but floats. */
    FloatRows floats(int channels) {
        return new FloatRows(channels, isAscending);
    }

    private Column floats(MemorySegment data, int events, int offset) {
        float[] values = new float[events];
        if (isAscending || isDescending) {
            ValueLayout.OfFloat layout = isAscending ? ASCENDING : DESCENDING;
            for (int i = 0; i < events; i++) {
                values[i] = data.get(layout, (long) i * rowBytes + offset);
            }
            return new Column.Singles(values);
        }
        long[] bits = words(data, events, offset, Float.BYTES);
        for (int i = 0; i < events; i++) {
            values[i] = Float.intBitsToFloat((int) bits[i]);
        }
        return new Column.Singles(values);
    }

    private Column doubles(MemorySegment data, int events, int offset) {
        long[] bits = words(data, events, offset, Double.BYTES);
        double[] values = new double[events];
        for (int i = 0; i < events; i++) {
            values[i] = Double.longBitsToDouble(bits[i]);
        }
        return new Column.Doubles(values);
    }

    private Column wholes(MemorySegment data, int events, FcsParameter parameter) {
        long[] integers = integers(data, events, parameter);
        if (Byte.SIZE * widths[parameter.number() - 1] <= EXACT_SINGLE_BITS) {
            float[] values = new float[events];
            for (int i = 0; i < events; i++) {
                values[i] = integers[i];
            }
            return new Column.Singles(values);
        }
        double[] values = new double[events];
        for (int i = 0; i < events; i++) {
            values[i] = unsigned(integers[i]);
        }
        return new Column.Doubles(values);
    }

    /** An unsigned 64-bit number, to the nearest double. */
    static double unsigned(long value) {
        if (value >= 0) {
            return value;
        }
        return 2.0 * ((value >>> 1) | (value & 1));
    }

    @Override
    public long[] integers(MemorySegment data, int events, FcsParameter parameter) {
        int index = parameter.number() - 1;
        long[] values = words(data, events, offsets[index], widths[index]);
        for (int i = 0; i < events; i++) {
            values[i] &= parameter.mask();
        }
        return values;
    }

    /** Words of some bytes each, put together in the byte order of the file. */
    private long[] words(MemorySegment data, int events, int offset, int width) {
        long[] values = new long[events];
        int[] shifts = order.shifts(width);
        for (int k = 0; k < width; k++) {
            for (int i = 0; i < events; i++) {
                long at = (long) i * rowBytes + offset + k;
                values[i] |= (data.get(ValueLayout.JAVA_BYTE, at) & 0xFFL) << shifts[k];
            }
        }
        return values;
    }
}

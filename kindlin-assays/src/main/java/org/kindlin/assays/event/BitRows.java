package org.kindlin.assays.event;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * Events as one stream of bits without gaps, as FCS 2.0 and 3.0 allow for integers of any width. In a file of descending
 * byte order a value's first bit is the highest of what is left of a byte, in one of ascending order the lowest.
 */
final class BitRows implements EventLayout {
    private final long rowBits;
    private final long[] offsets;
    private final int[] widths;
    private final boolean lowestFirst;

    BitRows(List<Integer> bits, boolean lowestFirst) {
        this.lowestFirst = lowestFirst;
        this.offsets = new long[bits.size()];
        this.widths = new int[bits.size()];
        long at = 0;
        for (int i = 0; i < widths.length; i++) {
            offsets[i] = at;
            widths[i] = bits.get(i);
            at += widths[i];
        }
        this.rowBits = at;
    }

    @Override
    public long bitsPerEvent() {
        return rowBits;
    }

    @Override
    public Column decode(MemorySegment data, int events, FcsParameter parameter) {
        double[] values = new double[events];
        read(data, 0, events, parameter, values);
        return new Column.Doubles(values);
    }

    @Override
    public void read(MemorySegment data, long from, int count, FcsParameter parameter, double[] values) {
        for (int i = 0; i < count; i++) {
            values[i] = number(integer(data, from + i, parameter), parameter.type());
        }
    }

    @Override
    public long[] integers(MemorySegment data, int events, FcsParameter parameter) {
        long[] values = new long[events];
        for (int i = 0; i < events; i++) {
            values[i] = integer(data, i, parameter);
        }
        return values;
    }

    /** Beside integers of odd widths, {@code $PnDATATYPE} may make others floats, in the same stream. */
    private static double number(long bits, DataType type) {
        return switch (type) {
            case FLOAT -> Float.intBitsToFloat((int) bits);
            case DOUBLE -> Double.longBitsToDouble(bits);
            case INTEGER, ASCII -> ByteRows.unsigned(bits);
        };
    }

    private long integer(MemorySegment data, long event, FcsParameter parameter) {
        int index = parameter.number() - 1;
        return word(data, event * rowBits + offsets[index], widths[index]) & parameter.mask();
    }

    private long word(MemorySegment data, long from, int width) {
        long word = 0;
        for (int k = 0; k < width; k++) {
            long at = from + k;
            int bits = data.get(ValueLayout.JAVA_BYTE, at / Byte.SIZE);
            int inByte = (int) (at % Byte.SIZE);
            long bit = (bits >>> (lowestFirst ? inByte : Byte.SIZE - 1 - inByte)) & 1L;
            word |= bit << (lowestFirst ? k : width - 1 - k);
        }
        return word;
    }
}

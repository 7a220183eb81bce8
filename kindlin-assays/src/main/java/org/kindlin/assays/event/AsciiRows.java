package org.kindlin.assays.event;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/**
 * Events as decimal numbers ({@code $DATATYPE} A), each of a fixed number of characters, or all separated by space, tab,
 * comma, carriage return or line feed where {@code $PnB} is {@code *}.
 */
final class AsciiRows implements EventLayout {
    private final int[] widths;
    private final int rowBytes;
    private final boolean delimited;

    /** Rows of numbers of so many characters; 0 for delimited ones. */
    AsciiRows(List<Integer> characters) {
        this.widths = characters.stream().mapToInt(Integer::intValue).toArray();
        this.delimited = characters.contains(0);
        int sum = 0;
        for (int width : widths) {
            sum = Math.addExact(sum, width);
        }
        this.rowBytes = delimited ? 0 : sum;
    }

    boolean isDelimited() {
        return delimited;
    }

    @Override
    public long bitsPerEvent() {
        return (long) Byte.SIZE * rowBytes;
    }

    /** How many numbers a delimited segment holds. */
    static long numbers(MemorySegment data) {
        long count = 0;
        boolean inside = false;
        for (long at = 0; at < data.byteSize(); at++) {
            boolean character = isCharacter(data, at);
            count += character && !inside ? 1 : 0;
            inside = character;
        }
        return count;
    }

    @Override
    public Column decode(MemorySegment data, int events, FcsParameter parameter) {
        double[] values = new double[events];
        if (delimited) {
            fillDelimited(data, values, parameter.number() - 1);
        } else {
            read(data, 0, events, parameter, values);
        }
        return new Column.Doubles(values);
    }

    /** Delimited events have no address: reading some of them reads all before. */
    @Override
    public void read(MemorySegment data, long from, int count, FcsParameter parameter, double[] values) {
        int index = parameter.number() - 1;
        if (delimited) {
            double[] all = new double[Math.toIntExact(from + count)];
            fillDelimited(data, all, index);
            System.arraycopy(all, (int) from, values, 0, count);
            return;
        }
        int offset = 0;
        for (int i = 0; i < index; i++) {
            offset += widths[i];
        }
        for (int i = 0; i < count; i++) {
            values[i] = number(data, (from + i) * rowBytes + offset, widths[index]);
        }
    }

    private void fillDelimited(MemorySegment data, double[] values, int index) {
        long at = 0;
        long ordinal = 0;
        long last = (long) values.length * widths.length;
        while (at < data.byteSize() && ordinal < last) {
            long end = at;
            while (end < data.byteSize() && isCharacter(data, end)) {
                end++;
            }
            if (end > at) {
                if (ordinal % widths.length == index) {
                    values[(int) (ordinal / widths.length)] = number(data, at, (int) Math.min(end - at, 64));
                }
                ordinal++;
            }
            at = end + 1;
        }
    }

    private static boolean isCharacter(MemorySegment data, long at) {
        byte b = data.get(ValueLayout.JAVA_BYTE, at);
        return b != ' ' && b != '\t' && b != ',' && b != '\r' && b != '\n' && b != 0;
    }

    /** What is no number is NaN, which is outside every gate and named as such in statistics. */
    private static double number(MemorySegment data, long from, int length) {
        try {
            return Double.parseDouble(Latin.text(data, from, length).strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    @Override
    public long[] integers(MemorySegment data, int events, FcsParameter parameter) {
        double[] values = decode(data, events, parameter).toArray();
        long[] integers = new long[events];
        for (int i = 0; i < events; i++) {
            integers[i] = (long) values[i];
        }
        return integers;
    }
}

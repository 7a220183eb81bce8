package org.kindlin.assays.image.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.kindlin.assays.image.ImageDataException;

/** The bytes of a TIFF in its byte order; nothing outside the file can be read. */
final class TiffBytes {
    private static final int BIG = 43;

    private final byte[] file;
    private final ByteBuffer buffer;
    private final boolean isBig;

    private TiffBytes(byte[] file, ByteBuffer buffer, boolean isBig) {
        this.file = file;
        this.buffer = buffer;
        this.isBig = isBig;
    }

    static TiffBytes of(byte[] file) throws ImageDataException {
        ByteOrder order = file[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        ByteBuffer buffer = ByteBuffer.wrap(file).order(order);
        TiffBytes bytes = new TiffBytes(file, buffer, buffer.getShort(2) == BIG);
        if (bytes.isBig && (bytes.unsignedShort(4) != Long.BYTES || bytes.unsignedShort(6) != 0)) {
            throw new ImageDataException("header", "a BigTIFF whose offsets are not of 8 bytes", "export it again");
        }
        return bytes;
    }

    /** Whether offsets have 8 bytes. */
    boolean isBig() {
        return isBig;
    }

    ByteOrder order() {
        return buffer.order();
    }

    byte[] file() {
        return file;
    }

    int length() {
        return buffer.capacity();
    }

    long firstDirectory() throws ImageDataException {
        return isBig ? offset(8) : offset(4);
    }

    /** A number of the width of this file's offsets. */
    long offset(long at) throws ImageDataException {
        return isBig ? signedLong(at) : unsignedInt(at);
    }

    int unsignedByte(long at) throws ImageDataException {
        return buffer.get(within(at, Byte.BYTES)) & 0xFF;
    }

    int unsignedShort(long at) throws ImageDataException {
        return buffer.getShort(within(at, Short.BYTES)) & 0xFFFF;
    }

    long unsignedInt(long at) throws ImageDataException {
        return buffer.getInt(within(at, Integer.BYTES)) & 0xFFFFFFFFL;
    }

    long signedLong(long at) throws ImageDataException {
        return buffer.getLong(within(at, Long.BYTES));
    }

    float real(long at) throws ImageDataException {
        return buffer.getFloat(within(at, Float.BYTES));
    }

    double doubleReal(long at) throws ImageDataException {
        return buffer.getDouble(within(at, Double.BYTES));
    }

    /** Text up to a zero: UTF-8, or Latin-1 as programs before 2010 wrote it where it is no UTF-8. */
    String text(long at, int length) throws ImageDataException {
        int start = within(at, length);
        int end = start;
        while (end < start + length && file[end] != 0) {
            end++;
        }
        String text = new String(file, start, end - start, StandardCharsets.UTF_8);
        boolean isUtf8 = text.indexOf('\uFFFD') < 0;
        return isUtf8 ? text : new String(file, start, end - start, StandardCharsets.ISO_8859_1);
    }

    /** The place as an index, where that many bytes lie within the file. */
    int within(long at, long bytes) throws ImageDataException {
        if (at < 0 || bytes < 0 || bytes > length() || at > length() - bytes) {
            throw new ImageDataException(
                    "byte " + at,
                    "the file ends before what it refers to",
                    "the file is cut off; copy or export it again");
        }
        return (int) at;
    }
}

package org.kindlin.assays.image.tiff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Undoes the differencing of rows (TIFF 6.0, section 14; Adobe Photoshop TIFF Technical Note 3 for floats). */
final class Predictor {
    private Predictor() {}

    /**
     * Undoes the differences within one row.
     *
     * @param bytes samples as unpacked; replaced by samples in the order of the file
     * @param from where the row begins
     * @param samples in the row
     * @param stride channels side by side: a sample differs from the one so many before it
     */
    static void undo(int predictor, byte[] bytes, int from, int samples, int stride, int bits, ByteOrder order) {
        switch (predictor) {
            case 2 -> sums(ByteBuffer.wrap(bytes).order(order), from, samples, stride, bits / 8);
            case 3 -> floats(bytes, from, samples, stride, bits / 8, order);
            default -> {}
        }
    }

    private static void sums(ByteBuffer row, int from, int samples, int stride, int width) {
        for (int i = stride; i < samples; i++) {
            int here = from + i * width;
            int before = here - stride * width;
            switch (width) {
                case 1 -> row.put(here, (byte) (row.get(here) + row.get(before)));
                case 2 -> row.putShort(here, (short) (row.getShort(here) + row.getShort(before)));
                case 4 -> row.putInt(here, row.getInt(here) + row.getInt(before));
                default -> row.putLong(here, row.getLong(here) + row.getLong(before));
            }
        }
    }

    /** First bytes of all samples, then second bytes and so on, most significant first, each differenced. */
    private static void floats(byte[] bytes, int from, int samples, int stride, int width, ByteOrder order) {
        int length = samples * width;
        for (int i = stride; i < length; i++) {
            bytes[from + i] += bytes[from + i - stride];
        }
        byte[] whole = new byte[length];
        for (int i = 0; i < samples; i++) {
            for (int b = 0; b < width; b++) {
                int place = order == ByteOrder.BIG_ENDIAN ? b : width - 1 - b;
                whole[i * width + place] = bytes[from + b * samples + i];
            }
        }
        System.arraycopy(whole, 0, bytes, from, length);
    }
}

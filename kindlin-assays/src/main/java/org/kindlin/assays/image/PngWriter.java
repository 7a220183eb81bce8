package org.kindlin.assays.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.kindlin.numerics.image.BitMask;

/** Writes PNG images (W3C Portable Network Graphics, third edition): masks, grey pictures, coloured overlays. */
public final class PngWriter {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int GREY = 0;
    private static final int RGB = 2;

    private PngWriter() {}

    /** A grey picture of 8 bits, row by row. */
    public static byte[] grey(int width, int height, byte[] samples, String remark) {
        return write(width, height, 8, GREY, width, samples, remark);
    }

    /** A coloured picture: red, green and blue of each pixel in turn. */
    public static byte[] rgb(int width, int height, byte[] samples, String remark) {
        return write(width, height, 8, RGB, 3 * width, samples, remark);
    }

    /** A mask: white inside, one bit a pixel, the first of eight in the highest bit. */
    public static byte[] mask(BitMask mask, String remark) {
        int stride = (mask.width() + 7) / 8;
        byte[] bits = new byte[stride * mask.height()];
        ByteBuffer row = ByteBuffer.allocate(Long.BYTES * mask.stride());
        for (int y = 0; y < mask.height(); y++) {
            for (int i = 0; i < mask.stride(); i++) {
                row.putLong(i * Long.BYTES, Long.reverse(mask.words()[y * mask.stride() + i]));
            }
            row.get(0, bits, y * stride, stride);
        }
        return write(mask.width(), mask.height(), 1, GREY, stride, bits, remark);
    }

    private static byte[] write(int width, int height, int depth, int colour, int stride, byte[] rows, String remark) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13);
        header.putInt(width).putInt(height).put((byte) depth).put((byte) colour);
        chunk(out, "IHDR", header.array());
        if (!remark.isEmpty()) {
            chunk(out, "tEXt", ("Comment\0" + remark).getBytes(StandardCharsets.ISO_8859_1));
        }
        chunk(out, "IDAT", deflated(filtered(height, stride, depth == 1 ? 0 : colour == RGB ? 3 : 1, rows)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** Differences to the pixel on the left pack better; of masks the rows go as they are. */
    private static byte[] filtered(int height, int stride, int left, byte[] rows) {
        byte[] filtered = new byte[(stride + 1) * height];
        for (int y = 0; y < height; y++) {
            int to = y * (stride + 1);
            filtered[to] = (byte) (left > 0 ? 1 : 0);
            for (int i = 0; i < stride; i++) {
                int before = left > 0 && i >= left ? rows[y * stride + i - left] : 0;
                filtered[to + 1 + i] = (byte) (rows[y * stride + i] - before);
            }
        }
        return filtered;
    }

    private static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION)) {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] buffer = new byte[1 << 15];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        byte[] body = new byte[4 + content.length];
        System.arraycopy(type.getBytes(StandardCharsets.US_ASCII), 0, body, 0, 4);
        System.arraycopy(content, 0, body, 4, content.length);
        CRC32 crc = new CRC32();
        crc.update(body);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(body);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}

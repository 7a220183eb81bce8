package org.kindlin.assays.cytometry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.kindlin.figures.Colour;

/** A small true-colour PNG, the same bytes for the same pixels (PNG, ISO/IEC 15948). */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private Png() {}

    /** Pixels row by row from the top; null ones are transparent. */
    static byte[] of(Colour[][] rows) {
        int width = rows[0].length;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(rows.length);
        header.put((byte) 8).put((byte) 6).put(new byte[3]);
        chunk(out, "IHDR", header.array());
        ByteBuffer pixels = ByteBuffer.allocate(rows.length * (1 + 4 * width));
        for (Colour[] row : rows) {
            pixels.put((byte) 0);
            for (Colour colour : row) {
                boolean blank = colour.equals(Colour.WHITE);
                pixels.put((byte) colour.red()).put((byte) colour.green()).put((byte) colour.blue());
                pixels.put((byte) (blank ? 0 : 255));
            }
        }
        chunk(out, "IDAT", deflated(pixels.array()));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
            stream.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(name);
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}

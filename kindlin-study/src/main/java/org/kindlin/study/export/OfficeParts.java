package org.kindlin.study.export;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The parts of an Office document in memory, by its central directory (PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and
 * 4.3.16). The writer of workbooks leaves the sizes in local headers zero, which {@code ZipInputStream} does not read.
 *
 * <p>For documents that this program has just made; not for files from outside.
 */
final class OfficeParts {
    private static final int END_OF_DIRECTORY = 0x06054b50;
    private static final int STORED = 0;

    private OfficeParts() {}

    static List<ExportFile> of(byte[] office) {
        ByteBuffer zip = ByteBuffer.wrap(office).order(ByteOrder.LITTLE_ENDIAN);
        int end = office.length - 22;
        while (zip.getInt(end) != END_OF_DIRECTORY) {
            end--;
        }
        int count = Short.toUnsignedInt(zip.getShort(end + 10));
        int at = zip.getInt(end + 16);
        List<ExportFile> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int nameLength = Short.toUnsignedInt(zip.getShort(at + 28));
            String name = new String(office, at + 46, nameLength, StandardCharsets.UTF_8);
            parts.add(new ExportFile(name, content(zip, at)));
            at += 46
                    + nameLength
                    + Short.toUnsignedInt(zip.getShort(at + 30))
                    + Short.toUnsignedInt(zip.getShort(at + 32));
        }
        return parts;
    }

    private static byte[] content(ByteBuffer zip, int header) {
        int local = zip.getInt(header + 42);
        int start = local
                + 30
                + Short.toUnsignedInt(zip.getShort(local + 26))
                + Short.toUnsignedInt(zip.getShort(local + 28));
        byte[] packed = new byte[zip.getInt(header + 20)];
        zip.get(start, packed);
        return zip.getShort(header + 10) == STORED ? packed : inflated(packed);
    }

    private static byte[] inflated(byte[] packed) {
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(packed);
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            while (!inflater.finished()) {
                int length = inflater.inflate(buffer);
                if (length == 0 && inflater.needsInput()) {
                    throw new IllegalStateException("the workbook that was just made is cut off");
                }
                content.write(buffer, 0, length);
            }
            return content.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalStateException("the workbook that was just made cannot be read", e);
        }
    }
}

package org.kindlin.assays.workbook;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates the parts of one workbook, and stops where one grows beyond all sense: by the bytes that really come out, by
 * their ratio to those that went in, and by the sum of all parts.
 */
final class Inflation {
    /** The largest sheet of a plate reader seen is below 2 MiB; a million cells are some 60 MiB. */
    static final int MOST_BYTES_OF_A_PART = 96 << 20;

    static final int MOST_BYTES = 160 << 20;

    /** XML of spreadsheets is packed 5 to 40 times; beyond this it is made to fill memory. */
    static final int MOST_RATIO = 200;

    /** Below this the ratio says nothing. */
    static final int SMALL = 1 << 20;

    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final String TOO_MUCH = "this is no plate export; save the readings alone as a new workbook";
    private static final String AGAIN = "save or copy the workbook again";

    private long total;

    byte[] inflate(ZipDirectory.Entry entry, byte[] archive, int from, int length) throws WorkbookException {
        byte[] content = switch (entry.method()) {
            case STORED -> stored(entry, archive, from, length);
            case DEFLATED -> deflated(entry, archive, from, length);
            default ->
                throw new WorkbookException(entry.name(), "the part is packed by method " + entry.method(), AGAIN);
        };
        CRC32 crc = new CRC32();
        crc.update(content);
        if ((int) crc.getValue() != entry.crc()) {
            throw new WorkbookException(entry.name(), "the part is damaged (its checksum differs)", AGAIN);
        }
        return content;
    }

    private byte[] stored(ZipDirectory.Entry entry, byte[] archive, int from, int length) throws WorkbookException {
        count(entry, length, length, length);
        byte[] content = new byte[length];
        System.arraycopy(archive, from, content, 0, length);
        return content;
    }

    private byte[] deflated(ZipDirectory.Entry entry, byte[] archive, int from, int length) throws WorkbookException {
        ByteArrayOutputStream content = new ByteArrayOutputStream(Math.min(8 * length + 64, SMALL));
        byte[] buffer = new byte[16 << 10];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(archive, from, length);
            while (!inflater.finished()) {
                int some = inflater.inflate(buffer);
                if (some == 0 && !inflater.finished()) {
                    throw new WorkbookException(entry.name(), "the part is cut off", AGAIN);
                }
                content.write(buffer, 0, some);
                count(entry, some, content.size(), length);
            }
        } catch (DataFormatException e) {
            throw new WorkbookException(entry.name(), "the part cannot be unpacked", AGAIN);
        }
        return content.toByteArray();
    }

    private void count(ZipDirectory.Entry entry, int some, int unpacked, int packed) throws WorkbookException {
        total += some;
        if (unpacked > SMALL && unpacked / Math.max(1, packed) > MOST_RATIO) {
            throw new WorkbookException(
                    entry.name(), "the part unpacks to more than " + MOST_RATIO + " times its size", TOO_MUCH);
        }
        if (unpacked > MOST_BYTES_OF_A_PART || total > MOST_BYTES) {
            throw new WorkbookException(
                    entry.name(),
                    "the workbook unpacks to more than " + (Math.min(MOST_BYTES_OF_A_PART, MOST_BYTES) >> 20) + " MiB",
                    TOO_MUCH);
        }
    }
}

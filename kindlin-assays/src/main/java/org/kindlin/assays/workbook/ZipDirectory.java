package org.kindlin.assays.workbook;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of a zip archive in memory (PKWARE APPNOTE 6.3), found by its central directory. Nothing is inflated until it
 * is asked for, and then only within {@link Inflation}'s limits: what the directory promises is never believed.
 */
final class ZipDirectory {
    static final int MOST_ENTRIES = 4096;

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final String AGAIN = "save or copy the workbook again";

    private final ByteBuffer bytes;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Inflation inflation = new Inflation();

    private ZipDirectory(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * One part as the directory has it.
     *
     * @param offset where its local header begins
     * @param packed bytes in the archive
     * @param crc CRC-32 of its content
     */
    record Entry(String name, int method, int offset, int packed, int crc, boolean encrypted) {}

    static ZipDirectory of(byte[] bytes) throws WorkbookException {
        ZipDirectory zip = new ZipDirectory(bytes);
        zip.readEntries();
        return zip;
    }

    /** Names of all parts, in the order of the directory. */
    Set<String> names() {
        return entries.keySet();
    }

    /** The content of a part; empty where there is none of that name. */
    Optional<byte[]> part(String name) throws WorkbookException {
        Entry entry = entries.get(name);
        return entry == null ? Optional.empty() : Optional.of(content(entry));
    }

    private void readEntries() throws WorkbookException {
        int end = findEnd();
        int count = Short.toUnsignedInt(bytes.getShort(end + 10));
        long start = Integer.toUnsignedLong(bytes.getInt(end + 16));
        if (count > MOST_ENTRIES) {
            throw new WorkbookException(
                    "", "the archive has " + count + " parts, more than the " + MOST_ENTRIES + " that are read", AGAIN);
        }
        long at = start;
        for (int i = 0; i < count; i++) {
            require(at, ENTRY_SIZE, end);
            int offset = (int) at;
            if (bytes.getInt(offset) != ENTRY_SIGNATURE) {
                throw damaged();
            }
            int nameLength = Short.toUnsignedInt(bytes.getShort(offset + 28));
            require(at + ENTRY_SIZE, nameLength, end);
            put(offset, text(offset + ENTRY_SIZE, nameLength));
            at += ENTRY_SIZE
                    + nameLength
                    + Short.toUnsignedInt(bytes.getShort(offset + 30))
                    + Short.toUnsignedInt(bytes.getShort(offset + 32));
        }
    }

    private void put(int at, String name) throws WorkbookException {
        Entry entry = new Entry(
                name,
                Short.toUnsignedInt(bytes.getShort(at + 10)),
                bytes.getInt(at + 42),
                bytes.getInt(at + 20),
                bytes.getInt(at + 16),
                (bytes.getShort(at + 8) & 1) != 0);
        if (entries.put(name, entry) != null) {
            throw new WorkbookException(name, "the archive holds this part twice", AGAIN);
        }
    }

    private int findEnd() throws WorkbookException {
        int last = bytes.limit() - END_SIZE;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (bytes.getInt(at) == END_SIGNATURE) {
                return at;
            }
        }
        throw new WorkbookException("", "the workbook is cut off: its zip directory is missing", AGAIN);
    }

    private byte[] content(Entry entry) throws WorkbookException {
        if (entry.encrypted()) {
            throw new WorkbookException(entry.name(), "the part is encrypted", "save the workbook without a password");
        }
        long local = Integer.toUnsignedLong(entry.offset());
        require(local, LOCAL_SIZE, bytes.limit());
        int at = (int) local;
        if (bytes.getInt(at) != LOCAL_SIGNATURE) {
            throw damaged();
        }
        long data = local
                + LOCAL_SIZE
                + Short.toUnsignedInt(bytes.getShort(at + 26))
                + Short.toUnsignedInt(bytes.getShort(at + 28));
        long packed = Integer.toUnsignedLong(entry.packed());
        require(data, packed, bytes.limit());
        return inflation.inflate(entry, bytes.array(), (int) data, (int) packed);
    }

    private static void require(long from, long length, int end) throws WorkbookException {
        if (from < 0 || from + length > end) {
            throw damaged();
        }
    }

    private String text(int from, int length) {
        return new String(bytes.array(), from, length, StandardCharsets.UTF_8);
    }

    private static WorkbookException damaged() {
        return new WorkbookException("", "the workbook's zip directory is damaged", AGAIN);
    }
}

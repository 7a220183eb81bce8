package org.kindlin.assays.input;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.kindlin.assays.result.InputRecord;

/**
 * A raw file as it came: name and content, untouched.
 *
 * <p>The content is shared, not copied: nobody writes to it. It lies in memory or, of a file of events that no array holds,
 * in a mapping of the file.
 *
 * @param path as the user gave it; what faults and provenance name
 * @param content the bytes, wherever they are
 */
public record RawFile(String path, MemorySegment content) {
    /** Every file the virtual lab writes carries these words within its first {@value #MARK_WINDOW} bytes. */
    public static final String SIMULATED_MARK = "SIMULATED DATA";

    private static final int MARK_WINDOW = 4096;
    private static final long DIGEST_WINDOW = 1L << 26;

    public RawFile(String path, byte[] bytes) {
        this(path, MemorySegment.ofArray(bytes));
    }

    /** The content as an array: the array itself where it is one. For files that an array holds. */
    public byte[] bytes() {
        boolean isWhole = content.heapBase().orElse(null) instanceof byte[] array && array.length == content.byteSize();
        return isWhole ? (byte[]) content.heapBase().orElseThrow() : content.toArray(ValueLayout.JAVA_BYTE);
    }

    /** Whether the file itself says that it was simulated. */
    public boolean simulated() {
        byte[] start =
                content.asSlice(0, Math.min(content.byteSize(), MARK_WINDOW)).toArray(ValueLayout.JAVA_BYTE);
        return new String(start, StandardCharsets.ISO_8859_1)
                .replace("\0", "") // UTF-16
                .contains(SIMULATED_MARK);
    }

    /** SHA-256 of the bytes in lower-case hexadecimal. */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (long at = 0; at < content.byteSize(); at += DIGEST_WINDOW) {
                digest.update(content.asSlice(at, Math.min(DIGEST_WINDOW, content.byteSize() - at))
                        .asByteBuffer());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public InputRecord record() {
        return new InputRecord(path, sha256(), simulated());
    }

    /** The file name without its folders. */
    public String name() {
        int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        return path.substring(slash + 1);
    }
}

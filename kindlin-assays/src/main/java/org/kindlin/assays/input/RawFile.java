package org.kindlin.assays.input;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.kindlin.assays.result.InputRecord;

/**
 * A raw file as it came: name and bytes, untouched.
 *
 * <p>The bytes are shared, not copied: nobody writes to them.
 *
 * @param path as the user gave it; what faults and provenance name
 * @param bytes content
 */
public record RawFile(String path, byte[] bytes) {
    /** Every file the virtual lab writes carries these words within its first {@value #MARK_WINDOW} bytes. */
    public static final String SIMULATED_MARK = "SIMULATED DATA";

    private static final int MARK_WINDOW = 4096;

    /** Whether the file itself says that it was simulated. */
    public boolean simulated() {
        int length = Math.min(bytes.length, MARK_WINDOW);
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1)
                .replace("\0", "") // UTF-16
                .contains(SIMULATED_MARK);
    }

    /** SHA-256 of the bytes in lower-case hexadecimal. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
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

package org.kindlin.assays.result;

/**
 * A file that an analysis makes beside its numbers: a mask, event memberships, the gates it drew.
 *
 * <p>The bytes are shared, not copied: nobody writes to them.
 *
 * @param name file name, unique within the analysis: letters, digits, {@code . _ -}
 * @param key protocol key of type {@link org.kindlin.assays.protocol.Key#FILE_TO_WRITE} that says where it goes on the
 *     command line; empty where it only goes beside the result
 * @param bytes content; the same for the same inputs, protocol and seed
 */
public record Attachment(String name, String key, byte[] bytes) {

    public Attachment {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,127}")) {
            throw new IllegalArgumentException("'" + name + "' is no file name");
        }
    }
}

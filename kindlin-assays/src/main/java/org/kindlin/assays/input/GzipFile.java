package org.kindlin.assays.input;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.kindlin.fault.Faults;

/** Files compressed by gzip (RFC 1952), expanded within limits. */
public final class GzipFile {
    /** The longest file that is expanded. */
    public static final int MOST_BYTES = 512 << 20;

    private static final int MOST_TIMES = 200;
    private static final int LEAST_LIMIT = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private GzipFile() {}

    /** Whether a file begins as gzip does. */
    public static boolean isCompressed(RawFile file) {
        byte[] bytes = file.bytes();
        return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    }

    /** The file itself, expanded where it is compressed; empty where faults were added. */
    public static Optional<RawFile> expanded(RawFile file, Faults faults) {
        return isCompressed(file) ? expand(file, faults) : Optional.of(file);
    }

    private static Optional<RawFile> expand(RawFile file, Faults faults) {
        long most = Math.min(MOST_BYTES, Math.max(LEAST_LIMIT, (long) MOST_TIMES * file.bytes().length));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file.bytes()), BUFFER)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                if (out.size() > most) {
                    faults.add(
                            file.path(),
                            "",
                            "it expands to more than " + most / (1 << 20) + " MB",
                            "expand it and check that it is a table");
                    return Optional.empty();
                }
            }
        } catch (IOException e) {
            faults.add(file.path(), "", "the compressed file is damaged or cut off", "copy it again");
            return Optional.empty();
        }
        return Optional.of(new RawFile(file.path(), out.toByteArray()));
    }
}

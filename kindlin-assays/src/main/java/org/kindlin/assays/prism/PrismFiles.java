package org.kindlin.assays.prism;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.Fault;

/**
 * The file formats of GraphPad Prism, told apart by their first bytes (GraphPad knowledge base, article 1846).
 */
public final class PrismFiles {
    private static final int WINDOW = 2048;
    private static final String SAVE_AS =
            "open it in Prism and save it as .pzfx (File > Save As), or export the table as CSV";

    private PrismFiles() {}

    /** Whether a file is a Prism project as XML: {@code .pzfx}. */
    public static boolean isProject(RawFile file) {
        return start(file).contains("<GraphPadPrismFile");
    }

    /** The fault of a file that Prism wrote and nobody but Prism reads; empty for every other file. */
    public static Optional<Fault> refused(RawFile file) {
        if (startsWith(file, "PCFFGRA4")) {
            return Optional.of(
                    new Fault(file.path(), "", "is a binary Prism project (.pzf), which only Prism reads", SAVE_AS));
        }
        if (startsWith(file, "PCFFGRAF")) {
            return Optional.of(new Fault(
                    file.path(), "", "is a binary project of Prism 3 or earlier, which only Prism reads", SAVE_AS));
        }
        boolean isArchive = startsWith(file, "PK\u0003\u0004");
        return isArchive
                        && (file.name().toLowerCase(Locale.ROOT).endsWith(".prism")
                                || start(file).contains("document.json"))
                ? Optional.of(
                        new Fault(file.path(), "", "is a project of Prism 10 (.prism), which is not read yet", SAVE_AS))
                : Optional.empty();
    }

    private static boolean startsWith(RawFile file, String signature) {
        byte[] bytes = signature.getBytes(StandardCharsets.ISO_8859_1);
        return file.bytes().length >= bytes.length
                && Arrays.equals(file.bytes(), 0, bytes.length, bytes, 0, bytes.length);
    }

    /** The first characters, whether in an encoding of one byte or two. */
    private static String start(RawFile file) {
        int length = Math.min(file.bytes().length, WINDOW);
        return new String(file.bytes(), 0, length, StandardCharsets.ISO_8859_1).replace("\0", "");
    }
}

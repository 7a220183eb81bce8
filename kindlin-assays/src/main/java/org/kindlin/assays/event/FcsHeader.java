package org.kindlin.assays.event;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.kindlin.fault.Findings;

/**
 * The first 58 bytes of a data set: the version, then first and last byte of TEXT, DATA and ANALYSIS as right-justified
 * decimal numbers of eight characters each (FCS 3.1, section 3.1).
 */
record FcsHeader(FcsVersion version, ByteRange text, ByteRange data, ByteRange analysis) {
    static final int LENGTH = 58;
    private static final int FIRST_OFFSET = 10;
    private static final int WIDTH = 8;
    private static final String NOT_FCS = "give an FCS 2.0, 3.0, 3.1 or 3.2 file as the cytometer wrote it";

    /** Reads the header; what makes the file unreadable becomes a fault, and then there is none. */
    static Optional<FcsHeader> read(MemorySegment bytes, Findings findings) {
        if (bytes.byteSize() < LENGTH) {
            findings.fault("HEADER", "no FCS file: " + bytes.byteSize() + " bytes", NOT_FCS);
            return Optional.empty();
        }
        String header = Latin.text(bytes, 0, LENGTH);
        String label = header.substring(0, FcsVersion.LENGTH);
        Optional<FcsVersion> version = FcsVersion.of(label);
        if (version.isEmpty()) {
            findings.fault("HEADER", problem(label), NOT_FCS);
            return Optional.empty();
        }
        ByteRange text = range(header, 0, findings);
        if (!text.isStated() || text.length() < 2 || text.begin() < LENGTH) {
            findings.fault("HEADER", "no TEXT segment at bytes " + text.text(), NOT_FCS);
            return Optional.empty();
        }
        if (text.end() >= bytes.byteSize()) {
            findings.fault(
                    "HEADER",
                    "TEXT segment reaches to byte " + text.end() + " of a file of " + bytes.byteSize() + " bytes",
                    "the file is cut short: copy it again from the cytometer");
            return Optional.empty();
        }
        return Optional.of(new FcsHeader(version.get(), text, range(header, 2, findings), range(header, 4, findings)));
    }

    private static String problem(String label) {
        return label.startsWith("FCS")
                ? "version '" + label + "' is not read"
                : "no FCS file: it begins with '" + label + "'";
    }

    private static ByteRange range(String header, int field, Findings findings) {
        return new ByteRange(offset(header, field, findings), offset(header, field + 1, findings));
    }

    private static long offset(String header, int field, Findings findings) {
        int from = FIRST_OFFSET + WIDTH * field;
        String text = header.substring(from, from + WIDTH).replace('\0', ' ').strip();
        if (text.isEmpty()) {
            return 0;
        }
        try {
            return Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException e) {
            findings.repaired(
                    "header-offset", "HEADER, byte " + from, "'" + text + "' is no offset", "read as not stated");
            return 0;
        }
    }
}

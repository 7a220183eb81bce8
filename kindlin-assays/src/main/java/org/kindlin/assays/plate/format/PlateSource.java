package org.kindlin.assays.plate.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.text.TextTable;
import org.kindlin.assays.workbook.WorkbookReader;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Findings;

/**
 * A file in the form that plate readers look at.
 *
 * @param file name and bytes
 * @param kind what the first bytes say it is
 * @param tables the one table of a text file, or a table for each sheet of a workbook, in order; none for XML and JSON,
 *     whose readers parse the bytes
 * @param mixedMarks faults for a text file that mixes decimal commas and points
 */
public record PlateSource(RawFile file, Kind kind, List<TextTable> tables, List<Fault> mixedMarks) {
    private static final int WINDOW = 512;
    private static final Pattern BYTE_ORDER_MARK = Pattern.compile("^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)");
    private static final Pattern XML = Pattern.compile("<[?!A-Za-z]");
    private static final Pattern JSON = Pattern.compile("[{\\[]\\s*[\"{\\[\\]}]");

    /** What a file is made of. */
    public enum Kind {
        TEXT,
        WORKBOOK,
        XML,
        JSON
    }

    public PlateSource {
        tables = List.copyOf(tables);
        mixedMarks = List.copyOf(mixedMarks);
    }

    /** The file in its form; empty where faults were added. */
    public static Optional<PlateSource> of(RawFile file, Findings findings) {
        Kind kind = kind(file.bytes());
        return switch (kind) {
            case XML, JSON -> Optional.of(new PlateSource(file, kind, List.of(), List.of()));
            case TEXT -> text(file, findings);
            case WORKBOOK -> workbook(file, findings);
        };
    }

    private static Optional<PlateSource> workbook(RawFile file, Findings findings) {
        List<TextTable> sheets = WorkbookReader.read(file, findings.faults());
        return sheets.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlateSource(file, Kind.WORKBOOK, sheets, List.of()));
    }

    private static Optional<PlateSource> text(RawFile file, Findings findings) {
        Faults mixed = new Faults();
        Optional<TextTable> table = TextTable.readMixed(file, findings.faults(), mixed);
        table.stream()
                .flatMap(text -> text.findings().stream())
                .forEach(finding -> findings.note(finding.code(), finding.message()));
        return table.map(text -> new PlateSource(file, Kind.TEXT, List.of(text), mixed.all()));
    }

    /** The table of a text file, or the first sheet; empty for XML and JSON. */
    public Optional<TextTable> table() {
        return tables.stream().findFirst();
    }

    private static Kind kind(byte[] bytes) {
        if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4) {
            return Kind.WORKBOOK;
        }
        int length = Math.min(bytes.length, WINDOW);
        String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1).replace("\0", ""); // UTF-16
        String start = BYTE_ORDER_MARK.matcher(text).replaceFirst("").stripLeading();
        if (XML.matcher(start).lookingAt()) {
            return Kind.XML;
        }
        return JSON.matcher(start).lookingAt() ? Kind.JSON : Kind.TEXT;
    }
}

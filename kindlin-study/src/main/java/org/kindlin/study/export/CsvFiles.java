package org.kindlin.study.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tables as CSV (RFC 4180): UTF-8, comma, CRLF, a header line, a missing value as an empty field.
 *
 * <p>A spreadsheet takes a text that starts with {@code = + - @}, a tab or a carriage return for a formula; such a text
 * gets an apostrophe in front (OWASP, CSV injection). A lone sign, as in the column of relations, is no formula and
 * stays; numbers always stay.
 */
final class CsvFiles {
    private static final String STARTS_FORMULA = "=+-@\t\r";

    private CsvFiles() {}

    /** One file a table. */
    static List<ExportFile> of(List<ExportTable> tables) {
        return tables.stream()
                .map(table -> new ExportFile(table.name() + ".csv", text(table).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    static String text(ExportTable table) {
        StringBuilder csv = new StringBuilder();
        csv.append(table.columns().stream()
                        .map(column -> field(disarmed(column.name())))
                        .collect(Collectors.joining(",")))
                .append("\r\n");
        for (List<Cell> row : table.rows()) {
            csv.append(row.stream().map(CsvFiles::field).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return csv.toString();
    }

    private static String field(Cell cell) {
        return cell instanceof Cell.Text(String text) ? field(disarmed(text)) : ExportTables.text(cell);
    }

    /** The text, with an apostrophe in front where a spreadsheet would take it for a formula. */
    static String disarmed(String text) {
        boolean armed = text.length() > 1 && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0;
        return armed ? "'" + text : text;
    }

    private static String field(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        boolean trimmed = text.equals(text.strip());
        return plain && trimmed ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}

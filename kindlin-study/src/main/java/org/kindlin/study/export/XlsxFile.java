package org.kindlin.study.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Tables as one Office Open XML workbook: a sheet that says what it is, then a sheet a table, its header frozen, units in
 * the header where a column has one, filters on.
 *
 * <p>Every text is a string cell and no cell is a formula, whatever it starts with: {@code =1+1} is shown, not computed.
 */
final class XlsxFile {
    /** Rows of a sheet, its header among them (Excel 2007 and later). */
    private static final int MOST_ROWS = 1 << 20;

    /** Characters of a cell (Excel 2007 and later). */
    private static final int LONGEST_TEXT = 32_767;

    private static final String HEADER_FILL = "E7ECF2";
    private static final int WIDEST = 60;
    private static final int NARROWEST = 8;

    private XlsxFile() {}

    /**
     * The workbook.
     *
     * @param about what the first sheet says: lines of a name and a text
     */
    static byte[] bytes(List<ExportTable> tables, List<List<String>> about) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Kindlin", null)) {
            about(workbook.newWorksheet("about"), about);
            for (ExportTable table : tables) {
                sheets(workbook, table);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FixedZip.of(bytes.toByteArray());
    }

    private static void about(Worksheet sheet, List<List<String>> lines) {
        for (int row = 0; row < lines.size(); row++) {
            sheet.value(row, 0, lines.get(row).getFirst());
            sheet.style(row, 0).bold().set();
            sheet.value(row, 1, cut(lines.get(row).getLast()));
            sheet.style(row, 1).wrapText(true).set();
        }
        sheet.width(0, 2 * NARROWEST);
        sheet.width(1, 2 * WIDEST);
    }

    /** A table on as many sheets as its rows need. */
    private static void sheets(Workbook workbook, ExportTable table) {
        int perSheet = MOST_ROWS - 1;
        for (int from = 0, part = 1; from == 0 || from < table.rows().size(); from += perSheet, part++) {
            List<List<Cell>> rows =
                    table.rows().subList(from, Math.min(table.rows().size(), from + perSheet));
            Worksheet sheet = workbook.newWorksheet(part == 1 ? table.name() : table.name() + " " + part);
            header(sheet, table);
            for (int row = 0; row < rows.size(); row++) {
                write(sheet, row + 1, rows.get(row));
            }
            widths(sheet, table, rows);
            sheet.freezePane(0, 1);
            sheet.setAutoFilter(0, 0, rows.size(), table.columns().size() - 1);
        }
    }

    private static void header(Worksheet sheet, ExportTable table) {
        for (int i = 0; i < table.columns().size(); i++) {
            sheet.value(0, i, title(table, table.columns().get(i)));
        }
        sheet.range(0, 0, 0, table.columns().size() - 1)
                .style()
                .bold()
                .fillColor(HEADER_FILL)
                .set();
    }

    /** The column's name with the unit that all its numbers share: {@code dose [nM]}. */
    private static String title(ExportTable table, TableColumn column) {
        String unit = table.unitOf(column);
        return unit.isEmpty() ? column.name() : column.name() + " [" + unit + "]";
    }

    private static void write(Worksheet sheet, int row, List<Cell> cells) {
        for (int i = 0; i < cells.size(); i++) {
            switch (cells.get(i)) {
                case Cell.Missing _ -> {}
                case Cell.Text(String text) -> sheet.value(row, i, cut(text));
                case Cell.Numeric(double number) -> sheet.value(row, i, number);
                case Cell.Whole(long number) -> sheet.value(row, i, number);
                case Cell.Flag(boolean flag) -> sheet.value(row, i, flag);
            }
        }
    }

    /** A text as long as a cell can be, without the characters that XML cannot hold. */
    static String cut(String text) {
        String valid = text.codePoints()
                .filter(XlsxFile::isXmlCharacter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return valid.length() <= LONGEST_TEXT ? valid : valid.substring(0, LONGEST_TEXT - 1) + "\u2026";
    }

    private static boolean isXmlCharacter(int c) {
        boolean isControl = c < ' ' && c != '\t' && c != '\n' && c != '\r';
        boolean isSurrogate = c >= 0xD800 && c <= 0xDFFF;
        return !isControl && !isSurrogate && c != 0xFFFE && c != 0xFFFF;
    }

    /** Wide enough for the header and the first thousand cells, within reason. */
    private static void widths(Worksheet sheet, ExportTable table, List<List<Cell>> rows) {
        for (int i = 0; i < table.columns().size(); i++) {
            int column = i;
            int longest = rows.stream()
                    .limit(1000)
                    .mapToInt(row -> ExportTables.text(row.get(column)).length())
                    .max()
                    .orElse(0);
            int header = title(table, table.columns().get(i)).length() + 3; // room for the filter's arrow
            sheet.width(i, Math.clamp(Math.max(longest, header) + 1, NARROWEST, WIDEST));
        }
    }
}

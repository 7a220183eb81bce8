package org.kindlin.assays.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.text.TextRow;

/** Reads the cells of one sheet (ECMA-376 part 1, 18.3) as rows of text; a run of empty rows becomes one. */
final class SheetReader {
    /** Cells of all sheets of a workbook, the empty ones between others included. */
    static final int MOST_CELLS = 4_000_000;

    private final String sheet;
    private final SharedStrings strings;
    private final NumberFormats formats;
    private final boolean from1904;
    private final List<TextRow> rows = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private int row;
    private int next;
    private int count;

    SheetReader(String sheet, SharedStrings strings, NumberFormats formats, boolean from1904) {
        this.sheet = sheet;
        this.strings = strings;
        this.formats = formats;
        this.from1904 = from1904;
    }

    List<TextRow> read(XmlPart xml) throws WorkbookException {
        while (xml.next()) {
            if (xml.isStart("row")) {
                startRow(xml.attribute("r").orElse(""));
            } else if (xml.isStart("c")) {
                cell(xml);
            } else if (xml.isEnd("row")) {
                endRow();
            }
        }
        return rows;
    }

    private void startRow(String number) throws WorkbookException {
        int stated = number.isEmpty() ? row + 1 : number.matches("\\d{1,7}") ? Integer.parseInt(number) : 0;
        if (stated <= row || stated > CellReference.MOST_ROWS) {
            throw new WorkbookException(
                    sheet + "!" + number, "row " + number + " stands out of order or off the sheet", "save it again");
        }
        if (stated > row + 1 && !rows.isEmpty()) {
            rows.add(new TextRow(row + 1, List.of(), sheet));
        }
        row = stated;
        next = 0;
        cells = new ArrayList<>();
    }

    private void cell(XmlPart xml) throws WorkbookException {
        String reference = xml.attribute("r").orElse("");
        String type = xml.attribute("t").orElse("n");
        String style = xml.attribute("s").orElse("");
        Optional<CellReference> stated = CellReference.parse(reference);
        if (!reference.isEmpty() && (stated.isEmpty() || stated.get().row() != row)) {
            throw new WorkbookException(sheet + "!" + reference, "the cell stands in row " + row, "save it again");
        }
        int column = stated.map(CellReference::column).orElse(next);
        next = column + 1;
        String text = content(xml, type, style).strip();
        if (!text.isEmpty()) {
            put(column, text);
        }
    }

    private String content(XmlPart xml, String type, String style) throws WorkbookException {
        String value = "";
        while (xml.next() && !xml.isEnd("c")) {
            if (xml.isStart("v")) {
                value = value(xml.textOf("v"), type, style);
            } else if (xml.isStart("is")) {
                value = xml.richTextOf("is");
            } else if (xml.isStart("f")) {
                xml.textOf("f"); // the value beside it is what the sheet shows
            }
        }
        return value;
    }

    private String value(String text, String type, String style) {
        return switch (type) {
            case "s" -> strings.at(text).orElse("");
            case "n" -> CellText.ofNumber(text, formats.of(style), from1904);
            case "b" -> text.strip().equals("1") ? "TRUE" : "FALSE";
            default -> text; // str, e, d and inlineStr say what they show
        };
    }

    private void put(int column, String text) throws WorkbookException {
        count += Math.max(0, column + 1 - cells.size());
        if (column >= CellReference.MOST_COLUMNS || count > MOST_CELLS) {
            throw new WorkbookException(
                    sheet + "!" + row, "the sheet has more than " + MOST_CELLS + " cells", "save the readings alone");
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    private void endRow() {
        rows.add(new TextRow(row, cells, sheet));
        cells = new ArrayList<>();
    }
}

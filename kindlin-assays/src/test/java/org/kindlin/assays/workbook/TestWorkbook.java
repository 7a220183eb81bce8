package org.kindlin.assays.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kindlin.assays.input.RawFile;

/** Makes small workbooks part by part, sound or ruined, for tests. */
public final class TestWorkbook {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** A workbook of sheets whose rows are tab-separated lines; a cell that is a number becomes one. */
    public static TestWorkbook of(Map<String, String> sheets) {
        TestWorkbook book = new TestWorkbook();
        StringBuilder names = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        int number = 0;
        for (Map.Entry<String, String> sheet : sheets.entrySet()) {
            number++;
            names.append("<sheet name=\"" + escaped(sheet.getKey()) + "\" sheetId=\"" + number + "\" r:id=\"rId"
                    + number + "\"/>");
            relations.append("<Relationship Id=\"rId" + number + "\" Type=\"" + RELATIONS
                    + "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>");
            book.with("xl/worksheets/sheet" + number + ".xml", sheetXml(rows(sheet.getValue())));
        }
        return book.with(
                        "xl/workbook.xml",
                        XML + "<workbook" + MAIN + " xmlns:r=\"" + RELATIONS + "\"><sheets>" + names
                                + "</sheets></workbook>")
                .with("xl/_rels/workbook.xml.rels", XML + "<Relationships>" + relations + "</Relationships>");
    }

    /** The workbook with another content of a part. */
    public TestWorkbook with(String part, String content) {
        parts.put(part, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The workbook without a part. */
    TestWorkbook without(String part) {
        parts.remove(part);
        return this;
    }

    static String sheetXml(String rows) {
        return XML + "<worksheet" + MAIN + "><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static String rows(String lines) {
        StringBuilder rows = new StringBuilder();
        int number = 0;
        for (String line : lines.split("\n", -1)) {
            number++;
            rows.append("<row r=\"" + number + "\">");
            String[] cells = line.split("\t", -1);
            for (int column = 0; column < cells.length; column++) {
                if (!cells[column].isEmpty()) {
                    rows.append(cell(letters(column) + number, cells[column]));
                }
            }
            rows.append("</row>");
        }
        return rows.toString();
    }

    private static String cell(String reference, String text) {
        return text.matches("-?\\d+(\\.\\d+)?")
                ? "<c r=\"" + reference + "\"><v>" + text + "</v></c>"
                : "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t>" + escaped(text) + "</t></is></c>";
    }

    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    public RawFile file() {
        return new RawFile("book.xlsx", bytes());
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

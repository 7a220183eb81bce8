package org.kindlin.lab.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kindlin.assays.plate.Plate;

/**
 * A small Office Open XML workbook (ECMA-376) as the software of readers saves one: sheets of numbers and texts.
 *
 * <p>The document's properties stand first and uncompressed, so that whoever looks at the beginning of the file sees that it
 * is simulated; Excel shows them under File, Info, Comments. The same sheets give the same bytes.
 */
final class Workbook {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, Rows> sheets = new LinkedHashMap<>();
    private final String comment;

    /** A workbook whose properties hold this comment. */
    Workbook(String comment) {
        this.comment = comment;
    }

    /**
     * A workbook with a sheet for each plate of a run.
     *
     * @param name of a sheet, before its number
     */
    static byte[] ofPlates(ReaderRun run, String name, Function<Plate, Rows> sheet) {
        Workbook workbook = new Workbook(run.mark());
        for (int i = 0; i < run.plates().size(); i++) {
            workbook.sheet(name + (i + 1), sheet.apply(run.plates().get(i)));
        }
        return workbook.bytes();
    }

    Workbook sheet(String name, Rows rows) {
        sheets.put(name, rows);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            stored(zip, "docProps/core.xml", properties());
            deflated(zip, "[Content_Types].xml", contentTypes());
            deflated(zip, "_rels/.rels", relations());
            deflated(zip, "xl/workbook.xml", workbook());
            deflated(zip, "xl/_rels/workbook.xml.rels", sheetRelations());
            int number = 0;
            for (Rows rows : sheets.values()) {
                number++;
                deflated(zip, "xl/worksheets/sheet" + number + ".xml", sheet(rows.cells()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private String properties() {
        return XML + "<cp:coreProperties xmlns:cp=\"" + PACKAGE + "/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:description>" + escaped(comment)
                + "</dc:description></cp:coreProperties>";
    }

    private String contentTypes() {
        StringBuilder types = new StringBuilder(XML + "<Types xmlns=\"" + PACKAGE + "/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/docProps/core.xml\""
                + " ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>");
        for (int number = 1; number <= sheets.size(); number++) {
            types.append("<Override PartName=\"/xl/worksheets/sheet" + number + ".xml\" ContentType=\"" + TYPE
                    + "worksheet+xml\"/>");
        }
        return types + "</Types>";
    }

    private static String relations() {
        return XML + "<Relationships xmlns=\"" + PACKAGE + "/relationships\">"
                + "<Relationship Id=\"rId1\" Type=\"" + OFFICE + "/officeDocument\" Target=\"xl/workbook.xml\"/>"
                + "<Relationship Id=\"rId2\" Type=\"" + PACKAGE + "/relationships/metadata/core-properties\""
                + " Target=\"docProps/core.xml\"/></Relationships>";
    }

    private String workbook() {
        StringBuilder names =
                new StringBuilder(XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>");
        int number = 0;
        for (String name : sheets.keySet()) {
            number++;
            names.append(
                    "<sheet name=\"" + escaped(name) + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>");
        }
        return names + "</sheets></workbook>";
    }

    private String sheetRelations() {
        StringBuilder relations = new StringBuilder(XML + "<Relationships xmlns=\"" + PACKAGE + "/relationships\">");
        for (int number = 1; number <= sheets.size(); number++) {
            relations.append("<Relationship Id=\"rId" + number + "\" Type=\"" + OFFICE
                    + "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>");
        }
        return relations + "</Relationships>";
    }

    private static String sheet(List<List<Cell>> rows) {
        StringBuilder xml = new StringBuilder(XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        for (int row = 0; row < rows.size(); row++) {
            xml.append("<row r=\"" + (row + 1) + "\">");
            List<Cell> cells = rows.get(row);
            for (int column = 0; column < cells.size(); column++) {
                if (!cells.get(column).text().isEmpty()) {
                    xml.append(cell(letters(column) + (row + 1), cells.get(column)));
                }
            }
            xml.append("</row>");
        }
        return xml + "</sheetData></worksheet>";
    }

    private static String cell(String reference, Cell cell) {
        return cell.isNumber()
                ? "<c r=\"" + reference + "\"><v>" + cell.text() + "</v></c>"
                : "<c r=\"" + reference + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + escaped(cell.text())
                        + "</t></is></c>";
    }

    /** The name of a column: A to Z, then AA. */
    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static void stored(ZipOutputStream zip, String name, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        add(zip, entry, bytes);
    }

    private static void deflated(ZipOutputStream zip, String name, String content) throws IOException {
        add(zip, new ZipEntry(name), content.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(ZipOutputStream zip, ZipEntry entry, byte[] bytes) throws IOException {
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}

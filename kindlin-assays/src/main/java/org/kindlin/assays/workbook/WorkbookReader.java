package org.kindlin.assays.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.text.DecimalMark;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Faults;

/**
 * Reads an XLSX workbook (ECMA-376, also its strict form and .xlsm): what its sheets show, nothing else. Formulas count by
 * the value saved beside them; macros, drawings and links are never looked at.
 */
public final class WorkbookReader {
    private static final int MOST_SHEETS = 512;
    /** Files larger than this are refused, as text files are. */
    private static final int MOST_BYTES = 64 << 20;

    private static final String AS_XLSX = "save it as an Excel workbook (.xlsx) or as CSV text";

    private final ZipDirectory zip;

    private WorkbookReader(ZipDirectory zip) {
        this.zip = zip;
    }

    /** The sheets of a workbook as tables, in order, empty ones left out; none where faults were added. */
    public static List<TextTable> read(RawFile file, Faults faults) {
        if (file.bytes().length > MOST_BYTES) {
            faults.add(
                    file.path(),
                    "",
                    "the file has more than the " + (MOST_BYTES >> 20) + " MiB that are read",
                    AS_XLSX);
            return List.of();
        }
        try {
            List<TextTable> tables = new WorkbookReader(ZipDirectory.of(file.bytes())).tables(file);
            if (tables.isEmpty()) {
                faults.add(file.path(), "", "the workbook holds no cells", "export it again");
            }
            return tables;
        } catch (WorkbookException e) {
            faults.add(file.path(), e.place(), e.problem(), e.remedy());
            return List.of();
        }
    }

    private List<TextTable> tables(RawFile file) throws WorkbookException {
        String book = "xl/workbook.xml";
        Optional<byte[]> part = zip.part(book);
        if (part.isEmpty()) {
            throw new WorkbookException("", notExcel(), AS_XLSX);
        }
        Map<String, Relation> relations = relations();
        List<Sheet> sheets = new ArrayList<>();
        boolean from1904 = false;
        try (XmlPart xml = XmlPart.of(book, part.get())) {
            while (xml.next()) {
                if (xml.isStart("workbookPr")) {
                    String flag = xml.attribute("date1904").orElse("0");
                    from1904 = flag.equals("1") || flag.equals("true");
                }
                if (xml.isStart("sheet")) {
                    add(xml, relations, sheets);
                }
            }
        }
        return tables(file, sheets, relations, from1904);
    }

    private static void add(XmlPart xml, Map<String, Relation> relations, List<Sheet> sheets) throws WorkbookException {
        String name = xml.attribute("name").orElse("sheet " + (sheets.size() + 1));
        Relation relation = relations.get(xml.attribute("id").orElse(""));
        if (relation != null && relation.type().equals("worksheet")) {
            sheets.add(new Sheet(name, relation.target()));
        }
        if (sheets.size() > MOST_SHEETS) {
            throw new WorkbookException("", "more than " + MOST_SHEETS + " sheets", "split the workbook");
        }
    }

    private List<TextTable> tables(RawFile file, List<Sheet> sheets, Map<String, Relation> relations, boolean from1904)
            throws WorkbookException {
        SharedStrings strings = SharedStrings.of(zip, target(relations, "sharedStrings", "xl/sharedStrings.xml"));
        NumberFormats formats = NumberFormats.of(zip, target(relations, "styles", "xl/styles.xml"));
        List<TextTable> tables = new ArrayList<>();
        int cells = 0;
        for (Sheet sheet : sheets) {
            byte[] content = zip.part(sheet.part())
                    .orElseThrow(() -> new WorkbookException(
                            sheet.name(), "the sheet's part " + sheet.part() + " is missing", "save it again"));
            try (XmlPart xml = XmlPart.of(sheet.part(), content)) {
                List<TextRow> rows = new SheetReader(sheet.name(), strings, formats, from1904).read(xml);
                cells += rows.stream().mapToInt(row -> row.cells().size()).sum();
                if (!rows.stream().allMatch(TextRow::isBlank)) {
                    tables.add(
                            new TextTable(file.path(), '\t', DecimalMark.POINT, rows, true, List.of(), sheet.name()));
                }
            }
            if (cells > SheetReader.MOST_CELLS) {
                throw new WorkbookException(
                        sheet.name(), "more than " + SheetReader.MOST_CELLS + " cells", "split the workbook");
            }
        }
        return tables;
    }

    private static String target(Map<String, Relation> relations, String type, String usual) {
        return relations.values().stream()
                .filter(relation -> relation.type().equals(type))
                .map(Relation::target)
                .findFirst()
                .orElse(usual);
    }

    private Map<String, Relation> relations() throws WorkbookException {
        String name = "xl/_rels/workbook.xml.rels";
        Map<String, Relation> relations = new HashMap<>();
        Optional<byte[]> part = zip.part(name);
        if (part.isEmpty()) {
            throw new WorkbookException(name, "the part is missing", "save the workbook again");
        }
        try (XmlPart xml = XmlPart.of(name, part.get())) {
            while (xml.next()) {
                if (xml.isStart("Relationship")) {
                    String type = xml.attribute("Type").orElse("");
                    String target = xml.attribute("Target").orElse("");
                    relations.put(
                            xml.attribute("Id").orElse(""),
                            new Relation(
                                    type.substring(type.lastIndexOf('/') + 1),
                                    target.startsWith("/") ? target.substring(1) : "xl/" + target));
                }
            }
        }
        return relations;
    }

    private String notExcel() {
        if (zip.names().contains("xl/workbook.bin")) {
            return "this is a binary workbook (.xlsb)";
        }
        if (zip.names().contains("mimetype") && zip.names().contains("content.xml")) {
            return "this is an OpenDocument file";
        }
        return "this is a zip archive, but no workbook";
    }

    /** A sheet and the part that holds its cells. */
    private record Sheet(String name, String part) {}

    /**
     * What workbook.xml points to.
     *
     * @param type last part of its relationship type
     * @param target name of the part
     */
    private record Relation(String type, String target) {}
}

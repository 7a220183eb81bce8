package org.kindlin.assays.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which cell styles show a number as a date or a time (ECMA-376 part 1, 18.8.30). */
final class NumberFormats {

    /** What a number of a style stands for. */
    enum Meaning {
        NUMBER,
        /** A share of a day: elapsed time. */
        TIME,
        /** Days since 1900 (or 1904). */
        DATE
    }

    private final List<Meaning> meanings;

    private NumberFormats(List<Meaning> meanings) {
        this.meanings = List.copyOf(meanings);
    }

    static NumberFormats of(ZipDirectory zip, String name) throws WorkbookException {
        Optional<byte[]> part = zip.part(name);
        Map<String, Meaning> custom = new HashMap<>();
        List<Meaning> meanings = new ArrayList<>();
        if (part.isPresent()) {
            try (XmlPart xml = XmlPart.of(name, part.get())) {
                read(xml, custom, meanings);
            }
        }
        return new NumberFormats(meanings);
    }

    private static void read(XmlPart xml, Map<String, Meaning> custom, List<Meaning> meanings)
            throws WorkbookException {
        boolean inCells = false;
        while (xml.next()) {
            if (xml.isStart("numFmt")) {
                custom.put(
                        xml.attribute("numFmtId").orElse(""),
                        ofCode(xml.attribute("formatCode").orElse("")));
            }
            inCells = xml.isStart("cellXfs") || (inCells && !xml.isEnd("cellXfs"));
            if (inCells && xml.isStart("xf")) {
                String id = xml.attribute("numFmtId").orElse("0");
                meanings.add(custom.getOrDefault(id, builtIn(id)));
            }
        }
    }

    /** The meaning of a number in a cell of this style. */
    Meaning of(String style) {
        boolean known = style.matches("\\d{1,6}") && Integer.parseInt(style) < meanings.size();
        return known ? meanings.get(Integer.parseInt(style)) : Meaning.NUMBER;
    }

    private static Meaning builtIn(String id) {
        return switch (id) {
            case "14", "15", "16", "17", "22" -> Meaning.DATE;
            case "18", "19", "20", "21", "45", "46", "47" -> Meaning.TIME;
            default -> Meaning.NUMBER;
        };
    }

    /** What a format code shows: letters outside quotes, brackets and escapes tell. */
    static Meaning ofCode(String code) {
        String first = code.split(";", -1)[0];
        String plain = first.replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\\\.", "")
                .replaceAll("(?i)\\[(h+|m+|s+)]", "$1")
                .replaceAll("\\[[^\\]]*]", "")
                .replaceAll("(?i)general|am/pm|a/p", "")
                .toLowerCase(Locale.ROOT);
        if (plain.contains("y") || plain.contains("d")) {
            return Meaning.DATE;
        }
        return plain.contains("h") || plain.contains("s") ? Meaning.TIME : Meaning.NUMBER;
    }
}

package org.kindlin.assays.plate.format;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What the title of a column says, in a table with a line for each well. */
enum ListField {
    WELL("well|wells|well position|well address|position|puits|pocillo|kavität"),
    PLATE("plate|plate id|plate number|plate name|barcode|plate barcode|platte|plaque"),
    ID("well id|sample|sample id|content|échantillon|probe|muestra"),
    NAME("name|sample name"),
    TYPE("type|sample type|well type|typ"),
    AMOUNT("conc/dil|conc|conc.|concentration|std conc|standard concentration|standard concentrations|dilution"
            + "|dilution factor"),
    NUMBER("reading|cycle|cycle nr.|repeat|read number|kinetic read|messung"),
    TIME("time|avg. time|average time|avg time|elapsed time|meas. time|zeit|temps"),
    WAVELENGTH("wavelength|wl|emission|em|emission wavelength|measurement wavelength|wellenlänge|longueur d'onde"),
    EXCITATION("excitation|ex|excitation wavelength"),
    TEMPERATURE("temperature|temp|temp.|t°|temperatur"),
    /** A figure of the well's group: count, mean, standard deviation, coefficient of variation. */
    STATISTIC(
            "count|n|mean|average|avg|avg.|median|min|max|std dev|std. dev.|stddev|std|stdev|standard deviation|sd|sem"
                    + "|std err|variance|cv|%cv|cv%|% cv"),
    /** Something else that is no reading. */
    REMARK("row|column|col|group|gruppe|groupe|replicate|rep|role|compound|form|unit|level|dose|target|exclude|reason"
            + "|fraction|cells|protein|spike|flag|flags|comment|comments|note|date|step|index|no.|#"),
    /** Any other title: readings, where the cells hold numbers. */
    READING("");

    private static final int LONGEST = 40;
    private static final Map<String, ListField> BY_TITLE = byTitle();

    private final String titles;

    ListField(String titles) {
        this.titles = titles;
    }

    private static Map<String, ListField> byTitle() {
        Map<String, ListField> fields = new HashMap<>();
        for (ListField field : values()) {
            Arrays.stream(field.titles.split("\\|", -1)).forEach(title -> fields.put(title, field));
        }
        return fields;
    }

    /** What a title says; the unit behind it does not matter. */
    static ListField of(String title) {
        if (title.isEmpty()) {
            return REMARK;
        }
        return title.length() > LONGEST ? READING : BY_TITLE.getOrDefault(withoutUnit(title), READING);
    }

    /** Whether a cell is the title of the column of wells; cheap, since every cell of a file is asked. */
    static boolean isWell(String cell) {
        return cell.length() >= 4 && cell.length() <= 13 && BY_TITLE.get(cell.toLowerCase(Locale.ROOT)) == WELL;
    }

    /** The unit in {@code Time [s]}, {@code Time (min)}; empty where none. */
    static String unit(String title) {
        int open = bracket(title);
        int close = Math.max(title.lastIndexOf(']'), title.lastIndexOf(')'));
        return open < 0 || close < open ? "" : title.substring(open + 1, close).strip();
    }

    private static String withoutUnit(String title) {
        int open = bracket(title);
        return (open < 0 ? title : title.substring(0, open)).strip().toLowerCase(Locale.ROOT);
    }

    private static int bracket(String title) {
        int square = title.indexOf('[');
        int round = title.indexOf('(');
        return square < 0 ? round : round < 0 ? square : Math.min(square, round);
    }
}

package org.kindlin.assays.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kindlin.fault.Faults;

/**
 * Finds the decimal mark of a table from the numbers that can be read in only one way.
 *
 * <p>{@code 0,5}, {@code 12,34} and {@code 1.234,5} are written with a comma; {@code 0.5}, {@code 12.34} and
 * {@code 1,234.5} with a point; {@code 1,234,567} groups thousands with commas. {@code 1,234} alone says nothing;
 * {@code 1.234} alone is taken for what most files mean by it, a decimal point.
 */
final class DecimalMarkSniffer {
    private static final int LONGEST_NUMBER = 40;
    /** One kind must outnumber the other this many times before the other counts as a slip. */
    private static final int CLEARLY_MORE = 10;

    private static final Pattern NUMBER_LIKE = Pattern.compile("[+-]?[\\d.,]*\\d[\\d.,]*(?:[eE][+-]?\\d+)?");
    private static final Pattern POINT = decimal("\\.", ",");
    private static final Pattern COMMA = decimal(",", "\\.");
    private static final Pattern COMMA_UNCLEAR = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");

    private final String file;
    private int points;
    private int commas;
    private int unclear;
    private int firstPoint;
    private int firstComma;

    private DecimalMarkSniffer(String file) {
        this.file = file;
    }

    /** The mark of the table, with a fault where the file mixes both. */
    static DecimalMark sniff(String file, List<TextRow> rows, Faults faults) {
        DecimalMarkSniffer sniffer = new DecimalMarkSniffer(file);
        for (TextRow row : rows) {
            row.cells().forEach(cell -> sniffer.look(cell, row.line()));
        }
        sniffer.mixed()
                .ifPresent(
                        problem -> faults.add(file, "line " + sniffer.firstComma, problem, "write all numbers alike"));
        return sniffer.mark();
    }

    private static Pattern decimal(String mark, String group) {
        String grouped = "[1-9]\\d{0,2}(?:" + group + "\\d{3})+" + mark + "\\d+";
        String severalGroups = "[1-9]\\d{0,2}(?:" + group + "\\d{3}){2,}";
        String leadingZero = "0?" + mark + "\\d+";
        String notThreeDigits = "\\d+" + mark + "(?:\\d{1,2}|\\d{4,})?";
        String longWhole = "\\d{4,}" + mark + "\\d+";
        String plain = "(?:" + leadingZero + "|" + notThreeDigits + "|" + longWhole + ")(?:[eE][+-]?\\d+)?";
        return Pattern.compile("[+-]?(?:" + grouped + "|" + severalGroups + "|" + plain + ")");
    }

    static boolean isUnmistakable(String cell, DecimalMark mark) {
        if (cell.length() > LONGEST_NUMBER) {
            return false;
        }
        return switch (mark) {
            case POINT -> isSimple(cell, '.') || POINT.matcher(cell).matches();
            case COMMA -> isSimple(cell, ',') || COMMA.matcher(cell).matches();
            case UNDETERMINED -> false;
        };
    }

    /** Digits with one mark among them and not three digits behind it: what most decimal numbers look like. */
    private static boolean isSimple(String cell, char mark) {
        int at = cell.indexOf(mark);
        int sign = !cell.isEmpty() && (cell.charAt(0) == '-' || cell.charAt(0) == '+') ? 1 : 0;
        if (at <= sign || cell.length() - at == 4) {
            return false;
        }
        for (int i = sign; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (i != at && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private void look(String cell, int line) {
        boolean hasMark = cell.indexOf('.') >= 0 || cell.indexOf(',') >= 0;
        if (!hasMark
                || cell.length() > LONGEST_NUMBER
                || !NumberText.Grammar.beginsAsNumber(cell)
                || !NUMBER_LIKE.matcher(cell).matches()) {
            return;
        }
        if (isUnmistakable(cell, DecimalMark.POINT)) {
            firstPoint = points++ == 0 ? line : firstPoint;
        } else if (isUnmistakable(cell, DecimalMark.COMMA)) {
            firstComma = commas++ == 0 ? line : firstComma;
        } else if (COMMA_UNCLEAR.matcher(cell).matches()) {
            unclear++;
        }
    }

    private Optional<String> mixed() {
        boolean mixed = points > 0 && commas > 0 && points < CLEARLY_MORE * commas && commas < CLEARLY_MORE * points;
        return mixed
                ? Optional.of("numbers have a decimal comma here and a decimal point on line " + firstPoint + " of "
                        + nameOf(file))
                : Optional.empty();
    }

    private static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private DecimalMark mark() {
        if (commas > points) {
            return DecimalMark.COMMA;
        }
        return points == 0 && unclear > 0 ? DecimalMark.UNDETERMINED : DecimalMark.POINT;
    }
}

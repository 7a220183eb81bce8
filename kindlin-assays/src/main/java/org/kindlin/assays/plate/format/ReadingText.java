package org.kindlin.assays.plate.format;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.text.DecimalMark;
import org.kindlin.assays.text.NumberText;

/** Reads the cell of a reader's export: a number, or one of the words vendors write where there is none. */
public final class ReadingText {
    private static final Set<String> SATURATED =
            Set.of("sat", "satur", "saturated", "saturation", "detector saturated");
    private static final Set<String> OVERFLOW = Set.of(
            "over",
            "overflow",
            "ovrflw",
            "ovflw",
            "ovfl",
            "ovf",
            "ovr",
            "ovrflow",
            "overrange",
            "over range",
            "max",
            "high",
            "inf",
            "+inf",
            "infinity",
            "out of range",
            "oor");
    private static final Set<String> UNDERFLOW = Set.of(
            "under", "underflow", "undrflw", "unflw", "undfl", "underrange", "under range", "min", "low", "-inf");
    /** What instruments write where there is no reading and no reason either. */
    private static final Set<String> OTHER = Set.of(
            "path?",
            "range?",
            "error",
            "err",
            "invalid",
            "missed",
            "missing",
            "skipped",
            "not reported",
            "no num",
            "nonum",
            "no sample",
            "no read",
            "#value!",
            "#div/0!",
            "#num!",
            "#ref!",
            "#name?",
            "#null!");

    private static final Pattern ASKING = Pattern.compile("\\?{1,8}");
    private static final Pattern MASKED = Pattern.compile("masked|\\*[-+.,\\deE]{1,20}\\*|\\[[-+.,\\deE]{1,20}\\]");
    private static final Pattern FILLED = Pattern.compile("[*#^]{3,}");

    private ReadingText() {}

    public static Reading parse(String cell, DecimalMark mark) {
        return switch (NumberText.parse(cell, mark)) {
            case NumberText.Parsed(double number) -> new Reading.Measured(number);
            case NumberText.Missing() -> new Reading.Empty();
            case NumberText.Ambiguous() -> new Reading.Invalid(cell);
            case NumberText.NotNumber() -> word(cell);
        };
    }

    /** Whether a cell can stand in a grid of readings. */
    public static boolean fits(String cell, DecimalMark mark) {
        return cell.isEmpty()
                || NumberText.parse(cell, mark) instanceof NumberText.Ambiguous
                || !(parse(cell, mark) instanceof Reading.Invalid)
                || isKnownWord(cell);
    }

    /** Whether instruments write this where there is no reading. */
    public static boolean isKnownWord(String cell) {
        String word = cell.strip().toLowerCase(Locale.ROOT);
        return OTHER.contains(word)
                || (word.startsWith("?") && ASKING.matcher(word).matches());
    }

    private static Reading word(String cell) {
        String word = cell.strip().toLowerCase(Locale.ROOT);
        String bare = word.startsWith("#") ? word.substring(1) : word;
        char first = word.isEmpty() ? ' ' : word.charAt(0);
        boolean sign = first == '*' || first == '[' || first == '#' || first == '^';
        if ((sign || first == 'm') && MASKED.matcher(word).matches()) {
            return new Reading.Masked(cell);
        }
        if (SATURATED.contains(bare)) {
            return new Reading.Saturated(cell);
        }
        if (word.startsWith(">")
                || OVERFLOW.contains(bare)
                || (sign && FILLED.matcher(word).matches())) {
            return new Reading.Overflow(cell);
        }
        if (word.startsWith("<") || UNDERFLOW.contains(bare)) {
            return new Reading.Underflow(cell);
        }
        return new Reading.Invalid(cell);
    }
}

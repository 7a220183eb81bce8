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
                || cell.equals("?");
    }

    private static Reading word(String cell) {
        String word = cell.strip().toLowerCase(Locale.ROOT);
        String bare = word.startsWith("#") ? word.substring(1) : word;
        if (SATURATED.contains(bare)) {
            return new Reading.Saturated(cell);
        }
        if (word.startsWith(">")
                || OVERFLOW.contains(bare)
                || FILLED.matcher(word).matches()) {
            return new Reading.Overflow(cell);
        }
        if (word.startsWith("<") || UNDERFLOW.contains(bare)) {
            return new Reading.Underflow(cell);
        }
        return new Reading.Invalid(cell);
    }
}

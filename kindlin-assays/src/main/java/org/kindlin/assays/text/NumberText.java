package org.kindlin.assays.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a cell says, read as a number. */
public sealed interface NumberText {

    /** A number of a size that something measured can have. */
    record Parsed(double number) implements NumberText {}

    /** Nothing, or one of the words for a missing value: {@code NA}, {@code N/A}, {@code NaN}, {@code -}. */
    record Missing() implements NumberText {}

    /** Could be a decimal or grouped thousands, and the file does not say which. */
    record Ambiguous() implements NumberText {}

    /** No number. */
    record NotNumber() implements NumberText {}

    /** Reads a cell; spaces, no-break spaces and apostrophes may group thousands. */
    static NumberText parse(String cell, DecimalMark mark) {
        String text = cell.strip().replace('\u2212', '-');
        if (isMissing(text)) {
            return new Missing();
        }
        if (text.length() > Grammar.LONGEST || !Grammar.beginsAsNumber(text)) {
            return new NotNumber();
        }
        return switch (mark) {
            case POINT -> parse(text, Grammar.POINT, ',', '.');
            case COMMA -> parse(text, Grammar.COMMA, '.', ',');
            case UNDETERMINED ->
                Grammar.UNCLEAR.matcher(text).matches() ? new Ambiguous() : parse(text, Grammar.POINT, ',', '.');
        };
    }

    /**
     * Whether a cell is a decimal number of this mark and cannot be anything else: {@code 0,02} and {@code 12,5} are, and
     * {@code 1,234} is not.
     */
    static boolean isUnmistakable(String cell, DecimalMark mark) {
        return DecimalMarkSniffer.isUnmistakable(cell.strip(), mark);
    }

    /** Whether a cell is one of the ways to write nothing. */
    static boolean isMissing(String cell) {
        String text = cell.strip();
        if (text.length() > 4) {
            return false;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "na", "n/a", "#n/a", "nan", "-", "--", ".", "null", "none", "nd", "n.d." -> true;
            default -> false;
        };
    }

    private static NumberText parse(String text, Pattern grammar, char group, char mark) {
        boolean isPlain = Grammar.isPlain(text, mark);
        if (!isPlain && !grammar.matcher(text).matches()) {
            return new NotNumber();
        }
        String plain =
                isPlain ? text : Grammar.GROUPING.matcher(text).replaceAll("").replace(String.valueOf(group), "");
        double number = Double.parseDouble(plain.replace(mark, '.'));
        return Math.abs(number) <= Grammar.LARGEST ? new Parsed(number) : new NotNumber();
    }

    /** The patterns, apart so that the interface has no state of its own. */
    final class Grammar {
        static final int LONGEST = 64;
        /** No measurement is larger; the squares of its squares still are numbers. */
        static final double LARGEST = 1e75;

        static final Pattern GROUPING = Pattern.compile("[ \\u00a0\\u2009\\u202f'\\u2019]");
        static final Pattern POINT = number("\\.", ",");
        static final Pattern COMMA = number(",", "\\.");
        static final Pattern UNCLEAR = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");

        private Grammar() {}

        /** Whether a text begins as every number does; most words of a file do not. */
        static boolean beginsAsNumber(String text) {
            char first = text.charAt(0);
            return first >= '+' && first <= '9';
        }

        /** Whether a text is digits with at most one mark among or behind them: what most numbers are. */
        static boolean isPlain(String text, char mark) {
            int start = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
            int marks = 0;
            for (int i = start; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == mark && i > start) {
                    marks++;
                } else if (c < '0' || c > '9') {
                    return false;
                }
            }
            return marks <= 1 && text.length() > start;
        }

        private static Pattern number(String mark, String group) {
            String anyGroup = "(?:" + group + "|" + GROUPING.pattern() + ")";
            String grouped = "[1-9]\\d{0,2}(" + anyGroup + ")\\d{3}(?:\\1\\d{3})*";
            String whole = "(?:" + grouped + "|\\d+)";
            return Pattern.compile(
                    "[+-]?(?:" + whole + "(?:" + mark + "\\d*)?|" + mark + "\\d+)(?:[eE][+-]?\\d{1,4})?");
        }
    }
}

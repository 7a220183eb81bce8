package org.kindlin.figures;

import java.util.ArrayList;
import java.util.List;

/**
 * Label text as runs of normal, raised and lowered characters. Unicode superscripts and subscripts become real raised
 * and lowered text, because few fonts hold all of them and those that do draw them unevenly.
 */
final class RichText {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ";
    private static final String RAISED_AS = "0123456789+−=()ni";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢ";
    private static final String LOWERED_AS = "0123456789+−=()aeoxhklmnpsti";
    private static final char FIRST_RAISED = '²';
    private static final char REPLACEMENT = '\uFFFD';

    /** Where a run stands; {@code lift} is the rise of its baseline as a fraction of the font size. */
    enum Level {
        NORMAL(1, 0),
        RAISED(0.7, 0.36),
        LOWERED(0.7, -0.18);

        final double scale;
        final double lift;

        Level(double scale, double lift) {
            this.scale = scale;
            this.lift = lift;
        }
    }

    /** Characters on one level. */
    record Run(String text, Level level) {
        double scale() {
            return level.scale;
        }
    }

    private RichText() {}

    static List<Run> runs(String label) {
        if (label.chars().allMatch(c -> level((char) c) == Level.NORMAL)) {
            return List.of(new Run(label, Level.NORMAL));
        }
        List<Run> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Level level = Level.NORMAL;
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            Level next = level(c);
            if (next != level && !text.isEmpty()) {
                runs.add(new Run(text.toString(), level));
                text.setLength(0);
            }
            level = next;
            text.append(plain(c, next));
        }
        runs.add(new Run(text.toString(), level));
        return runs;
    }

    /** The label on one line: white space single, characters that XML forbids or that reorder text replaced. */
    static String clean(String label) {
        StringBuilder text = new StringBuilder(label.length());
        label.codePoints().map(RichText::printable).forEach(text::appendCodePoint);
        String clean = text.toString();
        return (clean.contains("  ") ? clean.replaceAll(" +", " ") : clean).strip();
    }

    /** The words of a cleaned label. */
    static List<String> words(String label) {
        return List.of(clean(label).split(" ", -1));
    }

    private static int printable(int c) {
        if (Character.isWhitespace(c)) {
            return ' ';
        }
        boolean forbidden = Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE
                || Character.getType(c) == Character.FORMAT
                || (c & 0xFFFE) == 0xFFFE;
        return forbidden ? REPLACEMENT : c;
    }

    private static Level level(char c) {
        if (c < FIRST_RAISED) {
            return Level.NORMAL;
        }
        if (RAISED.indexOf(c) >= 0) {
            return Level.RAISED;
        }
        return LOWERED.indexOf(c) >= 0 ? Level.LOWERED : Level.NORMAL;
    }

    private static char plain(char c, Level level) {
        return switch (level) {
            case NORMAL -> c;
            case RAISED -> RAISED_AS.charAt(RAISED.indexOf(c));
            case LOWERED -> LOWERED_AS.charAt(LOWERED.indexOf(c));
        };
    }
}

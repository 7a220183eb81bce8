package org.kindlin.study.report;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Lines for a terminal: indented, wrapped, without control characters.
 *
 * <p>A compound's name may hold an escape sequence that rewrites the screen; none gets through.
 */
final class TerminalText {
    private static final Map<Integer, String> ASCII = Map.ofEntries(
            Map.entry((int) 'µ', "u"),
            Map.entry((int) 'μ', "u"),
            Map.entry((int) '−', "-"),
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '×', "x"),
            Map.entry((int) '·', "/"),
            Map.entry((int) '′', "'"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '‘', "'"),
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry((int) '≥', ">="),
            Map.entry((int) '≤', "<="),
            Map.entry((int) '°', "deg"),
            Map.entry((int) '…', "..."),
            Map.entry((int) 'χ', "chi"));
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉ᵢₘₐₓ";
    private static final String LOWERED = "0123456789imax";

    private final StringBuilder out = new StringBuilder(4096);
    private final TerminalStyle style;

    TerminalText(TerminalStyle style) {
        this.style = style;
    }

    enum Tone {
        PLAIN(""),
        BOLD("1"),
        ALARM("31"),
        CAUTION("33");

        private final String code;

        Tone(String code) {
            this.code = code;
        }
    }

    /** A paragraph, wrapped; lines after the first hang by two more spaces than it. */
    void paragraph(int indent, Tone tone, String text) {
        String line = " ".repeat(indent);
        boolean empty = true;
        for (String word : shown(text).strip().split("\\s+", -1)) {
            if (!empty && line.length() + 1 + word.length() > style.columns()) {
                line(tone, line);
                line = " ".repeat(indent + 2);
                empty = true;
            }
            line += (empty ? "" : " ") + word;
            empty = false;
        }
        line(tone, line);
    }

    /** A line as it is; for tables, whose cells are already {@link #shown}. */
    void line(Tone tone, String text) {
        boolean coloured = style.colour() && tone != Tone.PLAIN;
        out.append(coloured ? "\u001b[" + tone.code + "m" : "")
                .append(text.stripTrailing())
                .append(coloured ? "\u001b[0m" : "")
                .append('\n');
    }

    void blank() {
        out.append('\n');
    }

    /** Text as this terminal can show it, on one line. */
    String shown(String text) {
        String clean = text.codePoints()
                .map(character -> Character.isWhitespace(character) || character == '\u00a0' || character == '\u202f'
                        ? ' '
                        : character)
                .mapToObj(character -> isPrintable(character) ? new String(Character.toChars(character)) : "?")
                .collect(Collectors.joining());
        return style.unicode() ? clean : ascii(clean);
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }

    private static String ascii(String text) {
        StringBuilder folded = new StringBuilder(text.length() + 8);
        boolean raised = false;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            boolean superscript = SUPERSCRIPTS.indexOf(character) >= 0;
            folded.append(superscript && !raised ? "^" : "").append(folded(character));
            raised = superscript;
        }
        return folded.toString();
    }

    private static String folded(int character) {
        if (character < 0x80) {
            return Character.toString(character);
        }
        int raised = SUPERSCRIPTS.indexOf(character);
        if (raised >= 0) {
            return raised == 10 ? "-" : Integer.toString(raised);
        }
        int lowered = SUBSCRIPTS.indexOf(character);
        return lowered >= 0 ? LOWERED.substring(lowered, lowered + 1) : ASCII.getOrDefault(character, "?");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}

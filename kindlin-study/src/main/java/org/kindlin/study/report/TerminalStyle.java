package org.kindlin.study.report;

/**
 * What a terminal can show.
 *
 * @param columns width that lines are wrapped at, at least 40
 * @param colour whether to use ANSI colours
 * @param unicode whether characters beyond ASCII can be shown
 */
public record TerminalStyle(int columns, boolean colour, boolean unicode) {
    private static final int NARROWEST = 40;

    public TerminalStyle {
        columns = Math.max(NARROWEST, columns);
    }

    /** A hundred columns, no colour, no character beyond ASCII: right for any terminal, file or pipe. */
    public static TerminalStyle plain() {
        return new TerminalStyle(100, false, false);
    }
}

package org.kindlin.assays.text;

/**
 * Text that a spreadsheet will not take for a formula: cells that begin with {@code = + - @}, a tab, a line end or an
 * apostrophe get an apostrophe before them (OWASP, "CSV Injection").
 */
public final class SpreadsheetText {
    private static final String DANGEROUS = "=+-@'\t\r\n";

    private SpreadsheetText() {}

    /** The text as it is safe to write into a cell. */
    public static String guard(String text) {
        return isDangerous(text) ? "'" + text : text;
    }

    /** The text that {@link #guard} was given. */
    public static String unguard(String cell) {
        return cell.startsWith("'") && isDangerous(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isDangerous(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0;
    }
}

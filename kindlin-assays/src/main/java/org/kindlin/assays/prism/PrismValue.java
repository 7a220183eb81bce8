package org.kindlin.assays.prism;

/**
 * A cell of a Prism table.
 *
 * @param text as the file writes it; empty where the cell is
 * @param excluded whether it is struck out: shown in blue italics with an asterisk and left out of every analysis
 * @param line one-based line of the file; 0 where it comes from none
 */
public record PrismValue(String text, boolean excluded, int line) {
    public static final PrismValue BLANK = new PrismValue("", false, 0);

    public static PrismValue of(String text) {
        return new PrismValue(text, false, 0);
    }

    public boolean isBlank() {
        return text.isBlank();
    }
}

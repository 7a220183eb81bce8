package org.kindlin.assays.prism;

/**
 * A cell of a Prism table.
 *
 * @param text as the file writes it; empty where the cell is
 * @param excluded whether it is struck out: shown in blue italics with an asterisk and left out of every analysis
 */
public record PrismValue(String text, boolean excluded) {
    public static final PrismValue BLANK = new PrismValue("", false);

    public static PrismValue of(String text) {
        return new PrismValue(text, false);
    }

    public boolean isBlank() {
        return text.isBlank();
    }
}

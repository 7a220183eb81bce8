package org.kindlin.assays.workbook;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a cell stands in its sheet.
 *
 * @param row one-based
 * @param column zero-based
 */
record CellReference(int row, int column) {
    static final int MOST_ROWS = 1_048_576;
    static final int MOST_COLUMNS = 16_384;

    private static final Pattern TEXT = Pattern.compile("\\$?([A-Za-z]{1,3})\\$?(\\d{1,7})");

    /** Reads {@code B7}; empty where it lies off every sheet. */
    static Optional<CellReference> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int column = 0;
        for (char letter : matcher.group(1).toUpperCase(Locale.ROOT).toCharArray()) {
            column = 26 * column + letter - 'A' + 1;
        }
        int row = Integer.parseInt(matcher.group(2));
        boolean onSheet = row >= 1 && row <= MOST_ROWS && column <= MOST_COLUMNS;
        return onSheet ? Optional.of(new CellReference(row, column - 1)) : Optional.empty();
    }
}

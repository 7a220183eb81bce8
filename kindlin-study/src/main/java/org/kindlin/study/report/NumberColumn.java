package org.kindlin.study.report;

import java.util.List;

/**
 * The numbers of one column, set so that their decimal points stand under each other.
 *
 * <p>Shorter fractions are followed by figure spaces, as wide as a digit, and a punctuation space, as wide as a point: the
 * layout engine then aligns right edges, which every medium can.
 */
final class NumberColumn {
    private static final int WIDEST = 6;
    private static final String FIGURE_SPACE = "\u2007";
    private static final String PUNCTUATION_SPACE = "\u2008";

    private final int fraction;

    NumberColumn(List<String> numbers) {
        this.fraction = Math.min(
                WIDEST, numbers.stream().mapToInt(NumberColumn::fraction).max().orElse(0));
    }

    /** One number of the column, padded. */
    String padded(String number) {
        int missing = fraction - fraction(number);
        if (missing <= 0) {
            return number;
        }
        boolean pointless = fraction(number) == 0;
        return number
                + (pointless ? PUNCTUATION_SPACE + FIGURE_SPACE.repeat(missing - 1) : FIGURE_SPACE.repeat(missing));
    }

    /** Characters from the decimal point on; none for a power of ten, whose point stands elsewhere. */
    private static int fraction(String number) {
        int point = number.indexOf('.');
        return point < 0 || number.contains("×") ? 0 : number.length() - point;
    }
}

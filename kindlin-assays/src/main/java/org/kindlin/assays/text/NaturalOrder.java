package org.kindlin.assays.text;

import java.util.Comparator;

/**
 * The order of names in which people count: runs of digits compare as whole numbers, so that m2 stands before m11. Names that differ in
 * leading zeros only (m2, m02) are ordered as text, so that only equal names are equal.
 */
public final class NaturalOrder {
    /** Names as people count them. */
    public static final Comparator<String> NAMES =
            ((Comparator<String>) NaturalOrder::byRuns).thenComparing(Comparator.naturalOrder());

    private NaturalOrder() {}

    private static int byRuns(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int endOfOne = digits(one, i);
            int endOfOther = digits(other, j);
            int difference;
            if (endOfOne > i && endOfOther > j) {
                difference = compareNumbers(one.substring(i, endOfOne), other.substring(j, endOfOther));
                i = endOfOne;
                j = endOfOther;
            } else {
                difference = Character.compare(one.charAt(i++), other.charAt(j++));
            }
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(one.length() - i, other.length() - j);
    }

    /** Where the run of digits ends that begins here; the place itself where none does. */
    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Any number of digits, so a name cannot overflow. */
    private static int compareNumbers(String one, String other) {
        String plain = withoutZeros(one);
        String otherPlain = withoutZeros(other);
        return plain.length() != otherPlain.length()
                ? Integer.compare(plain.length(), otherPlain.length())
                : plain.compareTo(otherPlain);
    }

    private static String withoutZeros(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }
}

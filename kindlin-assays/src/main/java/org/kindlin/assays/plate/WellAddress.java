package org.kindlin.assays.plate;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a well on its plate. Row letters go on after Z with AA (the 27th row of a 1536-well plate).
 *
 * @param row zero-based, from the top: 0 is row A
 * @param column zero-based, from the left: 0 is column 1
 */
public record WellAddress(int row, int column) implements Comparable<WellAddress> {
    private static final Pattern TEXT = Pattern.compile("([A-Za-z]{1,2})[\\s:_-]?0{0,2}([1-9]\\d?)");
    private static final Comparator<WellAddress> ROW_BY_ROW =
            Comparator.comparingInt(WellAddress::row).thenComparingInt(WellAddress::column);
    private static final int LETTERS = 26;

    public WellAddress {
        if (row < 0 || column < 0) {
            throw new IllegalArgumentException("row " + row + ", column " + column + " is no well");
        }
    }

    /**
     * Reads {@code A1}, {@code A01}, {@code a:1}, {@code P24}, {@code AF48}; upper and lower case alike.
     *
     * @return empty where the text is no well address
     */
    public static Optional<WellAddress> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        return matcher.matches()
                ? rowOf(matcher.group(1)).map(row -> new WellAddress(row, Integer.parseInt(matcher.group(2)) - 1))
                : Optional.empty();
    }

    /** The well written as {@code text}, for code that knows it is one. */
    public static WellAddress of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no well"));
    }

    /** The zero-based row named by one or two letters: A is 0, Z is 25, AA is 26. */
    public static Optional<Integer> rowOf(String letters) {
        String upper = letters.toUpperCase(Locale.ROOT);
        if (upper.isEmpty() || upper.length() > 2 || !upper.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
            return Optional.empty();
        }
        int row = upper.charAt(0) - 'A';
        return Optional.of(upper.length() == 1 ? row : (row + 1) * LETTERS + upper.charAt(1) - 'A');
    }

    /** The letters of the row: {@code A}, {@code AF}. */
    public String rowLetters() {
        return letters(row);
    }

    /** The letters of a zero-based row. */
    public static String letters(int row) {
        String last = String.valueOf((char) ('A' + row % LETTERS));
        return row < LETTERS ? last : (char) ('A' + row / LETTERS - 1) + last;
    }

    @Override
    public int compareTo(WellAddress other) {
        return ROW_BY_ROW.compare(this, other);
    }

    /** The address as instruments write it: {@code B07}, {@code AF48}. */
    @Override
    public String toString() {
        return rowLetters() + (column < 9 ? "0" : "") + (column + 1);
    }
}

package org.kindlin.assays.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as tables write them: {@code 2025-03-01}, {@code 01.03.2025}, {@code 1-Mar-2025}, {@code Mar 1, 2025} and, where the
 * column shows which comes first, {@code 03/01/2025}.
 */
public final class DateText {
    /** Which part of {@code 03/01/2025} comes first. */
    public enum Order {
        DAY_FIRST,
        MONTH_FIRST
    }

    private static final int MONTHS = 12;
    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ].*)?");
    private static final Pattern POINTS = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})");
    private static final Pattern DAY_NAME = Pattern.compile("(\\d{1,2})[- ]?([A-Za-z]{3})[a-z]*[- ]?,?\\s*(\\d{4})");
    private static final Pattern NAME_DAY = Pattern.compile("([A-Za-z]{3})[a-z]*\\.? (\\d{1,2}),? (\\d{4})");
    private static final String NAMES = "janfebmaraprmayjunjulaugsepoctnovdec";

    private DateText() {}

    /** Whether a text has the form of a date. */
    public static boolean isDate(String text) {
        return text.length() <= 40
                && List.of(ISO, POINTS, SLASHES, DAY_NAME, NAME_DAY).stream()
                        .anyMatch(form -> form.matcher(text.strip()).matches());
    }

    /** The order of day and month in a column, where a number above twelve gives it away. */
    public static Optional<Order> order(List<String> column) {
        for (String text : column) {
            Matcher matcher = SLASHES.matcher(text.strip());
            if (matcher.matches() && Integer.parseInt(matcher.group(1)) > MONTHS) {
                return Optional.of(Order.DAY_FIRST);
            }
            if (matcher.matches() && Integer.parseInt(matcher.group(2)) > MONTHS) {
                return Optional.of(Order.MONTH_FIRST);
            }
        }
        return Optional.empty();
    }

    /** Whether a date cannot be read without knowing the order. */
    public static boolean needsOrder(String text) {
        return SLASHES.matcher(text.strip()).matches();
    }

    /** The date; empty where the text is none, or needs an order and none is given. */
    public static Optional<LocalDate> parse(String written, Optional<Order> order) {
        String text = written.strip();
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return date(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher points = POINTS.matcher(text);
        if (points.matches()) {
            return date(points.group(3), points.group(2), points.group(1));
        }
        Matcher slashes = SLASHES.matcher(text);
        if (slashes.matches()) {
            return order.flatMap(first -> first == Order.DAY_FIRST
                    ? date(slashes.group(3), slashes.group(2), slashes.group(1))
                    : date(slashes.group(3), slashes.group(1), slashes.group(2)));
        }
        Matcher dayName = DAY_NAME.matcher(text);
        if (dayName.matches()) {
            return date(dayName.group(3), month(dayName.group(2)), dayName.group(1));
        }
        Matcher nameDay = NAME_DAY.matcher(text);
        return nameDay.matches() ? date(nameDay.group(3), month(nameDay.group(1)), nameDay.group(2)) : Optional.empty();
    }

    private static String month(String name) {
        int at = NAMES.indexOf(name.toLowerCase(Locale.ROOT));
        return at % 3 == 0 ? Integer.toString(at / 3 + 1) : "0";
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

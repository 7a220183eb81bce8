package org.kindlin.assays.growth;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Study days from texts: {@code 7}, {@code Day 7}, {@code D7}, or dates as ISO, with points (day first), with slashes (whose order
 * other dates of the study must show, or the protocol) or with a month's name.
 */
final class StudyDays {
    private static final Pattern DAY = Pattern.compile(
            "(?:study\\s*)?(?:d|day|tag|t|dpi|pid|x)?[\\s_.-]*(-?\\d{1,4}(?:[.,]\\d{1,4})?)(?:\\s*(?:d|days?))?");
    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ][0-9:.+Z-]*)?");
    private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern POINTS = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{2}|\\d{4})");
    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{2}|\\d{4})(?: [0-9:]*)?");
    private static final Pattern NAMED = Pattern.compile("(\\d{1,2})[-\\s.]*([a-z]{3})[a-z]*[-\\s.,]*(\\d{2}|\\d{4})");
    private static final Pattern NAMED_FIRST = Pattern.compile("([a-z]{3})[a-z]*\\.?\\s*(\\d{1,2}),?\\s*(\\d{4})");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int FIRST_SERIAL = 20_000; // 1954 as a spreadsheet counts days
    private static final int LAST_SERIAL = 80_000;

    /** How 03/04/2024 is meant. */
    enum DateOrder {
        DAY_FIRST,
        MONTH_FIRST
    }

    /** What a text says of when. */
    sealed interface When {
        record StudyDay(double day) implements When {}

        record OnDate(LocalDate date) implements When {}

        /** A date with slashes, both ways round where both exist. */
        record Slashed(Optional<LocalDate> dayFirst, Optional<LocalDate> monthFirst) implements When {}
    }

    private StudyDays() {}

    /** What the text says; empty where it is neither day nor date. */
    static Optional<When> parse(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.length() > 40) {
            return Optional.empty();
        }
        Optional<LocalDate> date = date(plain);
        if (date.isPresent()) {
            return Optional.of(new When.OnDate(date.get()));
        }
        Matcher slashed = SLASHES.matcher(plain);
        if (slashed.matches()) {
            Optional<LocalDate> dayFirst = of(slashed.group(3), slashed.group(2), slashed.group(1));
            Optional<LocalDate> monthFirst = of(slashed.group(3), slashed.group(1), slashed.group(2));
            return dayFirst.isEmpty() && monthFirst.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new When.Slashed(dayFirst, monthFirst));
        }
        OptionalDouble day = day(plain);
        return day.isPresent() ? Optional.of(new When.StudyDay(day.getAsDouble())) : Optional.empty();
    }

    private static Optional<LocalDate> date(String plain) {
        Matcher iso = ISO.matcher(plain);
        if (iso.matches()) {
            return of(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher compact = COMPACT.matcher(plain);
        if (compact.matches()) {
            return of(compact.group(1), compact.group(2), compact.group(3));
        }
        Matcher points = POINTS.matcher(plain);
        if (points.matches()) {
            return of(points.group(3), points.group(2), points.group(1));
        }
        Matcher named = NAMED.matcher(plain);
        if (named.matches() && MONTHS.contains(named.group(2))) {
            return of(named.group(3), month(named.group(2)), named.group(1));
        }
        Matcher first = NAMED_FIRST.matcher(plain);
        if (first.matches() && MONTHS.contains(first.group(1))) {
            return of(first.group(3), month(first.group(1)), first.group(2));
        }
        if (plain.matches("\\d{5}(\\.0+)?")) {
            int serial = (int) Double.parseDouble(plain);
            return serial >= FIRST_SERIAL && serial <= LAST_SERIAL
                    ? Optional.of(LocalDate.of(1899, 12, 30).plusDays(serial))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static String month(String name) {
        return Integer.toString(MONTHS.indexOf(name) + 1);
    }

    private static Optional<LocalDate> of(String year, String month, String day) {
        int full = Integer.parseInt(year) + (year.length() == 2 ? 2000 : 0);
        try {
            return Optional.of(LocalDate.of(full, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A study day: {@code 7}, {@code Day 7}, {@code D7}. */
    static OptionalDouble day(String text) {
        Matcher matcher = DAY.matcher(text.strip().toLowerCase(Locale.ROOT));
        return matcher.matches()
                ? OptionalDouble.of(Double.parseDouble(matcher.group(1).replace(',', '.')))
                : OptionalDouble.empty();
    }

    /**
     * The order of dates with slashes that makes all of them exist; empty where both do or neither does.
     */
    static Optional<DateOrder> order(List<When.Slashed> dates) {
        boolean dayFirst = dates.stream().allMatch(date -> date.dayFirst().isPresent());
        boolean monthFirst = dates.stream().allMatch(date -> date.monthFirst().isPresent());
        if (dayFirst == monthFirst) {
            return Optional.empty();
        }
        return Optional.of(dayFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST);
    }

    /** The day of a date, the first being day {@code dayOfFirst}. */
    static double since(LocalDate first, LocalDate date, double dayOfFirst) {
        return dayOfFirst + ChronoUnit.DAYS.between(first, date);
    }

    /** A study day as CDISC counts it, without a day 0: the day before day 1 is day -1. */
    static double withoutZero(double day) {
        return day > 0 ? day : day - 1;
    }

    /** The inverse of {@link #withoutZero}. */
    static double withZero(double day) {
        return day < 0 ? day + 1 : day;
    }

    /** Names of the orders for faults. */
    static final Map<DateOrder, String> SPELLING =
            Map.of(DateOrder.DAY_FIRST, "day-first", DateOrder.MONTH_FIRST, "month-first");
}

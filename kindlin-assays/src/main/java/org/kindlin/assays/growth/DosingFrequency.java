package org.kindlin.assays.growth;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a drug is given, as CDISC's list of dosing frequencies says it (NCI C71113): {@code ONCE}, {@code QD}, {@code BID},
 * {@code QOD}, {@code Q3D}, {@code EVERY 2 WEEKS} and their like. Frequencies that leave the days open, such as
 * {@code 3 TIMES PER WEEK}, are none.
 *
 * @param perDay administrations on a day of dosing
 * @param everyDays from one day of dosing to the next; 0 where there is one only
 */
public record DosingFrequency(int perDay, int everyDays) {
    /** One administration. */
    public static final DosingFrequency ONCE = new DosingFrequency(1, 0);

    private static final int HOURS = 24;
    private static final int WEEK = 7;
    private static final Map<String, DosingFrequency> TERMS = Map.of(
            "ONCE", ONCE,
            "QD", daily(1),
            "QAM", daily(1),
            "QPM", daily(1),
            "DAILY", daily(1),
            "BID", daily(2),
            "TID", daily(3),
            "QID", daily(4),
            "QOD", every(2),
            "QW", every(WEEK));
    private static final Pattern DAYS = Pattern.compile("Q(\\d{1,2})D|EVERY (\\d{1,2}) DAYS");
    private static final Pattern WEEKS = Pattern.compile("Q(\\d{1,2})W|EVERY (\\d{1,2}) WEEKS");
    private static final Pattern EVERY_HOURS = Pattern.compile("Q(\\d{1,2})H");
    private static final Pattern TIMES_A_DAY = Pattern.compile("(\\d) TIMES? PER DAY");

    /** So many administrations on every day. */
    static DosingFrequency daily(int perDay) {
        return new DosingFrequency(perDay, 1);
    }

    private static DosingFrequency every(int days) {
        return new DosingFrequency(1, days);
    }

    /** The frequency of a term; empty where it does not say the days. */
    static Optional<DosingFrequency> of(String term) {
        String plain = term.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (plain.equals("EVERY WEEK") || plain.equals("1 TIME PER WEEK")) {
            return Optional.of(every(WEEK));
        }
        return Optional.ofNullable(TERMS.get(plain))
                .or(() -> number(DAYS, plain).map(DosingFrequency::every))
                .or(() -> number(WEEKS, plain).map(weeks -> every(weeks * WEEK)))
                .or(() -> number(TIMES_A_DAY, plain).map(DosingFrequency::daily))
                .or(() -> number(EVERY_HOURS, plain).flatMap(DosingFrequency::everyHours));
    }

    private static Optional<Integer> number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.groupCount() > 1 && matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return Optional.of(Integer.parseInt(digits)).filter(number -> number > 0);
    }

    private static Optional<DosingFrequency> everyHours(int hours) {
        if (hours % HOURS == 0) {
            return Optional.of(every(hours / HOURS));
        }
        return HOURS % hours == 0 ? Optional.of(daily(HOURS / hours)) : Optional.empty();
    }

    /** CDISC's term. */
    String term() {
        if (everyDays == 0) {
            return "ONCE";
        }
        if (everyDays == 1) {
            return switch (perDay) {
                case 1 -> "QD";
                case 2 -> "BID";
                case 3 -> "TID";
                case 4 -> "QID";
                default -> perDay + " TIMES PER DAY";
            };
        }
        return switch (everyDays) {
            case 2 -> "QOD";
            case WEEK -> "EVERY WEEK";
            default -> everyDays % WEEK == 0 ? "EVERY " + everyDays / WEEK + " WEEKS" : "Q" + everyDays + "D";
        };
    }
}

package org.kindlin.study.evidence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindlin.assays.result.Relation;

/** What a claim says of its quantity: a number, a range, a limit, a direction, or that nothing was found. */
public sealed interface ClaimedValue {

    /** A number, with the interval or uncertainty printed beside it where there is one. */
    record Exact(double value, Optional<Range> interval) implements ClaimedValue {}

    /** Anywhere between two numbers. */
    record Range(double low, double high) implements ClaimedValue {
        public Range {
            if (!(low < high)) {
                throw new IllegalArgumentException("a range must rise, not run from " + low + " to " + high);
            }
        }
    }

    /** Below or above a number: a censored value keeps its relation. */
    record Limit(Relation relation, double value) implements ClaimedValue {}

    /** A direction without a size. */
    record Change(Direction direction) implements ClaimedValue {}

    /** Looked for, and not found. */
    record NotFound() implements ClaimedValue {}

    /** Which way something went. */
    enum Direction {
        INCREASED,
        REDUCED,
        UNCHANGED
    }

    /**
     * Reads {@code 0.6}, {@code < 0.6}, {@code 0.6 to 423.4}, {@code 1.2 ± 0.1}, {@code 44 (31 to 58)}, {@code reduced},
     * {@code not found}. An uncertainty after ± is kept as the interval it spans.
     *
     * @throws IllegalArgumentException if the text is none of these
     */
    static ClaimedValue parse(String text) {
        return switch (text.strip()) {
            case "increased" -> new Change(Direction.INCREASED);
            case "reduced" -> new Change(Direction.REDUCED);
            case "unchanged" -> new Change(Direction.UNCHANGED);
            case "not found" -> new NotFound();
            case String number -> Notation.number(number);
        };
    }

    /** The notation of numbers. */
    final class Notation {
        private static final String NUMBER = "(-?\\d+(?:\\.\\d+)?(?:[eE]-?\\d+)?)";
        private static final Pattern LIMIT = Pattern.compile("([<>]) ?" + NUMBER);
        private static final Pattern RANGE = Pattern.compile(NUMBER + " to " + NUMBER);
        private static final Pattern SPREAD = Pattern.compile(NUMBER + " ± " + NUMBER);
        private static final Pattern INTERVAL = Pattern.compile(NUMBER + " \\(" + NUMBER + " to " + NUMBER + "\\)");
        private static final Pattern PLAIN = Pattern.compile(NUMBER);

        private Notation() {}

        private static ClaimedValue number(String text) {
            Matcher matcher = LIMIT.matcher(text);
            if (matcher.matches()) {
                return new Limit(Relation.ofSymbol(matcher.group(1)), at(matcher, 2));
            }
            matcher = RANGE.matcher(text);
            if (matcher.matches()) {
                return new Range(at(matcher, 1), at(matcher, 2));
            }
            matcher = SPREAD.matcher(text);
            if (matcher.matches()) {
                double value = at(matcher, 1);
                double spread = at(matcher, 2);
                return new Exact(value, Optional.of(new Range(value - spread, value + spread)));
            }
            matcher = INTERVAL.matcher(text);
            if (matcher.matches()) {
                return new Exact(at(matcher, 1), Optional.of(new Range(at(matcher, 2), at(matcher, 3))));
            }
            matcher = PLAIN.matcher(text);
            if (matcher.matches()) {
                return new Exact(at(matcher, 1), Optional.empty());
            }
            throw new IllegalArgumentException("'" + text + "' is no claimed value");
        }

        private static double at(Matcher matcher, int group) {
            return Double.parseDouble(matcher.group(group));
        }
    }
}

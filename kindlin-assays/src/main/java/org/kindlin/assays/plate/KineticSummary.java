package org.kindlin.assays.plate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the readings of a well over time become one.
 *
 * <p>A point that was not read is passed over. A point above or below the reader's range, or left out in its software, makes
 * slope, mean and maximum unknown: the summary is then that point, not a number.
 */
public enum KineticSummary {
    /** They do not: one time point is read. */
    NONE("", ""),
    /** Slope of the least-squares line through the points, in signal per minute. */
    SLOPE("slope", "/min"),
    /** The largest. */
    MAX("maximum", ""),
    /** The last that was read. */
    LAST("last reading", ""),
    /** The arithmetic mean. */
    MEAN("mean", "");

    private static final double SECONDS_OF_A_MINUTE = 60;

    private final String words;
    private final String perTime;

    KineticSummary(String words, String perTime) {
        this.words = words;
        this.perTime = perTime;
    }

    /** What it is called in a label. */
    String words() {
        return words;
    }

    /** The unit of the summary of a signal in this unit. */
    String unit(String signal) {
        return signal.isEmpty() ? "" : signal + perTime;
    }

    /** One reading at a time; the time is null where the file states none. */
    record Point(double seconds, Reading reading) {}

    /** The summary of a well's points, in the order of time. */
    Reading of(List<Point> points) {
        List<Point> read = points.stream()
                .filter(point -> !(point.reading() instanceof Reading.Empty))
                .toList();
        if (read.isEmpty()) {
            return Reading.empty();
        }
        if (this == LAST) {
            return read.getLast().reading();
        }
        Optional<Reading> unknown = read.stream()
                .map(Point::reading)
                .filter(reading -> !reading.isMeasured())
                .findFirst();
        if (unknown.isPresent()) {
            return unknown.get();
        }
        OptionalDouble number = number(read);
        return number.isPresent() && Double.isFinite(number.getAsDouble())
                ? new Reading.Measured(number.getAsDouble())
                : Reading.empty();
    }

    private OptionalDouble number(List<Point> points) {
        return switch (this) {
            case SLOPE -> slope(points);
            case MAX -> points.stream().mapToDouble(KineticSummary::value).max();
            case MEAN -> points.stream().mapToDouble(KineticSummary::value).average();
            case NONE, LAST -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble slope(List<Point> points) {
        double meanTime =
                points.stream().mapToDouble(KineticSummary::minutes).average().orElse(0);
        double meanValue =
                points.stream().mapToDouble(KineticSummary::value).average().orElse(0);
        double together = 0;
        double square = 0;
        for (Point point : points) {
            double time = minutes(point) - meanTime;
            together += time * (value(point) - meanValue);
            square += time * time;
        }
        return square > 0 ? OptionalDouble.of(together / square) : OptionalDouble.empty();
    }

    private static double minutes(Point point) {
        return point.seconds() / SECONDS_OF_A_MINUTE;
    }

    private static double value(Point point) {
        return point.reading().value().orElseThrow();
    }
}

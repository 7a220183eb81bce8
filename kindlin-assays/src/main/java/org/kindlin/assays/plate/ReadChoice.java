package org.kindlin.assays.plate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kindlin.assays.text.CsvText;
import org.kindlin.fault.Faults;

/**
 * Which read of a plate is analysed, and why: the one asked for by label, wavelength and time, or a summary of a kinetic
 * measurement; where nothing is asked, the first raw one. What the instrument's software calculated is analysed only where
 * it is asked for by its label. A kinetic measurement is never cut down to one of its points unasked.
 *
 * @param read the choice
 * @param reason one sentence for the methods paragraph
 */
public record ReadChoice(PlateRead read, String reason) {

    /**
     * Chooses by label.
     *
     * @param asked label, or a part that fits one label only; empty for the default
     * @return empty where faults were added
     */
    public static Optional<ReadChoice> of(Plate plate, String asked, Faults faults) {
        return of(plate, ReadQuery.labelled(asked), faults);
    }

    /**
     * Chooses.
     *
     * @return empty where faults were added
     */
    public static Optional<ReadChoice> of(Plate plate, ReadQuery query, Faults faults) {
        List<ReadSeries> fitting = ReadSeries.of(labelled(plate, query.label()).stream()
                .filter(query::fitsWavelength)
                .toList());
        if (fitting.isEmpty()) {
            refuse(plate, query, faults);
            return Optional.empty();
        }
        boolean isUnasked = query.label().isEmpty() && query.nanometres() == null;
        if (fitting.size() > 1 && !isUnasked) {
            String several = fitting.size() + " reads are " + query.describe();
            faults.add(plate.file(), "read", several, "the reads are: " + names(fitting));
            return Optional.empty();
        }
        ReadSeries series = fitting.getFirst();
        return series.isKinetic() || query.summary() != KineticSummary.NONE || query.seconds() != null
                ? ofSeries(plate, series, query, faults)
                : Optional.of(new ReadChoice(series.first(), reason(plate, series, isUnasked)));
    }

    /** The reads with the label or, where none has it, with it as a part; raw ones where no label is asked for. */
    private static List<PlateRead> labelled(Plate plate, String asked) {
        if (asked.isEmpty()) {
            return plate.reads().stream().filter(read -> !read.calculated()).toList();
        }
        List<PlateRead> exact = plate.reads().stream()
                .filter(read ->
                        read.label().equalsIgnoreCase(asked) || read.name().equalsIgnoreCase(asked))
                .toList();
        String part = asked.toLowerCase(Locale.ROOT);
        return !exact.isEmpty()
                ? exact
                : plate.reads().stream()
                        .filter(read -> read.name().toLowerCase(Locale.ROOT).contains(part))
                        .toList();
    }

    private static void refuse(Plate plate, ReadQuery query, Faults faults) {
        boolean noRaw = plate.reads().stream().allMatch(PlateRead::calculated);
        String all = names(ReadSeries.of(plate.reads()));
        if (query.label().isEmpty() && noRaw) {
            faults.add(
                    plate.file(),
                    "read",
                    "holds only what the reader's software calculated",
                    "export the raw data, or ask for one of: " + all);
        } else {
            faults.add(plate.file(), "read", "no read is " + query.describe(), "the reads are: " + all);
        }
    }

    private static String reason(Plate plate, ReadSeries series, boolean isUnasked) {
        String label = "'" + series.first().name() + "'";
        if (!isUnasked) {
            return label + " was asked for";
        }
        return plate.reads().size() == 1
                ? label + " is the only read of the plate"
                : label + " is the first raw one of the plate's reads: " + names(ReadSeries.of(plate.reads()));
    }

    private static Optional<ReadChoice> ofSeries(Plate plate, ReadSeries series, ReadQuery query, Faults faults) {
        Double seconds = query.seconds();
        if (query.summary() != KineticSummary.NONE) {
            return summary(plate, series, query, faults);
        }
        if (seconds == null) {
            faults.add(
                    plate.file(),
                    "read",
                    series.name() + " is a series, and nothing says which of its points to analyse",
                    "give readTime, or kinetic = slope, max, last or mean");
            return Optional.empty();
        }
        PlateRead nearest = series.nearest(seconds);
        Double there = nearest.seconds();
        if (there == null || Math.abs(there - seconds) > series.halfInterval()) {
            faults.add(
                    plate.file(),
                    "readTime",
                    "nothing was read at " + CsvText.number(seconds) + " s",
                    "the reads are: " + series.name());
            return Optional.empty();
        }
        return Optional.of(new ReadChoice(
                nearest, "'" + nearest.name() + "' is nearest to the " + CsvText.number(seconds) + " s asked for"));
    }

    private static Optional<ReadChoice> summary(Plate plate, ReadSeries series, ReadQuery query, Faults faults) {
        long inWindow = series.reads().stream().filter(query::contains).count();
        boolean timed = series.reads().stream().allMatch(read -> read.seconds() != null);
        int needed = query.summary() == KineticSummary.SLOPE ? 2 : 1;
        if (inWindow < needed || (query.summary() == KineticSummary.SLOPE && !timed)) {
            faults.add(
                    plate.file(),
                    "kinetic",
                    "a " + query.summary().words() + " needs " + needed + " timed reads" + query.window()
                            + ", and there are " + (timed ? inWindow : 0),
                    "the reads are: " + names(ReadSeries.of(plate.reads())));
            return Optional.empty();
        }
        PlateRead read = series.summary(query);
        return Optional.of(
                new ReadChoice(read, "the " + read.label() + " was asked for; it sums up " + inWindow + " reads"));
    }

    private static String names(List<ReadSeries> series) {
        String some = series.stream().limit(8).map(ReadSeries::name).collect(Collectors.joining("; "));
        return series.size() > 8 ? some + "; and " + (series.size() - 8) + " more" : some;
    }
}

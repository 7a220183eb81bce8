package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.FcsParameter;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.numerics.statistics.OrderStatistics;

/**
 * Quality of an acquisition: events at the end of a channel's range, stretches of time with an odd flow rate, drift of the
 * scatter over time. Nothing is removed; a failed check is for the reader to judge.
 */
final class EventQuality {
    private static final int STRETCHES = 100;
    private static final int QUARTERS = 10;
    private static final int LEAST_EVENTS = 1000;
    private static final double ROBUST = 1.4826;
    private static final double ODD = 5;

    private EventQuality() {}

    /** Checks that the file allows; those on time need a time channel and a thousand events. */
    static List<QualityCheck> of(FcsDataSet set) {
        List<QualityCheck> checks = new ArrayList<>();
        if (set.events() == 0) {
            return checks;
        }
        checks.add(QualityCheck.atMost("margin-events-percent", margins(set), 5));
        set.parameters().stream().filter(FcsParameter::isTime).findFirst().ifPresent(time -> {
            double[] seconds = set.scale(time).toArray();
            if (set.events() >= LEAST_EVENTS && Arrays.stream(seconds).allMatch(Double::isFinite)) {
                checks.add(QualityCheck.atMost("odd-flow-rate-percent", oddRate(seconds), 5));
                scatter(set)
                        .ifPresent(values -> checks.add(QualityCheck.atMost("time-drift-percent", drift(values), 10)));
            }
        });
        return checks;
    }

    /** Events at or beyond the last channel of any channel but time, in percent. */
    private static double margins(FcsDataSet set) {
        boolean[] atEnd = new boolean[set.events()];
        for (FcsParameter parameter : set.parameters()) {
            if (!parameter.isTime() && parameter.range() > 1) {
                double[] raw = set.raw(parameter).toArray();
                for (int i = 0; i < raw.length; i++) {
                    atEnd[i] |= raw[i] >= parameter.range() - 1;
                }
            }
        }
        int count = 0;
        for (boolean end : atEnd) {
            count += end ? 1 : 0;
        }
        return 100.0 * count / atEnd.length;
    }

    /** Equal stretches of time whose count is more than five robust standard deviations from the median, in percent. */
    private static double oddRate(double[] seconds) {
        double first = Arrays.stream(seconds).min().orElse(0);
        double last = Arrays.stream(seconds).max().orElse(0);
        double[] counts = new double[STRETCHES];
        for (double second : seconds) {
            int at = last > first ? (int) (STRETCHES * (second - first) / (last - first)) : 0;
            counts[Math.min(at, STRETCHES - 1)]++;
        }
        double middle = OrderStatistics.median(counts.clone(), 0.95).value();
        double[] off =
                Arrays.stream(counts).map(count -> Math.abs(count - middle)).toArray();
        double spread =
                Math.max(ROBUST * OrderStatistics.median(off.clone(), 0.95).value(), Math.sqrt(middle));
        long odd =
                Arrays.stream(off).filter(distance -> distance > ODD * spread).count();
        return 100.0 * odd / STRETCHES;
    }

    private static java.util.Optional<double[]> scatter(FcsDataSet set) {
        return set.parameters().stream()
                .filter(p -> p.name().toUpperCase(Locale.ROOT).startsWith("SSC")
                        || p.name().toUpperCase(Locale.ROOT).startsWith("FSC"))
                .findFirst()
                .map(parameter -> set.scale(parameter).toArray());
    }

    /** Range of the medians of ten runs of events in the order of the file, in percent of the median of all. */
    private static double drift(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int q = 0; q < QUARTERS; q++) {
            double[] part =
                    Arrays.copyOfRange(values, q * values.length / QUARTERS, (q + 1) * values.length / QUARTERS);
            double median = OrderStatistics.median(part, 0.95).value();
            least = Math.min(least, median);
            most = Math.max(most, median);
        }
        double all = OrderStatistics.median(values.clone(), 0.95).value();
        return 100 * (most - least) / Math.abs(all);
    }
}

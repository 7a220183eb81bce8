package org.kindlin.assays.event.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.FcsParameter;

/**
 * Quality of an acquisition. Figures on time are empty where the file has no time channel, fewer than a thousand events, or
 * times that run backwards.
 *
 * @param margins events at the end of a range
 * @param oddRatePercent share of the time with an odd flow rate
 * @param oddSignalPercent share of the runs of events in which a channel is shifted
 * @param driftPercent range of the medians of ten runs of the first scatter channel, of the median of all
 * @param badTimes stretches with an odd flow rate or a shifted signal, in order, none touching another
 * @param backwards whether the time runs backwards somewhere, as where acquisitions were joined
 */
public record AcquisitionQuality(
        MarginEvents margins,
        OptionalDouble oddRatePercent,
        OptionalDouble oddSignalPercent,
        OptionalDouble driftPercent,
        List<TimeStretch> badTimes,
        boolean backwards) {
    private static final int LEAST_EVENTS = 1000;
    private static final double MOST_BACKWARD_STEPS = 0.001;

    public AcquisitionQuality {
        badTimes = List.copyOf(badTimes);
    }

    /** Looks at a data set with at least one event. */
    public static AcquisitionQuality of(FcsDataSet set) {
        MarginEvents margins = MarginEvents.of(set);
        Optional<double[]> seconds = set.parameters().stream()
                .filter(FcsParameter::isTime)
                .findFirst()
                .map(time -> set.scale(time).toArray())
                .filter(times ->
                        times.length >= LEAST_EVENTS && Arrays.stream(times).allMatch(Double::isFinite));
        if (seconds.isEmpty() || runsBackwards(seconds.get())) {
            return new AcquisitionQuality(
                    margins,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    List.of(),
                    seconds.isPresent());
        }
        return overTime(set, margins, seconds.get());
    }

    private static AcquisitionQuality overTime(FcsDataSet set, MarginEvents margins, double[] seconds) {
        TimeOrder order = TimeOrder.of(seconds);
        double[] sorted = order.apply(seconds);
        SignalOverTime signal = new SignalOverTime(sorted);
        List<TimeStretch> bad = new ArrayList<>(FlowRate.odd(sorted));
        double oddRate = FlowRate.percent(bad);
        OptionalDouble drift = OptionalDouble.empty();
        List<TimeStretch> shifted = new ArrayList<>();
        for (FcsParameter parameter : set.parameters()) {
            double[] values = parameter.isTime()
                    ? new double[0]
                    : order.apply(set.scale(parameter).toArray());
            if (values.length > 0 && Arrays.stream(values).allMatch(Double::isFinite)) {
                shifted.addAll(signal.odd(parameter.label(), values));
                if (drift.isEmpty() && isScatter(parameter)) {
                    drift = OptionalDouble.of(signal.drift(values));
                }
            }
        }
        long oddRuns =
                shifted.stream().mapToDouble(TimeStretch::from).distinct().count();
        bad.addAll(shifted);
        return new AcquisitionQuality(
                margins,
                OptionalDouble.of(oddRate),
                signal.runs() == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * oddRuns / signal.runs()),
                drift,
                joined(bad),
                false);
    }

    private static boolean isScatter(FcsParameter parameter) {
        return parameter.name().toUpperCase(Locale.ROOT).matches("(SSC|FSC|SS|FS).*");
    }

    /** A step back here and there is the clock's; more than a thousandth of the steps is not. */
    private static boolean runsBackwards(double[] seconds) {
        int back = 0;
        for (int i = 1; i < seconds.length; i++) {
            back += seconds[i] < seconds[i - 1] ? 1 : 0;
        }
        return back > MOST_BACKWARD_STEPS * seconds.length;
    }

    private static List<TimeStretch> joined(List<TimeStretch> stretches) {
        List<TimeStretch> joined = new ArrayList<>();
        for (TimeStretch next : stretches.stream()
                .sorted(Comparator.comparingDouble(TimeStretch::from))
                .toList()) {
            if (!joined.isEmpty() && joined.getLast().touches(next)) {
                joined.set(joined.size() - 1, joined.getLast().joined(next));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }
}

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
import org.kindlin.assays.event.MarkerScale;
import org.kindlin.numerics.scale.Scale;

/**
 * Quality of an acquisition. Figures on time are empty where the file has no time channel, fewer than a thousand events, or
 * times that run backwards.
 *
 * @param margins events at the end of a range
 * @param oddRatePercent share of the time with an odd flow rate
 * @param oddSignalPercent share of the runs of events in which a channel is shifted
 * @param drift of the first scatter channel
 * @param badTimes stretches with an odd flow rate or a shifted signal, in order, none touching another
 * @param clockFault why the time cannot be looked at, such as where acquisitions were joined; empty where it can, or there is none
 */
public record AcquisitionQuality(
        MarginEvents margins,
        OptionalDouble oddRatePercent,
        OptionalDouble oddSignalPercent,
        Optional<TimeDrift> drift,
        List<TimeStretch> badTimes,
        Optional<String> clockFault) {
    private static final int LEAST_EVENTS = 1000;
    private static final int MANY_TICKS = 100;
    /** Of many ticks one holds no such share of the events. */
    private static final double MOST_AT_END = 0.1;

    private static final double MOST_BACKWARD_STEPS = 0.001;
    /** Of the time from the first event to the last. */
    private static final double LARGEST_STEP = 0.05;

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
        Optional<String> fault = seconds.flatMap(AcquisitionQuality::clockFault);
        if (seconds.isEmpty() || fault.isPresent()) {
            return new AcquisitionQuality(
                    margins, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty(), List.of(), fault);
        }
        return overTime(set, margins, seconds.get());
    }

    private static AcquisitionQuality overTime(FcsDataSet set, MarginEvents margins, double[] seconds) {
        TimeOrder order = TimeOrder.of(seconds);
        double[] sorted = order.apply(seconds);
        SignalOverTime signal = new SignalOverTime(sorted);
        FlowRate rate = FlowRate.of(sorted);
        List<TimeStretch> bad = new ArrayList<>(rate.odd());
        Optional<TimeDrift> drift = Optional.empty();
        List<TimeStretch> shifted = new ArrayList<>();
        for (FcsParameter parameter : set.parameters()) {
            double[] values = parameter.isTime()
                    ? new double[0]
                    : order.apply(set.scale(parameter).toArray());
            if (values.length > 0 && Arrays.stream(values).allMatch(Double::isFinite)) {
                shifted.addAll(signal.odd(parameter.label(), values, scale(parameter, values)));
                if (drift.isEmpty() && isScatter(parameter)) {
                    drift = Optional.of(signal.drift(values));
                }
            }
        }
        long oddRuns =
                shifted.stream().mapToDouble(TimeStretch::from).distinct().count();
        bad.addAll(shifted);
        return new AcquisitionQuality(
                margins,
                OptionalDouble.of(rate.percent()),
                signal.runs() == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * oddRuns / signal.runs()),
                drift,
                joined(bad),
                Optional.empty());
    }

    private static Scale scale(FcsParameter parameter, double[] values) {
        double top = parameter.top() > 1
                ? parameter.top()
                : Math.max(1, Arrays.stream(values).max().orElse(1));
        return MarkerScale.of(values, top);
    }

    private static boolean isScatter(FcsParameter parameter) {
        return parameter.name().toUpperCase(Locale.ROOT).matches("(SSC|FSC|SS|FS).*");
    }

    private static Optional<String> clockFault(double[] seconds) {
        double last = Arrays.stream(seconds).max().orElseThrow();
        double atEnd = Arrays.stream(seconds).filter(second -> second == last).count();
        double ticks = Arrays.stream(seconds).distinct().limit(MANY_TICKS).count();
        if (runsBackwards(seconds)) {
            return Optional.of("the time runs backwards");
        }
        return ticks == MANY_TICKS && atEnd > MOST_AT_END * seconds.length
                ? Optional.of("the clock stopped at the end of its range, before the acquisition did")
                : Optional.empty();
    }

    /** A small step back here and there is the clock's; many are not, nor is a large one: the clock began anew. */
    private static boolean runsBackwards(double[] seconds) {
        double first = Arrays.stream(seconds).min().orElseThrow();
        double last = Arrays.stream(seconds).max().orElseThrow();
        int back = 0;
        double largest = 0;
        for (int i = 1; i < seconds.length; i++) {
            double step = seconds[i - 1] - seconds[i];
            back += step > 0 ? 1 : 0;
            largest = Math.max(largest, step);
        }
        return back > MOST_BACKWARD_STEPS * seconds.length || largest > LARGEST_STEP * (last - first);
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

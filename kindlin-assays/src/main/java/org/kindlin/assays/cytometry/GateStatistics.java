package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.kindlin.assays.event.flowjo.FlowJoStatistic;
import org.kindlin.assays.event.gating.Membership;
import org.kindlin.assays.event.gating.Population;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.proportions.Range;
import org.kindlin.numerics.statistics.OrderStatistics;

/** Counts and frequencies of a gate with their intervals, and medians of its channels. */
final class GateStatistics {
    private static final double PERCENT = 100;

    private final CytometryProtocol protocol;
    private double[] room = new double[0];

    GateStatistics(CytometryProtocol protocol) {
        this.protocol = protocol;
    }

    /** Count and frequencies of one population. */
    SubjectResult counts(
            Map<String, String> subject, Population population, GatedSample sample, List<FlowJoStatistic> stored) {
        Membership members = population.members();
        int count = members.count();
        int parent = population
                .parent()
                .map(sample.populations()::get)
                .map(found -> found.members().count())
                .orElse(members.events());
        List<Warning> warnings = new ArrayList<>(EmptyRange.warnings(sample.sample(), population.id()));
        List<Estimate> estimates = new ArrayList<>();
        estimates.add(Estimate.descriptive("count", count, "1", "events in the gate"));
        estimates.add(frequency("frequencyOfParent", count, parent, warnings));
        estimates.add(frequency("frequencyOfTotal", count, members.events(), warnings));
        estimates.addAll(DrawnGateReport.of(sample, population, protocol.level()));
        if (parent > 0 && parent < protocol.fewEvents()) {
            warnings.add(new Warning(
                    "few-events",
                    "the parent holds " + parent + " events, fewer than " + protocol.fewEvents()
                            + ": the frequency is not known better than its interval"));
        }
        if (parent >= protocol.fewEvents() && count < protocol.fewEvents()) {
            warnings.add(new Warning(
                    "few-events-in-gate",
                    "the gate holds " + count + " events, fewer than " + protocol.fewEvents()
                            + ": its frequency and medians are not known better than their intervals"));
        }
        List<QualityCheck> quality = stored.stream()
                .filter(statistic -> statistic.name().equals("Count"))
                .map(statistic ->
                        QualityCheck.atMost("flowjo-count-difference", Math.abs(count - statistic.value()), 0))
                .toList();
        return new SubjectResult(subject, estimates, List.of(), quality, warnings);
    }

    private Estimate frequency(String name, int count, int whole, List<Warning> warnings) {
        String method = Key.spelling(protocol.interval());
        if (whole == 0) {
            warnings.add(new Warning("empty-parent", name + " is not defined: of no events no share can be taken"));
            return Estimate.notEstimable(name, "%", protocol.level(), method);
        }
        Range interval = protocol.interval().of(count, whole, protocol.level());
        double share = (double) count / whole;
        return Estimate.of(
                name,
                PERCENT * share,
                "%",
                PERCENT * interval.low(),
                PERCENT * interval.high(),
                protocol.level(),
                PERCENT * Math.sqrt(share * (1 - share) / whole),
                method);
    }

    /**
     * The median of a channel over the events of a gate; values that are no number are left out and counted.
     *
     * @param column the channel, one value per event of the file
     * @param stored the median that FlowJo stored, where it did
     */
    SubjectResult median(Map<String, String> subject, int[] events, double[] column, OptionalDouble stored) {
        if (room.length < events.length) {
            room = new double[events.length];
        }
        double[] values = room;
        int used = 0;
        for (int event : events) {
            if (Double.isFinite(column[event])) {
                values[used++] = column[event];
            }
        }
        List<Warning> warnings = new ArrayList<>();
        if (used < events.length) {
            warnings.add(new Warning(
                    "not-finite", (events.length - used) + " of " + events.length + " events have no finite value"));
        }
        if (used == 0) {
            warnings.add(new Warning("empty-gate", "there is no event to take a median of"));
            Estimate none = Estimate.notEstimable("median", "", protocol.level(), "order-statistics");
            return new SubjectResult(subject, List.of(none), List.of(), List.of(), warnings);
        }
        OrderStatistics.Median median = OrderStatistics.median(values, used, protocol.level());
        Estimate estimate = Estimate.of(
                "median",
                median.value(),
                "",
                median.low(),
                median.high(),
                protocol.level(),
                Double.NaN,
                "order-statistics");
        List<QualityCheck> quality =
                stored.isPresent() ? List.of(stored(median.value(), stored.getAsDouble())) : List.of();
        return new SubjectResult(subject, List.of(estimate), List.of(), quality, warnings);
    }

    /** FlowJo's medians come from a histogram of its display: they agree to about a channel. */
    private static QualityCheck stored(double median, double flowJo) {
        double difference = PERCENT * Math.abs(median - flowJo) / Math.max(1, Math.abs(flowJo));
        return QualityCheck.atMost("flowjo-median-difference-percent", difference, 1);
    }

    /** A subject with one more entry. */
    static Map<String, String> with(Map<String, String> subject, String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(subject);
        more.put(key, value);
        return more;
    }
}

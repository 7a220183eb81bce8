package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kindlin.assays.event.automatic.ModelledGate;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.assays.event.gating.Population;
import org.kindlin.assays.result.Estimate;

/** What is reported of a gate that a model drew: its limit, and what the limit's uncertainty does to the frequency. */
final class DrawnGateReport {
    private DrawnGateReport() {}

    /** The limit and the range of frequencies between its ends; nothing for a gate that no one value decides. */
    static List<Estimate> of(GatedSample sample, Population population, double level) {
        Optional<ModelledGate> drawn = sample.sample().drawn().stream()
                .filter(gate -> gate.gate().id().equals(population.id()))
                .findFirst();
        List<Estimate> estimates = new ArrayList<>();
        if (drawn.isPresent()
                && drawn.get().limit().isPresent()
                && drawn.get().gate() instanceof Gate.Rectangle rectangle) {
            ModelledGate.Limit limit = drawn.get().limit().get();
            estimates.add(Estimate.of(
                    "limit",
                    limit.value(),
                    "",
                    limit.low(),
                    limit.high(),
                    level,
                    Double.NaN,
                    drawn.get().model()));
            estimates.addAll(byLimit(sample, population, rectangle, limit, level));
        }
        return estimates;
    }

    private static List<Estimate> byLimit(
            GatedSample sample, Population population, Gate.Rectangle gate, ModelledGate.Limit limit, double level) {
        int[] parent = population
                .parent()
                .map(sample.populations()::get)
                .map(found -> found.members().indices())
                .orElseGet(
                        () -> IntStream.range(0, sample.sample().set().events()).toArray());
        if (parent.length == 0) {
            return List.of();
        }
        double[] column = sample.sample()
                .gating()
                .column(limit.channel(), gate.ranges().getFirst().dimension().compensation());
        boolean above = gate.ranges().getFirst().max() == Double.POSITIVE_INFINITY;
        double[] shares = Arrays.stream(new double[] {limit.low(), limit.high()})
                .map(at -> Double.isFinite(at) ? share(column, parent, at, above) : Double.NaN)
                .sorted()
                .toArray();
        double share = 100.0 * population.members().count() / parent.length;
        boolean known = Double.isFinite(shares[0]) && Double.isFinite(shares[1]);
        return List.of(Estimate.of(
                "frequencyOfParentByLimit",
                share,
                "%",
                known ? Math.min(share, shares[0]) : Double.NaN,
                known ? Math.max(share, shares[1]) : Double.NaN,
                level,
                Double.NaN,
                "the frequency at the ends of the limit's interval"));
    }

    private static double share(double[] column, int[] events, double limit, boolean above) {
        long inside = Arrays.stream(events)
                .filter(event -> above ? column[event] >= limit : column[event] < limit)
                .count();
        return 100.0 * inside / events.length;
    }
}

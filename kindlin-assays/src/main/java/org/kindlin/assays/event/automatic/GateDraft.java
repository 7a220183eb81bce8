package org.kindlin.assays.event.automatic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.FcsParameter;
import org.kindlin.assays.event.Spillover;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.assays.event.gating.Gating;
import org.kindlin.assays.event.gating.GatingDocument;
import org.kindlin.assays.event.gating.Transformation;
import org.kindlin.fault.Faults;

/**
 * The events of a data set inside the gates drawn so far.
 *
 * @param inside id of the population that further gates select from; empty for all events
 */
public record GateDraft(
        FcsDataSet set, Optional<Spillover> spillover, GatingDocument document, Optional<String> inside) {

    /** The document bound to the data set. */
    public Gating gating() {
        return Gating.bind(document, set, spillover, "", new Faults())
                .orElseThrow(() -> new IllegalStateException("gates were drawn on channels that are there"));
    }

    /** With another gate; where further gates select from is unchanged. */
    public GateDraft with(Attempt.Drawn drawn) {
        List<Gate> gates = new ArrayList<>(document.gates());
        gates.add(drawn.gate().gate());
        Map<String, Transformation> scales = new LinkedHashMap<>(document.transformations());
        drawn.scales().forEach(scale -> scales.put(scale.id(), scale));
        return new GateDraft(set, spillover, new GatingDocument(gates, scales, document.matrices()), inside);
    }

    /** The same, from where further gates select from another population. */
    public GateDraft within(Optional<String> population) {
        return new GateDraft(set, spillover, document, population);
    }

    /** Indices of the events inside. */
    int[] events() {
        return inside.map(id -> Objects.requireNonNull(gating().populations().get(id), id)
                        .members()
                        .indices())
                .orElseGet(() -> IntStream.range(0, set.events()).toArray());
    }

    /** Linear values of a channel under a compensation, for these events. */
    double[] values(String channel, String compensation, int[] events) {
        double[] column = gating().column(channel, compensation);
        return Arrays.stream(events).mapToDouble(event -> column[event]).toArray();
    }

    /** How its dyes are compensated: as the file says, where it says how. */
    String compensation() {
        return spillover.isPresent() ? Dimension.AS_IN_FILE : Dimension.UNCOMPENSATED;
    }

    /** Linear values of a channel as measured, for these events. */
    double[] values(FcsParameter channel, int[] events) {
        return values(channel.name(), Dimension.UNCOMPENSATED, events);
    }

    /** The first channel of such a name. */
    Optional<FcsParameter> channel(Predicate<FcsParameter> condition) {
        return set.parameters().stream().filter(condition).findFirst();
    }

    /** The end of a channel's linear range; its largest value where the file states none. */
    double top(FcsParameter channel) {
        return channel.top() > 1
                ? channel.top()
                : Math.max(
                        1,
                        Arrays.stream(set.scale(channel).toArray())
                                .filter(Double::isFinite)
                                .max()
                                .orElse(1));
    }
}

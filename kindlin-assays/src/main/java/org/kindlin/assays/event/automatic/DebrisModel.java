package org.kindlin.assays.event.automatic;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.event.FcsParameter;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Gate;

/** Cells against debris: log forward scatter, cut between its two populations. */
final class DebrisModel implements GateModel {
    static final String GATE = "cells";

    @Override
    public Attempt draw(GateDraft events, DrawingSettings settings) {
        Optional<FcsParameter> forward = Scatter.forward(events);
        if (forward.isEmpty()) {
            return new Attempt.LeftOut(GATE, "no forward scatter");
        }
        String channel = forward.get().name();
        double[] logs = Arrays.stream(events.values(forward.get(), events.events()))
                .filter(value -> value > 0 && Double.isFinite(value))
                .map(StrictMath::log)
                .toArray();
        return Cut.of(logs, settings, settings.random().child(GATE))
                .<Attempt>map(cut -> new Attempt.Drawn(gate(events, channel, cut, settings), List.of()))
                .orElseGet(() -> new Attempt.LeftOut(
                        GATE, channel + " does not show two populations, or holds fewer than 200 events"));
    }

    private static ModelledGate gate(GateDraft events, String channel, Cut cut, DrawingSettings settings) {
        double limit = StrictMath.exp(cut.at());
        return new ModelledGate(
                new Gate.Rectangle(
                        GATE,
                        events.inside(),
                        List.of(new Gate.Range(Dimension.of(channel), limit, Double.POSITIVE_INFINITY))),
                "log " + channel + " above " + settings.model().sentence(),
                Optional.of(
                        new ModelledGate.Limit(channel, limit, StrictMath.exp(cut.low()), StrictMath.exp(cut.high()))));
    }
}

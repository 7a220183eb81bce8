package org.kindlin.assays.event.automatic;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.event.FcsParameter;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.numerics.statistics.BinnedSample;
import org.kindlin.numerics.statistics.KernelDensity;

/**
 * Cells against debris: log forward scatter, cut between its two populations. Where there is one, and its lower side is there
 * to see, the cytometer's threshold has kept the debris out: the gate holds every event. Where it runs into the low end of
 * what was recorded, nothing is drawn, since debris and noise look like that too.
 */
final class DebrisModel implements GateModel {
    static final String GATE = "cells";
    private static final int LEAST_EVENTS = 200;
    /** The lower side is seen to this share of the events. */
    private static final double LOW = 0.01;
    /** The density there, of that at the mode: 0.07 for a whole normal distribution, 0.3 for one cut one deviation below. */
    private static final double ENDED = 0.25;

    @Override
    public Attempt draw(GateDraft events, DrawingSettings settings) {
        Optional<FcsParameter> forward = Scatter.forward(events);
        if (forward.isEmpty()) {
            return new Attempt.LeftOut(GATE, "no forward scatter");
        }
        String channel = forward.get().name();
        double[] values = events.values(forward.get(), events.events());
        double[] logs = Arrays.stream(values)
                .filter(value -> value > 0 && Double.isFinite(value))
                .map(StrictMath::log)
                .toArray();
        if (logs.length < LEAST_EVENTS) {
            return new Attempt.LeftOut(GATE, channel + " holds fewer than " + LEAST_EVENTS + " events");
        }
        return Cut.of(logs, settings, settings.random().child(GATE))
                .<Attempt>map(cut -> new Attempt.Drawn(gate(events, channel, cut, settings), List.of()))
                .orElseGet(() -> whole(events, channel, logs, values));
    }

    private static Attempt whole(GateDraft events, String channel, double[] logs, double[] values) {
        if (!endsAbove(logs)) {
            return new Attempt.LeftOut(
                    GATE,
                    channel
                            + " shows one population, which runs into the low end of what was recorded: cells and debris"
                            + " cannot be told apart");
        }
        double least = Arrays.stream(values).filter(Double::isFinite).min().orElseThrow();
        return new Attempt.Drawn(
                new ModelledGate(
                        limit(events, channel, least),
                        "every event: log " + channel + " shows one population, whose lower side is there to see",
                        Optional.empty()),
                List.of(),
                "it holds every event; " + channel
                        + " shows one population and no debris below it, as after a threshold" + " of the cytometer");
    }

    private static boolean endsAbove(double[] logs) {
        Optional<KernelDensity> density = BinnedSample.of(logs).map(KernelDensity::of);
        return density.isPresent()
                && density.get().at(density.get().sample().quantile(LOW))
                        < ENDED * Arrays.stream(density.get().density()).max().orElseThrow();
    }

    private static ModelledGate gate(GateDraft events, String channel, Cut cut, DrawingSettings settings) {
        double limit = StrictMath.exp(cut.at());
        return new ModelledGate(
                limit(events, channel, limit),
                "log " + channel + " above " + settings.model().sentence(),
                Optional.of(
                        new ModelledGate.Limit(channel, limit, StrictMath.exp(cut.low()), StrictMath.exp(cut.high()))));
    }

    private static Gate limit(GateDraft events, String channel, double limit) {
        return new Gate.Rectangle(
                GATE, events.inside(), List.of(new Gate.Range(Dimension.of(channel), limit, Double.POSITIVE_INFINITY)));
    }
}

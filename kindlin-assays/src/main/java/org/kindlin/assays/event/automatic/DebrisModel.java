package org.kindlin.assays.event.automatic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kindlin.assays.event.FcsParameter;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.statistics.BinnedSample;
import org.kindlin.numerics.statistics.KernelDensity;

/**
 * Cells against debris: log forward scatter, cut between its two populations; two cells at once, which area and height of a beam
 * show, have no say in it. Populations less than a factor of {@value #LEAST_FACTOR} apart are kinds of cells, or doublets, but no debris:
 * a cut between them is passed over for one further down. Where there is none, and the lower side of what was recorded is there
 * to see, the cytometer's threshold has kept the debris out: the gate holds every event. Where it runs into the low end,
 * nothing is drawn, since debris and noise look like that too.
 */
final class DebrisModel implements GateModel {
    static final String GATE = "cells";
    private static final int LEAST_EVENTS = 200;
    /** The lower side is seen to this share of the events. */
    private static final double LOW = 0.01;
    /** The density there, of that at the mode: 0.07 for a whole normal distribution, 0.3 for one cut one deviation below. */
    private static final double ENDED = 0.25;
    /** Between the medians of debris and cells: a doublet has twice the scatter of a cell, a granulocyte that of a lymphocyte. */
    private static final double LEAST_FACTOR = 2.5;

    private static final int MOST_CUTS = 3;
    private static final double FEW_PERCENT = 2;
    private static final double PERCENT = 100;

    @Override
    public Attempt draw(GateDraft events, DrawingSettings settings) {
        Optional<FcsParameter> forward = Scatter.forward(events);
        if (forward.isEmpty()) {
            return new Attempt.LeftOut(GATE, "no forward scatter");
        }
        String channel = forward.get().name();
        int[] inside = events.events();
        int[] single = SingletBand.of(events).map(band -> band.notBelow(events)).orElse(inside);
        double[] logs = Arrays.stream(events.values(forward.get(), single))
                .filter(value -> value > 0 && Double.isFinite(value))
                .map(StrictMath::log)
                .sorted()
                .toArray();
        if (logs.length < LEAST_EVENTS) {
            return new Attempt.LeftOut(GATE, channel + " holds fewer than " + LEAST_EVENTS + " events");
        }
        RandomStream random = settings.random().child(GATE);
        Optional<Cut> first = Cut.of(logs, settings, random);
        return debris(logs, first, settings, random)
                .<Attempt>map(
                        cut -> new Attempt.Drawn(gate(events, channel, cut, settings), List.of(), cut.remark(settings)))
                .orElseGet(() -> whole(events, channel, logs, events.values(forward.get(), inside), first.isPresent()));
    }

    /** The first cut, or one below it, whose populations are far enough apart. */
    private static Optional<Cut> debris(
            double[] sorted, Optional<Cut> first, DrawingSettings settings, RandomStream random) {
        Optional<Cut> cut = first;
        for (int i = 1; cut.isPresent() && i <= MOST_CUTS; i++) {
            double at = cut.get().at();
            int below = (int) Arrays.stream(sorted).filter(place -> place < at).count();
            if (below > 0 && below < sorted.length) {
                double step = sorted[(below + sorted.length) / 2] - sorted[below / 2];
                if (step >= StrictMath.log(LEAST_FACTOR)) {
                    return cut;
                }
            }
            cut = Cut.of(Arrays.copyOf(sorted, below), settings, random.child(i));
        }
        return Optional.empty();
    }

    private static Attempt whole(GateDraft events, String channel, double[] logs, double[] values, boolean areTwo) {
        String shown = areTwo
                ? channel + " shows populations less than a factor of " + LEAST_FACTOR
                        + " apart, which debris and cells are not"
                : channel + " shows one population";
        if (!endsAbove(logs)) {
            return new Attempt.LeftOut(
                    GATE,
                    shown + ", and runs into the low end of what was recorded: cells and debris cannot be told apart");
        }
        double least = Arrays.stream(values).filter(Double::isFinite).min().orElseThrow();
        return new Attempt.Drawn(
                new ModelledGate(
                        limit(events, channel, least),
                        "every event: log " + shown + ", and its lower side is there to see",
                        Optional.empty()),
                List.of(),
                "it holds every event; " + shown + remark(logs));
    }

    /** What lies far below the median is named, since debris may be too few or too broad to be a population of its own. */
    private static String remark(double[] sorted) {
        double low = sorted[sorted.length / 2] - StrictMath.log(LEAST_FACTOR);
        long below = Arrays.stream(sorted).filter(place -> place < low).count();
        double percent = PERCENT * below / sorted.length;
        return percent <= FEW_PERCENT
                ? " and no debris below, as after a threshold of the cytometer"
                : ", but " + String.format(Locale.ROOT, "%.1f", percent) + " % of the events have less than a "
                        + LEAST_FACTOR + "th of the median: debris may be among them";
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

package org.kindlin.assays.event.automatic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kindlin.assays.event.FcsParameter;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.assays.event.gating.Transformation;
import org.kindlin.numerics.scale.ArcsinhScale;
import org.kindlin.numerics.scale.Scale;

/** Live cells: the arcsinh of a viability dye, below the cut between its two populations. */
final class LiveModel implements GateModel {
    static final String GATE = "live";
    private static final String SCALE = "viability scale";
    private static final String DYES = ".*(viab|live|dead|7-?aad|dapi|zombie|propidium|l/d|sytox).*";

    @Override
    public Attempt draw(GateDraft events, DrawingSettings settings) {
        Optional<FcsParameter> dye = events.channel(
                p -> (p.stain() + " " + p.name()).toLowerCase(Locale.ROOT).matches(DYES));
        if (dye.isEmpty()) {
            return new Attempt.LeftOut(GATE, "no viability dye");
        }
        String channel = dye.get().name();
        Scale scale = new ArcsinhScale(events.top(dye.get()), 4, 1);
        double[] places = Arrays.stream(events.values(channel, Dimension.AS_IN_FILE, events.events()))
                .map(scale::apply)
                .toArray();
        return Cut.of(Cut.finite(places), settings, settings.random().child(GATE))
                .<Attempt>map(cut -> new Attempt.Drawn(
                        gate(events, channel, scale, cut, settings), List.of(new Transformation.OnScale(SCALE, scale))))
                .orElseGet(() -> new Attempt.LeftOut(
                        GATE, channel + " does not show two populations, or holds fewer than 200 events"));
    }

    private static ModelledGate gate(GateDraft events, String channel, Scale scale, Cut cut, DrawingSettings settings) {
        Dimension dimension =
                Dimension.of(channel).compensatedBy(Dimension.AS_IN_FILE).on(SCALE);
        return new ModelledGate(
                new Gate.Rectangle(
                        GATE, events.inside(), List.of(new Gate.Range(dimension, Double.NEGATIVE_INFINITY, cut.at()))),
                "arcsinh " + channel + " below " + settings.model().sentence(),
                Optional.of(new ModelledGate.Limit(
                        channel, scale.invert(cut.at()), scale.invert(cut.low()), scale.invert(cut.high()))));
    }
}

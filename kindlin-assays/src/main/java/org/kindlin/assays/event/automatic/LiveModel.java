package org.kindlin.assays.event.automatic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kindlin.assays.event.FcsParameter;
import org.kindlin.assays.event.MarkerScale;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.assays.event.gating.Transformation;
import org.kindlin.numerics.scale.Scale;

/** Live cells: the arcsinh of a viability dye, below the cut between its two populations. */
final class LiveModel implements GateModel {
    static final String GATE = "live";
    private static final String SCALE = "viability scale";
    /** Dyes that dead cells take up; calcein, which living ones keep, is none. */
    private static final Pattern DYES =
            Pattern.compile("viab|live|dead|7-?aad|dapi|zombie|propidium|l/d|sytox|ghost|draq7|topro|to-pro"
                    + "|\\b(ld|pi|fvs\\w*|fvd\\w*)\\b");

    private static final String OF_LIVING = "calcein";

    @Override
    public Attempt draw(GateDraft events, DrawingSettings settings) {
        Optional<FcsParameter> dye = settings.viability().isPresent()
                ? events.channel(p -> settings.viability().get().equals(p.name()))
                : events.channel(LiveModel::isOfDead);
        if (dye.isEmpty()) {
            return new Attempt.LeftOut(
                    GATE,
                    settings.viability()
                            .map(name -> "no channel '" + name + "'")
                            .orElse("no channel is named after a viability dye; viabilityChannel= states it"));
        }
        String channel = dye.get().name();
        double[] values = events.values(channel, events.compensation(), events.events());
        Scale scale = MarkerScale.of(values, events.top(dye.get()));
        double[] places = Arrays.stream(values).map(scale::apply).toArray();
        return Cut.of(Cut.finite(places), settings, settings.random().child(GATE))
                .<Attempt>map(cut -> new Attempt.Drawn(
                        gate(events, channel, scale, cut, settings),
                        List.of(new Transformation.OnScale(SCALE, scale)),
                        cut.remark(settings)))
                .orElseGet(() -> new Attempt.LeftOut(
                        GATE, channel + " does not show two populations, or holds fewer than 200 events"));
    }

    private static boolean isOfDead(FcsParameter parameter) {
        String names = (parameter.stain() + " " + parameter.name())
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
        return DYES.matcher(names).find() && !names.contains(OF_LIVING);
    }

    private static ModelledGate gate(GateDraft events, String channel, Scale scale, Cut cut, DrawingSettings settings) {
        Dimension dimension =
                Dimension.of(channel).compensatedBy(events.compensation()).on(SCALE);
        return new ModelledGate(
                new Gate.Rectangle(
                        GATE, events.inside(), List.of(new Gate.Range(dimension, Double.NEGATIVE_INFINITY, cut.at()))),
                "arcsinh " + channel + " below " + settings.model().sentence(),
                Optional.of(new ModelledGate.Limit(
                        channel, scale.invert(cut.at()), scale.invert(cut.low()), scale.invert(cut.high()))));
    }
}

package org.kindlin.assays.event.automatic;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.event.MarkerScale;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.numerics.scale.Scale;
import org.kindlin.numerics.statistics.OrderStatistics;

/**
 * Cells positive for a marker: at or above a limit.
 *
 * @param marker the gate is called after it, {@code CD80+}
 * @param channel its detector or fluorochrome
 * @param compensation as a {@link Dimension} names it
 */
public record PositiveModel(String marker, String channel, String compensation) {
    /** Id of the gate of a marker's positive cells. */
    public static String gateId(String marker) {
        return marker + "+";
    }

    /**
     * The limit that a control without the marker's dye sets: its quantile, with the distribution-free interval.
     *
     * @param control finite values of the control, compensated as the samples are
     * @return empty where the control has no events
     */
    public static Optional<OrderStatistics.Quantile> limit(double[] control, double quantile, double level) {
        return control.length == 0
                ? Optional.empty()
                : Optional.of(OrderStatistics.quantile(control.clone(), quantile, level));
    }

    /** The gate at a control's limit. */
    public Attempt.Drawn against(OrderStatistics.Quantile limit, double quantile, GateDraft events) {
        return drawn(
                events,
                new ModelledGate.Limit(channel, limit.value(), limit.low(), limit.high()),
                "at or above the control's quantile " + quantile);
    }

    /** The gate at the deepest valley of the density of the arcsinh, whatever the settings' model. */
    public Attempt split(GateDraft events, DrawingSettings settings) {
        double top = events.set().parameter(channel).map(events::top).orElse(262144.0);
        double[] values = events.values(channel, compensation, events.events());
        Scale scale = MarkerScale.of(values, top);
        double[] places = Arrays.stream(values).map(scale::apply).toArray();
        DrawingSettings density = new DrawingSettings(
                CutModel.DENSITY, settings.level(), settings.resamples(), settings.viability(), settings.random());
        return Cut.of(Cut.finite(places), density, settings.random().child(gateId(marker)))
                .<Attempt>map(cut -> drawn(
                        events,
                        new ModelledGate.Limit(
                                channel, scale.invert(cut.at()), scale.invert(cut.low()), scale.invert(cut.high())),
                        "arcsinh " + channel + " above " + CutModel.DENSITY.sentence()))
                .orElseGet(() -> new Attempt.LeftOut(
                        gateId(marker), channel + " shows one population, or holds fewer than 200 events"));
    }

    private Attempt.Drawn drawn(GateDraft events, ModelledGate.Limit limit, String model) {
        Dimension dimension = Dimension.of(channel).compensatedBy(compensation);
        Gate gate = new Gate.Rectangle(
                gateId(marker),
                events.inside(),
                List.of(new Gate.Range(dimension, limit.value(), Double.POSITIVE_INFINITY)));
        return new Attempt.Drawn(new ModelledGate(gate, model, Optional.of(limit)), List.of());
    }
}

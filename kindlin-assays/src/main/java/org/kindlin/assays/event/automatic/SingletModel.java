package org.kindlin.assays.event.automatic;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.numerics.statistics.RobustLine;

/** Single cells: the {@link SingletBand} of area and height. Two cells in the beam at once have the height of one. */
final class SingletModel implements GateModel {
    private static final String GATE = "singlets";
    private static final double BEYOND = 1.01;

    @Override
    public Attempt draw(GateDraft events, DrawingSettings settings) {
        return SingletBand.of(events)
                .<Attempt>map(band -> new Attempt.Drawn(gate(events.inside(), band), List.of()))
                .orElseGet(() -> new Attempt.LeftOut(
                        GATE, "no area and height of one scatter channel, or fewer than 200 events"));
    }

    private static ModelledGate gate(Optional<String> parent, SingletBand band) {
        RobustLine line = band.line();
        double top = BEYOND * band.largest();
        String area = band.channels().area().name();
        String height = band.channels().height().name();
        Gate wedge = new Gate.Polygon(
                GATE,
                parent,
                Dimension.of(area),
                Dimension.of(height),
                List.of(
                        new Gate.Vertex(0, line.slope()),
                        new Gate.Vertex(top, line.slope() + (line.intercept() - band.width()) * top),
                        new Gate.Vertex(top, line.slope() + (line.intercept() + band.width()) * top)));
        return new ModelledGate(
                wedge,
                height + " within four robust standard deviations of a line over " + area
                        + " (Tukey's bisquare, scatter proportional to area)",
                Optional.empty());
    }
}

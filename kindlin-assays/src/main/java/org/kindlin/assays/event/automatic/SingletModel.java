package org.kindlin.assays.event.automatic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.numerics.statistics.RobustLine;

/**
 * Single cells: pulse height {@code H = a + b A} of area A by a robust line whose scatter is proportional to A (fitted as
 * {@code H/A = b + a/A}), within four robust standard deviations. Two cells in the beam at once have the height of one.
 */
final class SingletModel implements GateModel {
    static final String GATE = "singlets";

    private static final double WIDTH = 4;
    private static final int LEAST_EVENTS = 200;
    private static final double LEAST_SCALE = 1e-3;

    @Override
    public Attempt draw(GatedEvents events, DrawingSettings settings) {
        Optional<Scatter.AreaAndHeight> channels = Scatter.AreaAndHeight.of(events);
        if (channels.isEmpty()) {
            return new Attempt.LeftOut(GATE, "no area and height of one scatter channel");
        }
        int[] inside = events.events();
        double[] area = events.values(channels.get().area(), inside);
        double[] height = events.values(channels.get().height(), inside);
        double least = 1e-3 * events.top(channels.get().area());
        List<Integer> used = new ArrayList<>();
        for (int i = 0; i < area.length; i++) {
            if (area[i] > least && Double.isFinite(area[i]) && Double.isFinite(height[i])) {
                used.add(i);
            }
        }
        if (used.size() < LEAST_EVENTS) {
            return new Attempt.LeftOut(GATE, "fewer than " + LEAST_EVENTS + " events");
        }
        RobustLine line = RobustLine.fit(
                used.stream().mapToDouble(i -> 1 / area[i]).toArray(),
                used.stream().mapToDouble(i -> height[i] / area[i]).toArray());
        double top = 1.01 * used.stream().mapToDouble(i -> area[i]).max().orElseThrow();
        return new Attempt.Drawn(gate(events.inside(), channels.get(), line, top), List.of());
    }

    private static ModelledGate gate(
            Optional<String> parent, Scatter.AreaAndHeight channels, RobustLine line, double top) {
        double half = WIDTH * Math.max(line.scale(), LEAST_SCALE * line.intercept());
        Gate wedge = new Gate.Polygon(
                GATE,
                parent,
                Dimension.of(channels.area().name()),
                Dimension.of(channels.height().name()),
                List.of(
                        new Gate.Vertex(0, line.slope()),
                        new Gate.Vertex(top, line.slope() + (line.intercept() - half) * top),
                        new Gate.Vertex(top, line.slope() + (line.intercept() + half) * top)));
        return new ModelledGate(
                wedge,
                channels.height().name() + " within four robust standard deviations of a line over "
                        + channels.area().name() + " (Tukey's bisquare, scatter proportional to area)",
                Optional.empty());
    }
}

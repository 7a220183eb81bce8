package org.kindlin.assays.event.automatic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.assays.event.gating.GatingDocument;
import org.kindlin.assays.event.quality.TimeStretch;

/** Bad stretches of time as gates, and {@value #GATE}, which holds the rest and which all other gates select from. */
public final class GoodTime {
    /** Id of the gate of events that are kept. */
    public static final String GATE = "good time";

    private GoodTime() {}

    /** The gates of a file with those of its bad stretches; at least one stretch. */
    public static GatingDocument within(GatingDocument document, String timeChannel, List<TimeStretch> bad) {
        List<Gate> gates = new ArrayList<>();
        List<Gate.Reference> others = new ArrayList<>();
        for (TimeStretch stretch : bad) {
            String id = "bad time " + (gates.size() + 1);
            gates.add(new Gate.Rectangle(
                    id,
                    Optional.empty(),
                    List.of(new Gate.Range(Dimension.of(timeChannel), stretch.from(), stretch.to()))));
            others.add(new Gate.Reference(id, bad.size() > 1));
        }
        gates.add(new Gate.SetOperation(
                GATE, Optional.empty(), bad.size() > 1 ? Gate.Operation.AND : Gate.Operation.NOT, others));
        document.gates().stream().map(GoodTime::inside).forEach(gates::add);
        return new GatingDocument(gates, document.transformations(), document.matrices());
    }

    /** A gate without a parent selects from good time; others select from their parents as before. */
    private static Gate inside(Gate gate) {
        Optional<String> parent = Optional.of(gate.parent().orElse(GATE));
        return switch (gate) {
            case Gate.Rectangle g -> new Gate.Rectangle(g.id(), parent, g.ranges());
            case Gate.Polygon g -> new Gate.Polygon(g.id(), parent, g.x(), g.y(), g.vertices());
            case Gate.Ellipsoid g ->
                new Gate.Ellipsoid(g.id(), parent, g.dimensions(), g.mean(), g.covariance(), g.distanceSquare());
            case Gate.Quadrants g -> new Gate.Quadrants(g.id(), parent, g.dividers(), g.quadrants());
            case Gate.SetOperation g -> new Gate.SetOperation(g.id(), parent, g.operation(), g.references());
        };
    }
}

package org.kindlin.assays.event.automatic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gates drawn one inside the other.
 *
 * @param events the document with every gate that was drawn, and the innermost of them
 * @param leftOut what was not drawn, and why
 * @param remarks what has to be known of those that were
 */
public record AutomaticGates(
        GateDraft events, List<ModelledGate> gates, List<Attempt.LeftOut> leftOut, List<String> remarks) {
    public AutomaticGates {
        gates = List.copyOf(gates);
        leftOut = List.copyOf(leftOut);
        remarks = List.copyOf(remarks);
    }

    /** Draws the gates of these steps; one that is left out is passed over, and the next lies inside the last that was drawn. */
    public static AutomaticGates draw(GateDraft start, List<AutomaticStep> steps, DrawingSettings settings) {
        GateDraft events = start;
        List<ModelledGate> gates = new ArrayList<>();
        List<Attempt.LeftOut> leftOut = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (AutomaticStep step : steps) {
            switch (step.model().draw(events, settings)) {
                case Attempt.Drawn drawn -> {
                    gates.add(drawn.gate());
                    if (!drawn.remark().isEmpty()) {
                        remarks.add("gate '" + drawn.gate().gate().id() + "': " + drawn.remark());
                    }
                    events = events.with(drawn)
                            .within(Optional.of(drawn.gate().gate().id()));
                }
                case Attempt.LeftOut reason -> leftOut.add(reason);
            }
        }
        return new AutomaticGates(events, gates, leftOut, remarks);
    }
}

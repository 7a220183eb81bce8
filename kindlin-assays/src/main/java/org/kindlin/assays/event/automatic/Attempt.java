package org.kindlin.assays.event.automatic;

import java.util.List;
import org.kindlin.assays.event.gating.Transformation;

/** What became of an attempt to draw a gate. */
public sealed interface Attempt {

    /** The gate, and the scales it refers to. */
    record Drawn(ModelledGate gate, List<Transformation> scales) implements Attempt {
        public Drawn {
            scales = List.copyOf(scales);
        }
    }

    /** No gate, because the events or channels do not support the model. */
    record LeftOut(String gate, String reason) implements Attempt {
        /** One line. */
        public String text() {
            return "gate '" + gate + "' was not drawn: " + reason;
        }
    }
}

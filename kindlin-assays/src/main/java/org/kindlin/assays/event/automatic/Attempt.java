package org.kindlin.assays.event.automatic;

import java.util.List;
import org.kindlin.assays.event.gating.Transformation;

/** What became of an attempt to draw a gate. */
public sealed interface Attempt {

    /**
     * The gate.
     *
     * @param scales it refers to
     * @param remark what a reader has to know of it; empty for nothing
     */
    record Drawn(ModelledGate gate, List<Transformation> scales, String remark) implements Attempt {
        public Drawn {
            scales = List.copyOf(scales);
        }

        Drawn(ModelledGate gate, List<Transformation> scales) {
            this(gate, scales, "");
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

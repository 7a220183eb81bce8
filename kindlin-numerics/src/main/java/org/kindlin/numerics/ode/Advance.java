package org.kindlin.numerics.ode;

import java.util.List;

/** How far an integration came when it was asked to go on. */
public sealed interface Advance {

    /** The target was reached. */
    enum Reached implements Advance {
        /** The only one. */
        TARGET
    }

    /**
     * Root functions changed sides, all at once, before or at the target; the integration stands at the first
     * representable time at which they are on their new sides.
     */
    record RootsCrossed(double time, List<Crossing> crossings) implements Advance {
        /** Makes the list immutable. */
        public RootsCrossed {
            crossings = List.copyOf(crossings);
        }
    }

    /** One change of side: to g ≥ 0 where {@code rising}, else to g &lt; 0. */
    record Crossing(int root, boolean rising) {}

    /** No further step succeeded; the integration stands where the last one ended. */
    record Failed(Reason reason, double time) implements Advance {

        /** The failure as a sentence. */
        public String text() {
            return "integration stopped at time " + time + ": " + reason.text();
        }
    }

    /** Why no step succeeded. */
    enum Reason {
        /** The limit on the number of steps. */
        TOO_MANY_STEPS("the limit on the number of steps was reached"),
        /** The error stays above the tolerance for any step that changes time. */
        STEP_SIZE_UNDERFLOW("the tolerance cannot be kept with any representable step"),
        /** Derivatives, Jacobian or state are infinite or not numbers. */
        NOT_FINITE("derivatives or states are infinite or not numbers"),
        /** The matrix of the stiff method stays singular. */
        SINGULAR("the matrix of the linear systems is singular");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** The reason in words. */
        public String text() {
            return text;
        }
    }
}

package org.kindlin.numerics.ode;

/** Where a system comes to rest, or the reason why none was found. */
public sealed interface SteadyState {

    /**
     * A state at which nothing changes any more.
     *
     * @param state the state
     * @param time the time up to which the course was followed before the last Newton steps
     */
    record Found(double[] state, double time) implements SteadyState {}

    /** No state of rest was found. */
    record NotFound(Reason reason, double time) implements SteadyState {}

    /** Why no state of rest was found. */
    enum Reason {
        /** The integration failed on the way. */
        INTEGRATION_FAILED("the integration failed on the way"),
        /** The course still changes after 10¹⁵ of the shortest times of the system, or after too many steps. */
        STILL_CHANGING("the system still changes: it may oscillate, grow, or be driven in time");

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

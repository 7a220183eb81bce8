package org.kindlin.numerics.ode;

/** An accepted step with its dense output. */
interface StepSpan {
    /** Where it begins. */
    double startTime();

    /** Where it ends. */
    double endTime();

    /** The state there. */
    double[] end();

    /** The state at this fraction of it. */
    void interpolate(double fraction, double[] state);
}

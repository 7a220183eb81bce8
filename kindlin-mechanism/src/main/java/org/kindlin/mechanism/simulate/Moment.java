package org.kindlin.mechanism.simulate;

/** Where a simulation stands: time, states, parameters. Mutable, and shared by what takes part in one simulation. */
public final class Moment {
    /** The time. */
    public double time;
    /** The states. */
    public final double[] state;
    /** The parameters, which events may change. */
    public final double[] parameters;

    /** These arrays, shared. */
    public Moment(double time, double[] state, double[] parameters) {
        this.time = time;
        this.state = state;
        this.parameters = parameters;
    }
}

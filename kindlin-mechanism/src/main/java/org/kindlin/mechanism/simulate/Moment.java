package org.kindlin.mechanism.simulate;

/** Where a simulation stands: time, states, parameters. Mutable, and shared by what takes part in one simulation. */
final class Moment {
    double time;
    final double[] state;
    final double[] parameters;

    Moment(double time, double[] state, double[] parameters) {
        this.time = time;
        this.state = state;
        this.parameters = parameters;
    }
}

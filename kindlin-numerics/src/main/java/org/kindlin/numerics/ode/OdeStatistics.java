package org.kindlin.numerics.ode;

/** The work an integration took since it was made. */
public record OdeStatistics(
        long steps, long rejected, long derivatives, long jacobians, long factorisations, long methodSwitches) {}

package org.kindlin.numerics.ode;

/** Which integrator steps. */
public enum IntegrationMethod {
    /** Non-stiff at first, stiff while stability rather than accuracy limits the step. */
    AUTOMATIC,
    /** Rodas5P, a Rosenbrock method of order five; also for algebraic states. */
    STIFF,
    /** DOP853, an explicit Runge-Kutta method of order eight. */
    NON_STIFF
}

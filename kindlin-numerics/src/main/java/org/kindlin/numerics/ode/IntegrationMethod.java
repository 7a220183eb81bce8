package org.kindlin.numerics.ode;

/** Which integrator steps. */
public enum IntegrationMethod {
    /**
     * Stiff while stability rather than accuracy would limit the step of the other; that one first where factorisations
     * cost much.
     */
    AUTOMATIC,
    /** Rodas5P, a Rosenbrock method of order five; also for algebraic states. */
    STIFF,
    /** DOP853, an explicit Runge-Kutta method of order eight. */
    NON_STIFF
}

package org.kindlin.numerics.ode;

/** An initial value problem that depends on parameters p, with ∂f/∂p. */
public interface ParametricSystem extends OdeSystem {
    /** Number of parameters with respect to which sensitivities are wanted. */
    int parameters();

    /** Writes ∂f/∂p into {@code values}: for each state in turn its derivatives by every parameter. */
    void parameterDerivatives(double time, double[] state, double[] values);
}

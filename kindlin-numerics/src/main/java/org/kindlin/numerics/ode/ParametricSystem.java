package org.kindlin.numerics.ode;

import org.kindlin.numerics.sparse.columns.Columns;

/** An initial value problem that depends on parameters p, with ∂f/∂p. */
public interface ParametricSystem extends OdeSystem {
    /** Number of parameters with respect to which sensitivities are wanted. */
    int parameters();

    /** Where ∂f/∂p may differ from zero; the same object until it changes, and until the next start. */
    default ParameterPattern parameterPattern() {
        return ParameterPattern.dense(dimension(), parameters());
    }

    /** Writes ∂f/∂p, element by element in the order of the pattern, into {@code values}. */
    void parameterDerivatives(double time, double[] state, double[] values);

    /** Writes ∂f/∂y and ∂f/∂p, as {@link #jacobian} and {@link #parameterDerivatives} do; each array may be longer. */
    default void linearise(double time, double[] state, double[] byState, double[] byParameter) {
        jacobian(time, state, byState);
        parameterDerivatives(time, state, byParameter);
    }

    /** What works on many columns with the Jacobian's pattern, asked for once an integrator. */
    default Columns columns() {
        return Columns.fastest(jacobianPattern());
    }
}

package org.kindlin.numerics.ode;

import java.util.Optional;
import org.kindlin.numerics.sparse.LuKernel;
import org.kindlin.numerics.sparse.SparsePattern;

/**
 * An initial value problem M y′ = f(t, y) with its Jacobian ∂f/∂y, where M is diagonal with ones (differential states)
 * and zeros (states defined by 0 = f, of index one). Implementations write into the arrays they are given and allocate
 * nothing. Called from one thread at a time.
 */
public interface OdeSystem {
    /** Number of states. */
    int dimension();

    /** Writes f(t, y) into {@code derivatives}. */
    void derivatives(double time, double[] state, double[] derivatives);

    /** Where ∂f/∂y may differ from zero; row i belongs to the derivative of state i. Always the same. */
    SparsePattern jacobianPattern();

    /** Writes ∂f/∂y, element by element in the order of the pattern, into {@code values}. */
    void jacobian(double time, double[] state, double[] values);

    /** Whether f does not depend on time itself. */
    default boolean isAutonomous() {
        return false;
    }

    /** Whether row {@code state} reads 0 = f instead of y′ = f. */
    default boolean isAlgebraic(int state) {
        return false;
    }

    /** Code for linear systems with the Jacobian's pattern and this system's algebraic rows, made when first asked for. */
    default Optional<LuKernel> luKernel() {
        return Optional.empty();
    }
}

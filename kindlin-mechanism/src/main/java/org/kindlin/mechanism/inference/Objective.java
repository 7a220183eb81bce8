package org.kindlin.mechanism.inference;

/**
 * A function to be minimised: the negative logarithm of a likelihood or posterior, with its gradient and an approximate,
 * positive semidefinite Hessian (the Fisher information). Not thread-safe: one belongs to one task.
 */
public interface Objective {
    /** Number of variables. */
    int dimension();

    /** The value at a point; infinite where the model has no answer. */
    double value(double[] point);

    /**
     * The value at a point with derivatives.
     *
     * @param gradient takes the gradient
     * @param hessian takes the approximate Hessian
     */
    double derivatives(double[] point, double[] gradient, double[][] hessian);
}

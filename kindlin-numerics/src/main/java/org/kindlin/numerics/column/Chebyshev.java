package org.kindlin.numerics.column;

import java.util.function.DoubleUnaryOperator;

/** Polynomials through a function's values at Chebyshev's nodes, {@code cos(pi (i + 1/2)/n)}, on -1 to 1. */
public final class Chebyshev {
    private Chebyshev() {}

    /** Coefficients of the powers from 0 on, by Newton's divided differences. */
    public static double[] powers(DoubleUnaryOperator function, int degree) {
        int terms = degree + 1;
        double[] nodes = new double[terms];
        double[] divided = new double[terms];
        for (int i = 0; i < terms; i++) {
            nodes[i] = StrictMath.cos(Math.PI * (i + 0.5) / terms);
            divided[i] = function.applyAsDouble(nodes[i]);
        }
        for (int order = 1; order < terms; order++) {
            for (int i = degree; i >= order; i--) {
                divided[i] = (divided[i] - divided[i - 1]) / (nodes[i] - nodes[i - order]);
            }
        }
        double[] powers = new double[terms];
        for (int i = degree; i >= 0; i--) {
            for (int k = degree; k > 0; k--) {
                powers[k] = powers[k - 1] - nodes[i] * powers[k];
            }
            powers[0] = divided[i] - nodes[i] * powers[0];
        }
        return powers;
    }
}

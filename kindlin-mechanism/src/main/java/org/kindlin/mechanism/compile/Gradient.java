package org.kindlin.mechanism.compile;

import java.util.Arrays;

/**
 * The partial derivatives of a node that are not everywhere zero.
 *
 * @param variables with respect to which, ascending
 * @param nodes the derivatives
 */
public record Gradient(int[] variables, int[] nodes) {
    static final Gradient ZERO = new Gradient(new int[0], new int[0]);

    boolean isZero() {
        return variables.length == 0;
    }

    /** The derivative by one variable. */
    int by(int variable, Graph graph) {
        int found = Arrays.binarySearch(variables, variable);
        return found >= 0 ? nodes[found] : graph.constant(0);
    }
}

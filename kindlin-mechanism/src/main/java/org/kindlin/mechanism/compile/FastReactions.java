package org.kindlin.mechanism.compile;

import java.util.List;

/**
 * Fast reactions: those at equilibrium at all times.
 *
 * <p>With slow rates s(y), directions D of the fast reactions and residuals g(t, y) = 0, the states move as dy/dt = s + D λ
 * where λ keeps g at zero: (∂g/∂y D) λ = -(∂g/∂y s + ∂g/∂t). Solved for λ by elimination in the graph.
 */
final class FastReactions {
    private FastReactions() {}

    /** Adds to the slow rates in {@code derivatives} what the fast reactions do. */
    static void settle(Graph graph, int[] derivatives, List<Equations.Equilibrium> equilibria) {
        int count = equilibria.size();
        if (count == 0) {
            return;
        }
        int[][] matrix = new int[count][count + 1];
        Derivatives byState = new Derivatives(graph, Op.STATE);
        Derivatives byTime = new Derivatives(graph, Op.TIME);
        for (int row = 0; row < count; row++) {
            int residual = equilibria.get(row).residual();
            Gradient gradient = byState.of(residual).getFirst();
            for (int column = 0; column < count; column++) {
                matrix[row][column] =
                        along(graph, gradient, equilibria.get(column).direction());
            }
            Gradient explicit = byTime.of(residual).getFirst();
            int drift = explicit.isZero() ? graph.constant(0) : explicit.nodes()[0];
            matrix[row][count] = graph.negate(graph.add(along(graph, gradient, derivatives), drift));
        }
        int[] speeds = solve(graph, matrix);
        for (int state = 0; state < derivatives.length; state++) {
            for (int fast = 0; fast < count; fast++) {
                int direction = equilibria.get(fast).direction()[state];
                if (!graph.isConstant(direction, 0)) {
                    derivatives[state] = graph.add(derivatives[state], graph.multiply(direction, speeds[fast]));
                }
            }
        }
    }

    static int along(Graph graph, Gradient gradient, int[] direction) {
        int sum = graph.constant(0);
        for (int i = 0; i < gradient.variables().length; i++) {
            int move = direction[gradient.variables()[i]];
            if (!graph.isConstant(move, 0)) {
                sum = graph.add(sum, graph.multiply(gradient.nodes()[i], move));
            }
        }
        return sum;
    }

    /** Gaussian elimination of nodes; a pivot is any element that is not the constant zero. */
    private static int[] solve(Graph graph, int[][] matrix) {
        int count = matrix.length;
        for (int pivot = 0; pivot < count; pivot++) {
            int row = pivot;
            while (row < count && graph.isConstant(matrix[row][pivot], 0)) {
                row++;
            }
            if (row == count) {
                throw new UnsupportedModelException(
                        0, "the fast reactions do not determine an equilibrium", "write them as ordinary reactions");
            }
            int[] swapped = matrix[row];
            matrix[row] = matrix[pivot];
            matrix[pivot] = swapped;
            for (int other = 0; other < count; other++) {
                if (other != pivot && !graph.isConstant(matrix[other][pivot], 0)) {
                    int factor = ratio(graph, matrix[other][pivot], matrix[pivot][pivot]);
                    for (int column = pivot; column <= count; column++) {
                        matrix[other][column] =
                                graph.subtract(matrix[other][column], graph.multiply(factor, matrix[pivot][column]));
                    }
                    matrix[other][pivot] = graph.constant(0);
                }
            }
        }
        int[] solution = new int[count];
        for (int i = 0; i < count; i++) {
            solution[i] = ratio(graph, matrix[i][count], matrix[i][i]);
        }
        return solution;
    }

    /** A reaction whose speed does not depend on its turnover, one switched off, does nothing. */
    private static int ratio(Graph graph, int above, int below) {
        if (graph.isConstant(below)) {
            return graph.divide(above, below);
        }
        int zero = graph.constant(0);
        return graph.select(graph.apply(Op.EQUAL, below, zero), zero, graph.divide(above, below));
    }
}

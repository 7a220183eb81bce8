package org.kindlin.mechanism.simulate;

import org.jspecify.annotations.Nullable;

/** A small dense linear system. */
final class SmallSystem {
    private SmallSystem() {}

    /**
     * Gaussian elimination with row pivoting of a matrix with its right-hand side as last column. An unknown on which
     * nothing depends is 0; null where there is no solution.
     */
    static double @Nullable [] solve(double[][] matrix) {
        int count = matrix.length;
        for (int pivot = 0; pivot < count; pivot++) {
            int best = pivot;
            for (int row = pivot + 1; row < count; row++) {
                if (Math.abs(matrix[row][pivot]) > Math.abs(matrix[best][pivot])) {
                    best = row;
                }
            }
            double[] swapped = matrix[best];
            matrix[best] = matrix[pivot];
            matrix[pivot] = swapped;
            if (matrix[pivot][pivot] == 0) {
                continue;
            }
            for (int row = pivot + 1; row < count; row++) {
                double factor = matrix[row][pivot] / matrix[pivot][pivot];
                for (int column = pivot; factor != 0 && column <= count; column++) {
                    matrix[row][column] -= factor * matrix[pivot][column];
                }
            }
        }
        double[] solution = new double[count];
        for (int row = count - 1; row >= 0; row--) {
            double sum = matrix[row][count];
            for (int column = row + 1; column < count; column++) {
                sum -= matrix[row][column] * solution[column];
            }
            if (matrix[row][row] == 0 && sum != 0) {
                return null;
            }
            solution[row] = matrix[row][row] == 0 ? 0 : sum / matrix[row][row];
        }
        return solution;
    }
}

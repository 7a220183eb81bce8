package org.kindlin.numerics.sigmoid;

import java.util.Optional;

/** The inverse of {@code A'A} by modified Gram-Schmidt with reorthogonalisation, which keeps the condition of A. */
final class InverseNormal {
    /** Below this share of its length a column is taken to lie in the span of the others. */
    private static final double RANK = 1e-14;

    private InverseNormal() {}

    /**
     * @param columns A by columns; destroyed
     * @return empty where the columns are dependent
     */
    static Optional<double[][]> of(double[][] columns) {
        int n = columns.length;
        double[][] triangle = new double[n][n];
        double[] length = new double[n];
        for (int j = 0; j < n; j++) {
            length[j] = Math.sqrt(product(columns[j], columns[j]));
            if (!(length[j] > 0 && length[j] < Double.POSITIVE_INFINITY)) {
                return Optional.empty();
            }
            scale(columns[j], 1 / length[j]);
            orthogonalise(columns, triangle, j);
            triangle[j][j] = Math.sqrt(product(columns[j], columns[j]));
            if (!(triangle[j][j] > RANK)) {
                return Optional.empty();
            }
            scale(columns[j], 1 / triangle[j][j]);
        }
        double[][] inverse = inverseOf(triangle);
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                result[i][j] = product(inverse[i], inverse[j]) / length[i] / length[j];
            }
        }
        return Optional.of(result);
    }

    private static void orthogonalise(double[][] columns, double[][] triangle, int j) {
        for (int pass = 0; pass < 2; pass++) {
            for (int k = 0; k < j; k++) {
                double along = product(columns[k], columns[j]);
                triangle[k][j] += along;
                for (int i = 0; i < columns[j].length; i++) {
                    columns[j][i] -= along * columns[k][i];
                }
            }
        }
    }

    private static double[][] inverseOf(double[][] triangle) {
        int n = triangle.length;
        double[][] inverse = new double[n][n];
        for (int column = 0; column < n; column++) {
            inverse[column][column] = 1 / triangle[column][column];
            for (int row = column - 1; row >= 0; row--) {
                double sum = 0;
                for (int k = row + 1; k <= column; k++) {
                    sum += triangle[row][k] * inverse[k][column];
                }
                inverse[row][column] = -sum / triangle[row][row];
            }
        }
        return inverse;
    }

    private static double product(double[] first, double[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += first[i] * second[i];
        }
        return sum;
    }

    private static void scale(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }
}

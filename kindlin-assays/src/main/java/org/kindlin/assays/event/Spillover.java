package org.kindlin.assays.event;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A spillover matrix: what of a dye's signal in its own detector each detector sees.
 *
 * @param detectors parameter names, one per row and column
 * @param matrix row i is the dye of detector i; its entry there is 1 by convention
 */
public record Spillover(List<String> detectors, double[][] matrix) {
    private static final double PERCENT = 100;

    public Spillover {
        detectors = List.copyOf(detectors);
        if (matrix.length != detectors.size()) {
            throw new IllegalArgumentException(matrix.length + " rows for " + detectors.size() + " detectors");
        }
        for (double[] row : matrix) {
            if (row.length != detectors.size()) {
                throw new IllegalArgumentException(row.length + " columns for " + detectors.size() + " detectors");
            }
        }
    }

    /** Whether the matrix has an inverse, without which nothing can be compensated by it. */
    public boolean isRegular() {
        return PseudoInverse.exists(matrix);
    }

    /** Whether the numbers are percent: 100 all along the diagonal. */
    boolean isPercent() {
        return IntStream.range(0, matrix.length).allMatch(i -> matrix[i][i] == PERCENT);
    }

    /** Percent as fractions. */
    Spillover ofPercent() {
        double[][] fractions = Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).map(value -> value / PERCENT).toArray())
                .toArray(double[][]::new);
        return new Spillover(detectors, fractions);
    }

    /** Whether both hold the same numbers for the same detectors in the same order. */
    public boolean isSame(Spillover other) {
        return detectors.equals(other.detectors) && Arrays.deepEquals(matrix, other.matrix);
    }
}

package org.kindlin.assays.event;

import java.util.Arrays;
import java.util.List;

/**
 * A spillover matrix: what of a dye's signal in its own detector each detector sees.
 *
 * @param detectors parameter names, one per row and column
 * @param matrix row i is the dye of detector i; its entry there is 1 by convention
 */
public record Spillover(List<String> detectors, double[][] matrix) {
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

    /** Whether both hold the same numbers for the same detectors in the same order. */
    public boolean isSame(Spillover other) {
        return detectors.equals(other.detectors) && Arrays.deepEquals(matrix, other.matrix);
    }
}

package org.kindlin.assays.event.gating;

import java.util.List;
import org.kindlin.assays.event.PseudoInverse;
import org.kindlin.assays.event.Spillover;

/**
 * What each detector sees of each fluorochrome (Gating-ML 2.0, 6.7).
 *
 * @param id what dimensions refer to
 * @param fluorochromes names of the compensated channels
 * @param detectors parameter names of the file; at least as many as fluorochromes
 * @param coefficients one row per fluorochrome, one column per detector; where inverted already, one row per detector, one
 *     column per fluorochrome
 * @param inverted whether the coefficients are the (pseudo-)inverse already
 */
public record SpectrumMatrix(
        String id, List<String> fluorochromes, List<String> detectors, double[][] coefficients, boolean inverted) {
    public SpectrumMatrix {
        fluorochromes = List.copyOf(fluorochromes);
        detectors = List.copyOf(detectors);
        int rows = inverted ? detectors.size() : fluorochromes.size();
        int columns = inverted ? fluorochromes.size() : detectors.size();
        if (coefficients.length != rows || rows == 0 || columns == 0 || detectors.size() < fluorochromes.size()) {
            throw new IllegalArgumentException(coefficients.length + " rows of coefficients for " + fluorochromes.size()
                    + " fluorochromes and " + detectors.size() + " detectors");
        }
        for (double[] row : coefficients) {
            if (row.length != columns) {
                throw new IllegalArgumentException(row.length + " coefficients in a row of " + columns);
            }
        }
    }

    /** The spillover of a file: fluorochromes are called like their detectors. */
    public static SpectrumMatrix of(String id, Spillover spillover) {
        return new SpectrumMatrix(id, spillover.detectors(), spillover.detectors(), spillover.matrix(), false);
    }

    /**
     * Detector values times this are fluorochrome values: one row per detector, one column per fluorochrome.
     *
     * @throws IllegalArgumentException if fluorochromes cannot be told apart
     */
    public double[][] unmixing() {
        return inverted ? coefficients : PseudoInverse.of(coefficients);
    }
}

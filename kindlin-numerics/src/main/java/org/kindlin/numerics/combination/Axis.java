package org.kindlin.numerics.combination;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.kindlin.numerics.combination.DoseMatrix.Cell;
import org.kindlin.numerics.sigmoid.KnownStart;
import org.kindlin.numerics.sigmoid.KnownStartFit;

/**
 * Cells along which the dose of one agent varies from a known effect at dose zero: the agent alone, or at a fixed dose of
 * the other. A curve needs three doses, zero among them.
 *
 * @param cell places of the cells in the matrix
 * @param lnDose natural logarithm of their doses
 */
@SuppressWarnings("ArrayRecordComponent")
record Axis(int[] cell, double[] lnDose, Optional<KnownStart> curves) {
    private static final int FEWEST_DOSES = 3;
    /** Where a plateau leaves no room beside the full effect, or none. */
    private static final double LEAST_ROOM = 1e-6;

    /**
     * The axis of one agent through a matrix.
     *
     * @param varied its dose
     * @param fixed dose of the other agent
     * @param at that is held
     */
    static Axis of(List<Cell> cells, ToDoubleFunction<Cell> varied, ToDoubleFunction<Cell> fixed, double at) {
        int[] on = IntStream.range(0, cells.size())
                .filter(i -> fixed.applyAsDouble(cells.get(i)) == at)
                .toArray();
        int[] cell = Arrays.stream(on)
                .filter(i -> varied.applyAsDouble(cells.get(i)) > 0)
                .toArray();
        double[] dose = Arrays.stream(cell)
                .mapToDouble(i -> varied.applyAsDouble(cells.get(i)))
                .toArray();
        double[] weight =
                Arrays.stream(cell).mapToDouble(i -> cells.get(i).replicates()).toArray();
        return new Axis(
                cell,
                Arrays.stream(dose).map(StrictMath::log).toArray(),
                cell.length > 0 && on.length >= FEWEST_DOSES
                        ? Optional.of(new KnownStart(dose, weight))
                        : Optional.empty());
    }

    /** The agent alone, rising from the baseline to at most the full effect. */
    Optional<KnownStartFit> rising(double[] mean, double baseline) {
        return curves.map(design -> design.fit(at(mean), baseline, baseline, Math.max(1, baseline + LEAST_ROOM)));
    }

    /** Whichever way fits better, between none and the full effect. */
    Optional<KnownStartFit> eitherWay(double[] mean, double start) {
        return curves.map(design ->
                design.fit(at(mean), start, Math.min(0, start - LEAST_ROOM), Math.max(1, start + LEAST_ROOM)));
    }

    private double[] at(double[] mean) {
        double[] response = new double[cell.length];
        for (int i = 0; i < response.length; i++) {
            response[i] = mean[cell[i]];
        }
        return response;
    }
}

package org.kindlin.numerics.combination;

import java.util.List;

/**
 * Mean effects at pairs of doses.
 *
 * @param cells in any order, every pair of doses once
 */
public record DoseMatrix(List<Cell> cells) {
    public DoseMatrix {
        cells = List.copyOf(cells);
    }

    /**
     * The wells that got the same two doses.
     *
     * @param replicates number of wells
     */
    public record Cell(double firstDose, double secondDose, double mean, int replicates) {
        public boolean isUntreated() {
            return firstDose == 0 && secondDose == 0;
        }

        /** Whether it holds both agents. */
        public boolean isCombination() {
            return firstDose > 0 && secondDose > 0;
        }

        Cell withMean(double changed) {
            return new Cell(firstDose, secondDose, changed, replicates);
        }
    }

    /** The cells with both agents. */
    public List<Cell> combinations() {
        return cells.stream().filter(Cell::isCombination).toList();
    }

    /** The mean effect without either agent. */
    public double untreated() {
        return cells.stream()
                .filter(Cell::isUntreated)
                .mapToDouble(Cell::mean)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no untreated wells"));
    }
}

package org.kindlin.numerics.combination;

import java.util.List;
import org.kindlin.numerics.combination.DoseMatrix.Cell;

/**
 * How far the effects depart from one null model; fractions of the full effect, positive where the agents do more.
 *
 * @param cells every combination
 * @param mean over all combinations, each counting once
 * @param criticalValue what the largest departure over its standard error exceeds by chance in one of twenty experiments
 */
public record Synergy(NullModel model, List<Departure> cells, Interval mean, double criticalValue) {
    public Synergy {
        cells = List.copyOf(cells);
    }

    /** An estimate with its interval; p is that of a two-sided test of zero. */
    public record Interval(double value, double low, double high, double standardError, double p) {}

    /**
     * One combination.
     *
     * @param expected effect under the null model
     */
    public record Departure(Cell cell, double expected, Interval departure) {}

    /** The combinations that depart more than the largest of so many would by chance. */
    public List<Departure> beyondChance() {
        return cells.stream()
                .filter(cell -> Math.abs(cell.departure().value())
                        > criticalValue * cell.departure().standardError())
                .toList();
    }
}

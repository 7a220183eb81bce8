package org.kindlin.numerics.combination;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.kindlin.numerics.combination.DoseMatrix.Cell;
import org.kindlin.numerics.sigmoid.Constraint;
import org.kindlin.numerics.sigmoid.Direction;
import org.kindlin.numerics.sigmoid.Parameter;
import org.kindlin.numerics.sigmoid.SigmoidCurve;
import org.kindlin.numerics.sigmoid.SigmoidData;
import org.kindlin.numerics.sigmoid.SigmoidFit;
import org.kindlin.numerics.sigmoid.SigmoidRegression;
import org.kindlin.numerics.sigmoid.SigmoidSpec;

/** Fits curves along one side, or one line, of a dose matrix, weighted by replicates. */
final class SingleAgents {
    /** Where a plateau leaves no room below the full effect. */
    private static final double LEAST_ROOM = 1e-6;

    private SingleAgents() {}

    /** Both agents alone, from the cells that hold one of them, rising from the mean of the untreated wells. */
    static NullSurface fit(DoseMatrix matrix) {
        double baseline = matrix.untreated();
        return new NullSurface(
                new SingleAgent(
                        baseline, along(side(matrix, Cell::secondDose), Cell::firstDose, baseline, Direction.RISING)),
                new SingleAgent(
                        baseline, along(side(matrix, Cell::firstDose), Cell::secondDose, baseline, Direction.RISING)));
    }

    private static List<Cell> side(DoseMatrix matrix, ToDoubleFunction<Cell> other) {
        return matrix.cells().stream()
                .filter(cell -> other.applyAsDouble(cell) == 0)
                .toList();
    }

    /** The curve along a line of cells that starts at a known effect, going whichever way fits better. */
    static Optional<SigmoidCurve> eitherWay(List<Cell> line, ToDoubleFunction<Cell> dose, double start) {
        // A rising curve never passes below its start, so where no cell does a falling one cannot fit better.
        boolean mayRise = line.stream().anyMatch(cell -> cell.mean() > start);
        boolean mayFall = line.stream().anyMatch(cell -> cell.mean() < start);
        Optional<SigmoidFit> rising = mayRise ? fit(line, dose, start, Direction.RISING) : Optional.empty();
        Optional<SigmoidFit> falling = mayFall ? fit(line, dose, start, Direction.FALLING) : Optional.empty();
        boolean falls = falling.isPresent()
                && (rising.isEmpty() || falling.get().rss() < rising.get().rss());
        return (falls ? falling : rising).map(SigmoidFit::curve);
    }

    private static Optional<SigmoidCurve> along(
            List<Cell> line, ToDoubleFunction<Cell> dose, double start, Direction direction) {
        return fit(line, dose, start, direction).map(SigmoidFit::curve);
    }

    private static Optional<SigmoidFit> fit(
            List<Cell> line, ToDoubleFunction<Cell> dose, double start, Direction direction) {
        SigmoidData data = SigmoidData.ofDoses(
                line.stream().mapToDouble(dose).toArray(),
                line.stream().mapToDouble(Cell::mean).toArray(),
                line.stream().mapToDouble(Cell::replicates).toArray());
        SigmoidSpec spec = SigmoidSpec.fourParameter().with(direction);
        SigmoidSpec fixed = switch (direction) {
            case RISING ->
                spec.with(Parameter.BOTTOM, Constraint.fixed(start))
                        .with(Parameter.TOP, Constraint.bounded(start, Math.max(1, start + LEAST_ROOM)));
            case FALLING ->
                spec.with(Parameter.TOP, Constraint.fixed(start))
                        .with(Parameter.BOTTOM, Constraint.bounded(Math.min(0, start - LEAST_ROOM), start));
        };
        return SigmoidRegression.fit(data, fixed).fit();
    }
}

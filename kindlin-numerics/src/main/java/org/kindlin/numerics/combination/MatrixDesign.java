package org.kindlin.numerics.combination;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.kindlin.numerics.combination.DoseMatrix.Cell;

/**
 * Which cells of a dose matrix hold what: laid out once, fitted thousands of times.
 *
 * @param pair places of the cells with both agents
 * @param alongFirst axes of the first agent by the fixed dose of the second
 * @param alongSecond axes of the second agent by the fixed dose of the first
 */
@SuppressWarnings("ArrayRecordComponent")
record MatrixDesign(
        List<Cell> cells,
        int untreated,
        int[] pair,
        Axis first,
        Axis second,
        Map<Double, Axis> alongFirst,
        Map<Double, Axis> alongSecond) {

    static MatrixDesign of(DoseMatrix matrix) {
        List<Cell> cells = matrix.cells();
        int[] pair = IntStream.range(0, cells.size())
                .filter(i -> cells.get(i).isCombination())
                .toArray();
        int untreated = IntStream.range(0, cells.size())
                .filter(i -> cells.get(i).isUntreated())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no untreated wells"));
        return new MatrixDesign(
                cells,
                untreated,
                pair,
                Axis.of(cells, Cell::firstDose, Cell::secondDose, 0),
                Axis.of(cells, Cell::secondDose, Cell::firstDose, 0),
                axes(cells, pair, Cell::firstDose, Cell::secondDose),
                axes(cells, pair, Cell::secondDose, Cell::firstDose));
    }

    private static Map<Double, Axis> axes(
            List<Cell> cells, int[] pair, ToDoubleFunction<Cell> varied, ToDoubleFunction<Cell> fixed) {
        Map<Double, Axis> axes = new TreeMap<>();
        Arrays.stream(pair)
                .mapToDouble(i -> fixed.applyAsDouble(cells.get(i)))
                .distinct()
                .forEach(dose -> axes.put(dose, Axis.of(cells, varied, fixed, dose)));
        return axes;
    }

    Cell pair(int i) {
        return cells.get(pair[i]);
    }
}

package org.kindlin.numerics.combination;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.kindlin.numerics.combination.DoseMatrix.Cell;
import org.kindlin.numerics.sigmoid.SigmoidCurve;

/** Observed less expected effect at every combination, in the order of {@link DoseMatrix#combinations()}, by null model. */
record Departures(Map<NullModel, double[]> byModel) {

    /** Those from one of the null models asked for. */
    double[] from(NullModel model) {
        return Objects.requireNonNull(byModel.get(model));
    }

    static Departures of(DoseMatrix matrix, List<NullModel> models) {
        return of(matrix, SingleAgents.fit(matrix), models);
    }

    static Departures of(DoseMatrix matrix, NullSurface surface, List<NullModel> models) {
        double[] means = matrix.combinations().stream().mapToDouble(Cell::mean).toArray();
        Map<NullModel, double[]> byModel = new EnumMap<>(NullModel.class);
        for (NullModel model : models) {
            double[] observed = model == NullModel.ZIP ? observedPotency(matrix, surface) : means;
            byModel.put(model, less(observed, model, matrix, surface));
        }
        return new Departures(byModel);
    }

    private static double[] less(double[] observed, NullModel model, DoseMatrix matrix, NullSurface surface) {
        List<Cell> cells = matrix.combinations();
        double[] departure = new double[cells.size()];
        for (int i = 0; i < departure.length; i++) {
            Cell cell = cells.get(i);
            departure[i] = observed[i] - surface.expected(model, cell.firstDose(), cell.secondDose());
        }
        return departure;
    }

    /** The mean of the two fitted effects, along each agent at the fixed dose of the other (Yadav 2015, equation 9). */
    private static double[] observedPotency(DoseMatrix matrix, NullSurface surface) {
        Map<Double, Optional<SigmoidCurve>> alongFirst =
                curves(matrix, Cell::secondDose, Cell::firstDose, surface.second());
        Map<Double, Optional<SigmoidCurve>> alongSecond =
                curves(matrix, Cell::firstDose, Cell::secondDose, surface.first());
        return matrix.combinations().stream()
                .mapToDouble(cell -> {
                    double one = at(
                            alongFirst.getOrDefault(cell.secondDose(), Optional.empty()),
                            cell.firstDose(),
                            cell.mean());
                    double two = at(
                            alongSecond.getOrDefault(cell.firstDose(), Optional.empty()),
                            cell.secondDose(),
                            cell.mean());
                    return 0.5 * (one + two);
                })
                .toArray();
    }

    private static double at(Optional<SigmoidCurve> curve, double dose, double otherwise) {
        return curve.map(fitted -> fitted.value(StrictMath.log10(dose))).orElse(otherwise);
    }

    private static Map<Double, Optional<SigmoidCurve>> curves(
            DoseMatrix matrix, ToDoubleFunction<Cell> fixed, ToDoubleFunction<Cell> varied, SingleAgent start) {
        Map<Double, List<Cell>> lines = matrix.cells().stream()
                .filter(cell -> fixed.applyAsDouble(cell) > 0)
                .collect(Collectors.groupingBy(
                        fixed::applyAsDouble, TreeMap::new, Collectors.toCollection(ArrayList::new)));
        Map<Double, Optional<SigmoidCurve>> curves = new TreeMap<>();
        lines.forEach((dose, line) -> curves.put(dose, SingleAgents.eitherWay(line, varied, start.effect(dose))));
        return curves;
    }
}

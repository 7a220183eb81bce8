package org.kindlin.assays.combination;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.doseresponse.DoseResponseFigures;
import org.kindlin.assays.plate.assay.FigureNames;
import org.kindlin.assays.plate.quality.QualityFigures;
import org.kindlin.assays.result.Prose;
import org.kindlin.figures.ColourMap;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Heading;
import org.kindlin.figures.MatrixHeatMap;
import org.kindlin.numerics.combination.DoseMatrix.Cell;
import org.kindlin.numerics.combination.NullModel;
import org.kindlin.numerics.combination.Synergy;

/** The measured matrix, its departures from every null model, and the agents alone. */
final class CombinationFigures {
    private static final double WIDTH = 640;

    private final CombinationResult result;
    private final boolean simulated;

    private CombinationFigures(CombinationResult result, boolean simulated) {
        this.result = result;
        this.simulated = simulated;
    }

    static List<Figure> of(CombinationResult result, boolean simulated) {
        CombinationFigures figures = new CombinationFigures(result, simulated);
        List<Figure> all = new ArrayList<>();
        List<CurveResult> agents = new ArrayList<>();
        for (int i = 0; i < result.matrices().size(); i++) {
            MatrixResult matrix = result.matrices().get(i);
            String suffix = result.matrices().size() == 1 ? "" : "-" + (i + 1);
            all.add(figures.measured(matrix, suffix));
            for (Synergy synergy : matrix.synergies()) {
                all.add(figures.departure(matrix, synergy, suffix));
            }
            agents.addAll(matrix.agents());
        }
        all.addAll(DoseResponseFigures.of(agents, simulated));
        FigureNames names = new FigureNames();
        all.addAll(QualityFigures.draw(result.quality(), simulated, names::free));
        return all;
    }

    private Figure measured(MatrixResult matrix, String suffix) {
        Heading heading = Heading.of("matrix" + suffix, title(matrix) + ": inhibition")
                .subtitle("mean of replicates at every pair of doses")
                .caption("Bottom row and left column: one agent alone. Effects are not clipped to 0 to 100 %.")
                .simulated(simulated);
        List<Double> first = doses(matrix, true);
        List<Double> second = doses(matrix, false);
        List<List<OptionalDouble>> values = new ArrayList<>();
        for (double row : first) {
            List<OptionalDouble> line = new ArrayList<>();
            for (double column : second) {
                line.add(matrix.matrix().cells().stream()
                        .filter(cell -> cell.firstDose() == row && cell.secondDose() == column)
                        .mapToDouble(cell -> 100 * cell.mean())
                        .findFirst());
            }
            values.add(line);
        }
        return new MatrixHeatMap(
                        heading,
                        names(
                                first,
                                result.protocol().first(),
                                result.protocol().firstUnit()),
                        names(
                                second,
                                result.protocol().second(),
                                result.protocol().secondUnit()),
                        values,
                        List.of(),
                        "inhibition",
                        "%",
                        0,
                        ColourMap.VIRIDIS,
                        WIDTH)
                .figure();
    }

    private Figure departure(MatrixResult matrix, Synergy synergy, String suffix) {
        String model = CombinationVerdicts.nullModel(synergy.model());
        Heading heading = Heading.of(name(synergy.model()) + suffix, title(matrix) + ": excess over " + model)
                .subtitle(
                        "mean " + Prose.number(Math.round(1000 * synergy.mean().value()) / 10.0)
                                + " percentage points ("
                                + Prose.number(100 * result.protocol().level()) + " % interval "
                                + Prose.number(Math.round(1000 * synergy.mean().low()) / 10.0) + " to "
                                + Prose.number(Math.round(1000 * synergy.mean().high()) / 10.0) + ")")
                .caption("Red: more inhibition than expected; blue: less. Framed: beyond what the largest of "
                        + synergy.cells().size() + " would reach by chance (5 %).")
                .simulated(simulated);
        List<Double> first =
                doses(matrix, true).stream().filter(dose -> dose > 0).toList();
        List<Double> second =
                doses(matrix, false).stream().filter(dose -> dose > 0).toList();
        List<Synergy.Departure> beyond = synergy.beyondChance();
        List<List<OptionalDouble>> values = new ArrayList<>();
        List<List<Boolean>> marked = new ArrayList<>();
        for (double row : first) {
            List<OptionalDouble> line = new ArrayList<>();
            List<Boolean> marks = new ArrayList<>();
            for (double column : second) {
                line.add(synergy.cells().stream()
                        .filter(departure -> isAt(departure.cell(), row, column))
                        .mapToDouble(departure -> 100 * departure.departure().value())
                        .findFirst());
                marks.add(beyond.stream().anyMatch(departure -> isAt(departure.cell(), row, column)));
            }
            values.add(line);
            marked.add(marks);
        }
        return new MatrixHeatMap(
                        heading,
                        names(
                                first,
                                result.protocol().first(),
                                result.protocol().firstUnit()),
                        names(
                                second,
                                result.protocol().second(),
                                result.protocol().secondUnit()),
                        values,
                        marked,
                        "excess",
                        "percentage points",
                        1,
                        ColourMap.DIVERGING,
                        WIDTH)
                .figure();
    }

    private static boolean isAt(Cell cell, double first, double second) {
        return cell.firstDose() == first && cell.secondDose() == second;
    }

    private String title(MatrixResult matrix) {
        String agents = result.protocol().first() + " with " + result.protocol().second();
        return matrix.subject().isEmpty()
                ? agents
                : agents + ", " + String.join(", ", matrix.subject().values());
    }

    private static List<Double> doses(MatrixResult matrix, boolean first) {
        return List.copyOf(matrix.matrix().cells().stream()
                .map(cell -> first ? cell.firstDose() : cell.secondDose())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static MatrixHeatMap.Names names(List<Double> doses, String agent, String unit) {
        return new MatrixHeatMap.Names(
                agent + (unit.isEmpty() ? "" : " (" + unit + ")"),
                doses.stream().map(Prose::number).toList());
    }

    private static String name(NullModel model) {
        return "excess-" + model.name().toLowerCase(Locale.ROOT);
    }
}

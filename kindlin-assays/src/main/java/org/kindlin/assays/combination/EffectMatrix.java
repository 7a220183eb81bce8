package org.kindlin.assays.combination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kindlin.numerics.combination.DoseMatrix;
import org.kindlin.numerics.combination.DoseMatrix.Cell;

/**
 * A dose matrix as effects from 0 to 1, with the scatter of its replicates.
 *
 * @param variance of one well, pooled over all cells
 * @param degreesOfFreedom of the variance; zero without replicates
 */
record EffectMatrix(DoseMatrix matrix, double variance, int degreesOfFreedom) {
    /** Replicates that differ by less than this part of the full effect are copies of one number. */
    private static final double LEAST_SCATTER = 1e-9;

    /** Whether replicates tell how far wells scatter; copies of one number do not. */
    boolean isScatterKnown() {
        return degreesOfFreedom > 0 && variance > LEAST_SCATTER * LEAST_SCATTER;
    }

    static EffectMatrix of(List<Measurement> wells, CombinationProtocol protocol) {
        double untreated = untreated(wells);
        Map<Double, Map<Double, List<Double>>> byDoses = new TreeMap<>();
        for (Measurement well : wells) {
            byDoses.computeIfAbsent(well.firstDose(), _ -> new TreeMap<>())
                    .computeIfAbsent(well.secondDose(), _ -> new ArrayList<>())
                    .add(effect(well.response(), untreated, protocol));
        }
        List<Cell> cells = new ArrayList<>();
        double squares = 0;
        int degreesOfFreedom = 0;
        for (var row : byDoses.entrySet()) {
            for (var cell : row.getValue().entrySet()) {
                double[] effects = cell.getValue().stream()
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .toArray();
                double mean = Arrays.stream(effects).sum() / effects.length;
                squares +=
                        Arrays.stream(effects).map(e -> (e - mean) * (e - mean)).sum();
                degreesOfFreedom += effects.length - 1;
                cells.add(new Cell(row.getKey(), cell.getKey(), mean, effects.length));
            }
        }
        return new EffectMatrix(
                new DoseMatrix(cells), degreesOfFreedom > 0 ? squares / degreesOfFreedom : 0, degreesOfFreedom);
    }

    /** The mean response without either agent. */
    static double untreated(List<Measurement> wells) {
        return wells.stream()
                .filter(well -> well.firstDose() == 0 && well.secondDose() == 0)
                .mapToDouble(Measurement::response)
                .average()
                .orElseThrow();
    }

    static double effect(double response, double untreated, CombinationProtocol protocol) {
        return switch (protocol.scale()) {
            case INHIBITION -> response / 100;
            case VIABILITY -> 1 - response / 100;
            case SIGNAL -> 1 - (response - protocol.background()) / (untreated - protocol.background());
        };
    }
}

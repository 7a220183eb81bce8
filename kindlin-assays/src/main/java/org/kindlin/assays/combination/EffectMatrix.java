package org.kindlin.assays.combination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kindlin.numerics.combination.DoseMatrix;
import org.kindlin.numerics.combination.DoseMatrix.Cell;
import org.kindlin.numerics.combination.WellNoise;
import org.kindlin.numerics.statistics.ReplicateGroup;

/**
 * A dose matrix as effects from 0 to 1, with the scatter of its replicates.
 *
 * @param noise of the wells; empty without replicates, and where they are copies of one number
 */
record EffectMatrix(DoseMatrix matrix, Optional<WellNoise> noise) {
    /** Replicates that differ by less than this part of the full effect are copies of one number. */
    private static final double LEAST_SCATTER = 1e-9;

    static EffectMatrix of(List<Measurement> wells, CombinationProtocol protocol) {
        double untreated = untreated(wells);
        Map<Double, Map<Double, List<Double>>> byDoses = new TreeMap<>();
        for (Measurement well : wells) {
            byDoses.computeIfAbsent(well.firstDose(), _ -> new TreeMap<>())
                    .computeIfAbsent(well.secondDose(), _ -> new ArrayList<>())
                    .add(effect(well.response(), untreated, protocol));
        }
        List<Cell> cells = new ArrayList<>();
        List<ReplicateGroup> groups = new ArrayList<>();
        for (var row : byDoses.entrySet()) {
            for (var cell : row.getValue().entrySet()) {
                double[] effects = cell.getValue().stream()
                        .mapToDouble(Double::doubleValue)
                        .sorted()
                        .toArray();
                double mean = Arrays.stream(effects).sum() / effects.length;
                cells.add(new Cell(row.getKey(), cell.getKey(), mean, effects.length));
                if (effects.length > 1) {
                    groups.add(ReplicateGroup.of(
                            Arrays.stream(effects).map(effect -> 1 - effect).toArray()));
                }
            }
        }
        return new EffectMatrix(new DoseMatrix(cells), WellNoise.of(groups, LEAST_SCATTER));
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

package org.kindlin.mechanism.petab;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the observable table. */
final class ObservableTable {
    private ObservableTable() {}

    static List<Observable> read(PetabTable table) {
        table.require("observableId", "observableFormula", "noiseFormula");
        List<Observable> observables = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (PetabTable.Row row : table.rows()) {
            String id = table.text(row, "observableId");
            if (!seen.add(id)) {
                table.fault(row, "observable '" + id + "' stands here again", "keep one of them");
            }
            String scaleName = table.text(row, "observableTransformation");
            Optional<Scale> scale = Scale.named(scaleName.isEmpty() ? "lin" : scaleName);
            if (scale.isEmpty()) {
                table.fault(row, "no transformation '" + scaleName + "'", "use lin, log or log10");
            }
            observables.add(new Observable(
                    id,
                    Cells.formula(table, row, "observableFormula"),
                    scale.orElse(Scale.LIN),
                    Cells.formula(table, row, "noiseFormula"),
                    distribution(table, row)));
        }
        return observables;
    }

    private static NoiseDistribution distribution(PetabTable table, PetabTable.Row row) {
        String name = table.text(row, "noiseDistribution");
        return switch (name) {
            case "", "normal" -> NoiseDistribution.NORMAL;
            case "laplace" -> NoiseDistribution.LAPLACE;
            default -> {
                table.fault(row, "no noise distribution '" + name + "'", "use normal or laplace");
                yield NoiseDistribution.NORMAL;
            }
        };
    }
}

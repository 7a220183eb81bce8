package org.kindlin.assays.kinase;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kindlin.figures.Figure;

/** The figures of a kinase assay: curves, selectivity, standard curves, levels without doses, plates. */
public final class KinaseFigures {
    private KinaseFigures() {}

    /** Every figure, the answer first; {@code simulated} marks them all. */
    static List<Figure> draw(KinaseResult result, boolean simulated) {
        List<Figure> figures = new ArrayList<>();
        Names names = new Names();
        compounds(result).forEach(compound -> {
            List<CompoundPotency> of = result.potencies().stream()
                    .filter(potency -> potency.subject().compoundLabel().equals(compound))
                    .toList();
            figures.add(new CurveFigure(result, simulated).draw(names.free("curves-" + compound), compound, of));
        });
        if (!result.potencies().isEmpty()) {
            figures.add(new PotencyForest(result, simulated).potencies(names.free("potency")));
        }
        if (!result.selectivities().isEmpty()) {
            figures.add(new PotencyForest(result, simulated).selectivities(names.free("selectivity")));
        }
        StandardCurveFigure.draw(result, simulated, names).ifPresent(figures::add);
        figures.addAll(LevelFigure.draw(result, simulated, names));
        figures.addAll(PlateFigures.draw(result, simulated, names));
        return figures;
    }

    private static Set<String> compounds(KinaseResult result) {
        Set<String> compounds = new LinkedHashSet<>();
        result.potencies().forEach(potency -> compounds.add(potency.subject().compoundLabel()));
        return compounds;
    }

    /** File-safe names, each given out once. */
    static final class Names {
        private final Set<String> taken = new LinkedHashSet<>();

        String free(String wanted) {
            String safe = wanted.toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]+", "-")
                    .replaceAll("^-|-$", "");
            String name = safe.isEmpty() ? "figure" : safe;
            for (int i = 2; !taken.add(name); i++) {
                name = safe + "-" + i;
            }
            return name;
        }
    }
}

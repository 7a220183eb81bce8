package org.kindlin.assays.growth;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.result.Warning;

/** Compares the volumes of a file that has calipers too with every formula, to say which one made them. */
final class FormulaCheck {
    private static final double SAME = 0.01;

    private final VolumeFormula used;
    private final Map<VolumeFormula, Integer> agreeing = new EnumMap<>(VolumeFormula.class);
    private int rows;
    private double logRatio;

    FormulaCheck(VolumeFormula used) {
        this.used = used;
    }

    void compare(double stated, double length, double width) {
        if (!(stated > 0) || !(width > 0)) {
            return;
        }
        rows++;
        logRatio += Math.log(stated / used.of(length, width, width));
        for (VolumeFormula formula : VolumeFormula.values()) {
            boolean agrees = formula != VolumeFormula.ELLIPSOID
                    && Math.abs(stated / formula.of(length, width, width) - 1) < SAME;
            agreeing.merge(formula, agrees ? 1 : 0, Integer::sum);
        }
    }

    /** What to know where the file's volumes are not those used. */
    Optional<Warning> warning() {
        if (rows == 0 || agreeing.getOrDefault(used, 0) >= 0.9 * rows) {
            return Optional.empty();
        }
        double percent = 100 * Math.expm1(logRatio / rows);
        String by = agreeing.entrySet().stream()
                .filter(entry -> entry.getValue() >= 0.9 * rows)
                .map(entry -> ": they were made with " + entry.getKey().text())
                .findFirst()
                .orElse(": by which formula is not clear");
        return Optional.of(new Warning(
                "volume-formula",
                String.format(
                        Locale.ROOT,
                        "The file's volumes are %.2f %% %s than %s gives%s. Volumes were worked out from the calipers.",
                        Math.abs(percent),
                        percent > 0 ? "larger" : "smaller",
                        used.text(),
                        by)));
    }
}

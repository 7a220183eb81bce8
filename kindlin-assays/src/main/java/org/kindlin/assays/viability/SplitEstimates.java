package org.kindlin.assays.viability;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.kindlin.assays.plate.assay.WellMean;
import org.kindlin.assays.result.Estimate;
import org.kindlin.numerics.growth.StaticAndToxic;

/** Growth arrest and death at the highest dose, where a table counts dead cells beside living ones. */
final class SplitEstimates {
    private SplitEstimates() {}

    /** {@code grStaticMax} and {@code grToxicMax}; none where any row of the highest dose has no dead cells counted. */
    static List<Estimate> of(ViabilityData.TableCurve table, double level) {
        double top = table.rows().stream()
                .mapToDouble(ViabilityData.TableRow::nanomolar)
                .max()
                .orElse(0);
        List<ViabilityData.TableRow> rows =
                table.rows().stream().filter(row -> row.nanomolar() == top).toList();
        if (top == 0 || rows.stream().anyMatch(row -> row.split().isEmpty())) {
            return List.of();
        }
        return List.of(
                mean("grStaticMax", rows, StaticAndToxic::staticEffect, level),
                mean("grToxicMax", rows, StaticAndToxic::toxicEffect, level));
    }

    private static Estimate mean(
            String name, List<ViabilityData.TableRow> rows, ToDoubleFunction<StaticAndToxic> effect, double level) {
        double[] values = rows.stream()
                .mapToDouble(row -> effect.applyAsDouble(row.split().orElseThrow()))
                .toArray();
        return WellMean.estimate(name, values, "", level);
    }
}

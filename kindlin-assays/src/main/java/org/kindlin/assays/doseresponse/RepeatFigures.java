package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Forest;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Palette;
import org.kindlin.figures.Style;

/** Draws the mid-points of repeated curves and their averages. */
final class RepeatFigures {
    private static final int MOST_ROWS = 60;

    private RepeatFigures() {}

    static List<Figure> of(DoseResponseResult result, boolean simulated) {
        List<SubjectResult> curves = new ArrayList<>();
        result.curves().forEach(curve -> curves.add(curve.result()));
        result.families().forEach(family -> curves.add(family.result()));
        List<Forest.Row> rows = new ArrayList<>();
        for (SubjectResult summary : result.summaries()) {
            rows.addAll(rows(summary, curves));
        }
        if (rows.isEmpty() || rows.size() > MOST_ROWS) {
            return List.of();
        }
        String unit = result.summaries().getFirst().estimates().stream()
                .filter(estimate -> estimate.name().equals("ic50"))
                .map(Estimate::unit)
                .findFirst()
                .orElse("");
        Heading heading = Heading.of("repeats", "Mid-points of repeated curves")
                .caption("Each level with its own interval; orange: average over levels with Student's t interval.")
                .simulated(simulated);
        return List.of(Forest.of(heading, Axis.log("IC₅₀", unit), rows)
                .column("IC₅₀ (interval)")
                .figure());
    }

    private static List<Forest.Row> rows(SubjectResult summary, List<SubjectResult> curves) {
        Map<String, String> shared = new LinkedHashMap<>(summary.subject());
        String factor = List.copyOf(shared.keySet()).getLast();
        shared.remove(factor);
        List<Forest.Row> rows = new ArrayList<>();
        rows.add(Forest.Row.heading(shared.isEmpty() ? "all curves" : String.join(", ", shared.values())));
        for (SubjectResult curve : curves) {
            Map<String, String> rest = new LinkedHashMap<>(curve.subject());
            String level = rest.remove(factor);
            if (rest.equals(shared) && level != null) {
                rows.add(row("  " + level, curve));
            }
        }
        rows.add(row("  average", summary).style(Style.of(Palette.ORANGE)));
        return rows;
    }

    private static Forest.Row row(String label, SubjectResult result) {
        Optional<Estimate> ic50 = result.estimate("ic50");
        return ic50.isPresent() ? row(label, result, ic50.get()) : Forest.Row.undetermined(label, "no ic50");
    }

    private static Forest.Row row(String label, SubjectResult result, Estimate ic50) {
        Double value = ic50.value();
        Double low = ic50.low();
        Double high = ic50.high();
        if (value == null) {
            String why = result.warnings().isEmpty()
                    ? "not estimable"
                    : result.warnings().getFirst().code();
            return Forest.Row.undetermined(label, why);
        }
        if (low == null || high == null) {
            return Forest.Row.undetermined(label, Text.number(value) + " (open interval)");
        }
        String text = Text.number(value) + " (" + Text.number(low) + " to " + Text.number(high) + ")";
        return Forest.Row.of(label, value, low, high, text);
    }
}

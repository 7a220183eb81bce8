package org.kindlin.assays.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kindlin.assays.response.ReportedTrial.Value;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Forest;
import org.kindlin.figures.Heading;

/** Medians of progression-free survival as published, as a forest. */
final class TrialFigure {
    private static final double WIDTH = 640;

    private TrialFigure() {}

    static Optional<Figure> medians(ResponseResult result, boolean simulated) {
        List<Forest.Row> rows = new ArrayList<>();
        result.study()
                .trials()
                .forEach(trial -> trial.values().stream()
                        .filter(value -> value.name().equals("medianPfs"))
                        .forEach(value -> rows.add(row(trial, value))));
        if (rows.size() < 2) {
            return Optional.empty();
        }
        String unit = result.protocol().unit();
        return Optional.of(Forest.of(
                        Heading.of("published-medians", "Median progression-free survival as published")
                                .subtitle("trials beside each other; their patients differ, and no test compares them")
                                .caption("Intervals as printed; a point without one had none printed.")
                                .simulated(simulated),
                        Axis.linear("median progression-free survival", unit).including(0.0),
                        rows)
                .column("median (interval)")
                .width(WIDTH)
                .figure());
    }

    private static Forest.Row row(ReportedTrial trial, Value value) {
        double low = value.low().orElse(value.value());
        double high = value.high().orElse(value.value());
        String text = low < high
                ? String.format(Locale.ROOT, "%.1f (%.1f to %.1f)", value.value(), low, high)
                : String.format(Locale.ROOT, "%.1f", value.value());
        String compound = trial.compound().isEmpty() ? "" : " (" + trial.compound() + ")";
        return Forest.Row.of(trial.name() + compound, value.value(), low, high, text);
    }
}

package org.kindlin.assays.viability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.plate.assay.FigureNames;
import org.kindlin.assays.plate.assay.ForestRows;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Forest;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Marker;
import org.kindlin.figures.Style;

/** Potency and effect across cell lines, row by row. */
final class LineForest {
    private final ViabilityResult result;
    private final boolean simulated;

    LineForest(ViabilityResult result, boolean simulated) {
        this.result = result;
        this.simulated = simulated;
    }

    /** Potencies, and where growth is known what the highest dose does. */
    List<Figure> draw(FigureNames names) {
        List<Figure> figures = new ArrayList<>(List.of(potencies(names.free("lines"))));
        if (result.sensitivities().stream().anyMatch(one -> one.grMax().isPresent())) {
            figures.add(effects(names.free("effect")));
        }
        return figures;
    }

    private Figure potencies(String name) {
        List<Forest.Row> rows = new ArrayList<>();
        for (String compound : compounds()) {
            rows.add(Forest.Row.heading(compound));
            for (Sensitivity one : of(compound)) {
                boolean growth = one.gr50().isPresent();
                String line = one.subject().targetLabel();
                rows.add(ForestRows.of(growth ? line + ", IC₅₀" : line, one.ic50(), Style.series(0)));
                one.gr50()
                        .ifPresent(gr50 -> rows.add(ForestRows.of(
                                line + ", GR₅₀", gr50, Style.series(1).marker(Marker.DIAMOND))));
            }
        }
        Heading heading = Heading.of(name, "Potency across cell lines with " + level() + " % intervals")
                .caption("Circles: IC₅₀, mid-point of viability, which shifts with the number of divisions."
                        + (result.sensitivities().stream()
                                        .anyMatch(one -> one.gr50().isPresent())
                                ? " Diamonds: GR₅₀, half of the growth rate."
                                : "")
                        + " Arrows: one-sided or unbounded.")
                .simulated(simulated);
        return Forest.of(heading, Axis.log("concentration", "nM"), rows)
                .column("nM")
                .width(680)
                .figure();
    }

    private Figure effects(String name) {
        List<Forest.Row> rows = new ArrayList<>();
        for (String compound : compounds()) {
            rows.add(Forest.Row.heading(compound));
            for (Sensitivity one : of(compound)) {
                one.grMax().ifPresent(gr -> rows.add(row(one.subject().targetLabel(), gr, Style.series(0))));
            }
        }
        Heading heading = Heading.of(name, "Growth at the highest dose with " + level() + " % intervals")
                .caption(
                        "GR of the highest dose: 1 untreated growth, 0 as many cells as on day 0, below 0 cells are lost. An"
                                + " interval wholly below 0 is called killing, wholly between 0 and 1 growth delay.")
                .simulated(simulated);
        return Forest.of(
                        heading,
                        Axis.linear("growth rate inhibition at the highest dose", "GR")
                                .including(0.0, 1.0),
                        rows)
                .reference(0, "day 0")
                .column("GR")
                .width(680)
                .figure();
    }

    private static Forest.Row row(String label, Estimate gr, Style style) {
        Double value = gr.value();
        if (value == null) {
            return Forest.Row.undetermined(label, "not estimable");
        }
        Optional<Double> low = Optional.ofNullable(gr.low());
        Optional<Double> high = Optional.ofNullable(gr.high());
        String interval = low.isPresent() && high.isPresent()
                ? " (" + Prose.number(low.get()) + " to " + Prose.number(high.get()) + ")"
                : "";
        return Forest.Row.of(label, value, low.orElse(value), high.orElse(value), Prose.number(value) + interval)
                .style(style);
    }

    private List<String> compounds() {
        return result.sensitivities().stream()
                .map(one -> one.subject().compoundLabel())
                .distinct()
                .toList();
    }

    private List<Sensitivity> of(String compound) {
        return result.sensitivities().stream()
                .filter(one -> one.subject().compoundLabel().equals(compound))
                .toList();
    }

    private String level() {
        return Prose.number(100 * result.protocol().curves().level());
    }
}

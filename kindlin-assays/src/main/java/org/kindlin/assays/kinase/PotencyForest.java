package org.kindlin.assays.kinase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.plate.assay.ForestRows;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Forest;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Marker;
import org.kindlin.figures.Style;

/** Potencies and their ratios with intervals, row by row. */
final class PotencyForest {
    private final KinaseResult result;
    private final boolean simulated;

    PotencyForest(KinaseResult result, boolean simulated) {
        this.result = result;
        this.simulated = simulated;
    }

    /** IC50 of every compound on every target, pooled and plate by plate, with its Ki. */
    Figure potencies(String name) {
        List<Forest.Row> rows = new ArrayList<>();
        for (CompoundPotency potency : result.potencies()) {
            rows.add(Forest.Row.heading(potency.subject().compoundLabel() + " on "
                    + potency.subject().targetLabel()));
            Style style = Style.series(rank(potency));
            if (potency.plates().size() > 1) {
                potency.plates()
                        .forEach(
                                plate -> rows.add(ForestRows.of("IC₅₀, " + plate.plate(), plate.ic50(), style.open())));
            }
            rows.add(ForestRows.of(potency.plates().size() > 1 ? "IC₅₀, all plates" : "IC₅₀", potency.ic50(), style));
            potency.ki().ifPresent(ki -> rows.add(ForestRows.of(kiLabel(potency), ki, style.marker(Marker.DIAMOND))));
            for (String end : List.of("ki-km-low", "ki-km-high")) {
                potency.result()
                        .estimate(end)
                        .ifPresent(ki -> rows.add(ForestRows.of(
                                "Ki at the " + (end.endsWith("low") ? "lowest" : "highest") + " assumed Km",
                                ki,
                                style.marker(Marker.DIAMOND).open())));
            }
        }
        Heading heading = Heading.of(name, "Potency with " + level() + " % intervals")
                .caption(
                        "Intervals of the pooled and single-plate fits. Ki rests on ATP and Km(ATP) taken as exact; open"
                                + " diamonds show it at the ends of an assumed Km range. Arrows: one-sided or unbounded.")
                .simulated(simulated);
        return Forest.of(heading, Axis.log("concentration", "nM"), rows)
                .column("nM")
                .width(680)
                .figure();
    }

    private int rank(CompoundPotency potency) {
        List<String> targets = result.potencies().stream()
                .map(other -> other.subject().target())
                .distinct()
                .toList();
        return targets.indexOf(potency.subject().target());
    }

    private static String kiLabel(CompoundPotency potency) {
        String by = potency.tightBinding().isPresent() ? "tight binding" : "Cheng-Prusoff";
        return "Ki, " + by
                + potency.conditions()
                        .kmAtp()
                        .filter(km -> km.origin() == MichaelisConstant.Origin.ASSUMED)
                        .map(_ -> ", assumed Km")
                        .orElse("");
    }

    /** Ratios between targets against the limits of dual activity. */
    Figure selectivities(String name) {
        double fold = result.protocol().selectivity().fold();
        List<Forest.Row> rows = new ArrayList<>();
        for (Selectivity selectivity : result.selectivities()) {
            String reference = selectivity.reference().subject().targetLabel();
            String other = selectivity.other().subject().targetLabel();
            rows.add(Forest.Row.heading(selectivity.reference().subject().compoundLabel() + ", " + other + " over "
                    + reference + ": " + selectivity.words()));
            selectivity
                    .result()
                    .estimates()
                    .forEach(estimate -> label(estimate)
                            .ifPresent(
                                    label -> rows.add(ForestRows.of(label, estimate, style(estimate, selectivity)))));
        }
        Heading heading = Heading.of(name, "Selectivity: potency ratio with " + level() + " % intervals")
                .caption("Ratio of the other target over the reference; above 1 the compound is weaker on the other"
                        + " target. Dual: the whole interval lies within 1/" + Prose.number(fold) + " to "
                        + Prose.number(fold) + ". Filled: the ratio that the verdict is read from.")
                .simulated(simulated);
        return Forest.of(heading, Axis.log("ratio", "").including(1 / fold, fold), rows)
                .reference(1, "equal")
                .column("ratio")
                .width(680)
                .figure();
    }

    private static Style style(Estimate estimate, Selectivity selectivity) {
        Style style = Style.series(2).marker(Marker.CIRCLE);
        return estimate.equals(selectivity.ratio()) ? style : style.open();
    }

    private static Optional<String> label(Estimate ratio) {
        return switch (ratio.name()) {
            case "ic50-ratio" -> Optional.of("IC₅₀");
            case "ki-ratio" -> Optional.of("Ki");
            case "ki-ratio-km-low" -> Optional.of("Ki, lowest assumed Km");
            case "ki-ratio-km-high" -> Optional.of("Ki, highest assumed Km");
            case "ki-app-ratio" -> Optional.of("Ki_app, at assay ATP");
            default -> Optional.empty();
        };
    }

    private String level() {
        return Prose.number(100 * result.protocol().level());
    }
}

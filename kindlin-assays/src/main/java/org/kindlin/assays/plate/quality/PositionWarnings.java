package org.kindlin.assays.plate.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Warning;

/** What is said of effects of position: which are there and what a correction would do, which the layout hides. */
record PositionWarnings(QualityPlate plate, PositionEffects effects, ReplicateSet replicates) {
    private static final double LEVEL = 0.95;

    Optional<Warning> significant() {
        PositionEffects found = effects.significant();
        if (found.isNone()) {
            return Optional.empty();
        }
        return Optional.of(new Warning("position-effect", Prose.list(sentences(found)) + "." + offer(found)));
    }

    private static List<String> sentences(PositionEffects found) {
        List<String> sentences = new ArrayList<>();
        found.edge().ifPresent(edge -> sentences.add("wells at the edge read " + size(edge) + " than the same inside"));
        found.row()
                .ifPresent(row ->
                        sentences.add("wells of the last row read " + size(row) + " than the same in the first"));
        found.column()
                .ifPresent(column ->
                        sentences.add("wells of the last column read " + size(column) + " than the same in the first"));
        sentences.set(0, "W" + sentences.getFirst().substring(1));
        return sentences;
    }

    private static String size(PositionEffect effect) {
        Estimate estimate = effect.estimate(LEVEL);
        double a = estimate.low() == null ? 0 : estimate.low();
        double b = estimate.high() == null ? 0 : estimate.high();
        boolean more = effect.share() > 0;
        return Prose.number(Math.abs(effect.percent())) + " % (95 % interval " + Prose.number(more ? a : -b) + " to "
                + Prose.number(more ? b : -a) + ") " + (more ? "more" : "less");
    }

    /** The correction that would take it out, and what it would do to the controls. */
    private String offer(PositionEffects found) {
        PlateCorrection correction = found.edge().isEmpty()
                ? PlateCorrection.GRADIENT
                : found.row().isEmpty() && found.column().isEmpty()
                        ? PlateCorrection.EDGE
                        : PlateCorrection.EDGE_AND_GRADIENT;
        PlateAdjustment adjustment = PlateAdjustment.of(plate.format(), correction, effects, replicates);
        ControlFigures before = ControlFigures.of(plate);
        ControlFigures after = ControlFigures.of(
                plate.with(plate.wells().stream().map(adjustment::apply).toList()));
        String key = " plateCorrection=" + Key.spelling(correction);
        boolean judged = Double.isFinite(before.zPrime()) && Double.isFinite(after.zPrime());
        return judged
                ? key + " would take Z-prime from " + Prose.number(before.zPrime()) + " to "
                        + Prose.number(after.zPrime()) + " and the CV of "
                        + plate.full().label() + " wells from " + Prose.number(before.fullCv()) + " to "
                        + Prose.number(after.fullCv()) + " %."
                : key + " would take it out.";
    }

    Optional<Warning> notEstimable() {
        List<String> hidden = new ArrayList<>();
        if (effects.edge().isEmpty()) {
            hidden.add("the edge");
        }
        if (effects.row().isEmpty()) {
            hidden.add("rows");
        }
        if (effects.column().isEmpty()) {
            hidden.add("columns");
        }
        return hidden.isEmpty()
                ? Optional.empty()
                : Optional.of(new Warning(
                        "position-not-estimable",
                        "Effects of " + Prose.list(hidden)
                                + " cannot be told: no replicates stand on both sides of them, or too few do."));
    }
}

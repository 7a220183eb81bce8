package org.kindlin.assays.viability;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.plate.assay.LevelSummary;
import org.kindlin.assays.plate.assay.PlateFindings;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/** The answer of a viability assay in sentences a programme lead can read. */
final class ViabilityVerdicts {
    private static final int MOST_LINES = 6;

    private final List<String> sentences = new ArrayList<>();

    private ViabilityVerdicts() {}

    /** Each compound on each line; which lines differ; the limit of two-dimensional growth; plate quality. */
    static List<String> of(
            List<Sensitivity> sensitivities,
            List<LineComparison> comparisons,
            List<LevelSummary> levels,
            List<SubjectResult> plates) {
        ViabilityVerdicts verdicts = new ViabilityVerdicts();
        if (sensitivities.size() <= MOST_LINES) {
            sensitivities.forEach(verdicts::sensitivity);
        } else {
            verdicts.counts(sensitivities);
        }
        verdicts.comparisons(comparisons);
        verdicts.twoDimensions(sensitivities);
        levels.stream()
                .map(LevelSummary::plate)
                .distinct()
                .forEach(plate -> verdicts.sentences.add("No IC50 from plate " + plate
                        + ": its map states no doses; its levels are described instead."));
        PlateFindings.verdict(plates).ifPresent(verdicts.sentences::add);
        return verdicts.sentences;
    }

    private static String pair(Sensitivity sensitivity) {
        return sensitivity.subject().compoundLabel() + " on "
                + sensitivity.subject().targetLabel();
    }

    private void sensitivity(Sensitivity sensitivity) {
        Estimate ic50 = sensitivity.ic50();
        String potency = ic50.value() == null
                ? "the IC50 is not estimable"
                : "IC50 " + Prose.estimate(ic50)
                        + (ic50.relation() == Relation.EQUAL ? "" : ", beyond the tested doses");
        String growth = sensitivity
                .gr50()
                .map(gr50 -> gr50.value() == null ? "; GR50 not estimable" : "; GR50 " + Prose.estimate(gr50))
                .orElse("");
        sentences.add(pair(sensitivity) + ": " + potency + growth + ".");
        sentences.add(effect(sensitivity));
    }

    private static String effect(Sensitivity sensitivity) {
        if (sensitivity.growth().isEmpty()) {
            return "Whether " + pair(sensitivity) + " slows growth or kills cannot be told: "
                    + (sensitivity.result().warning("no-growth").isPresent()
                            ? "untreated growth is not known."
                            : "there is no day-0 plate.");
        }
        Sensitivity.GrowthOfCompound growth = sensitivity.growth().get();
        String dose = "At " + Prose.number(growth.topDose()) + " nM, the highest dose, " + pair(sensitivity);
        String gr = sensitivity.grMax().map(Prose::estimate).orElse("not estimable");
        return switch (growth.effect()) {
            case KILLS ->
                dose + " kills: GR " + gr + ", wholly below 0, so there are fewer cells than when treatment began.";
            case ARRESTS ->
                dose + " stops growth: GR " + gr
                        + " holds 0, the day-0 level, so arrest is not told from slight loss or" + " slight growth.";
            case SLOWS ->
                dose + " delays growth and is not shown to kill: GR " + gr
                        + ", wholly above the day-0 level; deaths made up for by divisions are not seen.";
            case NONE_SHOWN -> dose + " is not shown to affect growth: GR " + gr + ".";
            case UNDETERMINED ->
                "What the highest dose of " + pair(sensitivity) + " does to growth is open: GR " + gr + ".";
        };
    }

    /** Many lines: how many have an IC50, and the extremes. */
    private void counts(List<Sensitivity> sensitivities) {
        sensitivities.stream()
                .map(one -> one.subject().compoundLabel())
                .distinct()
                .forEach(compound -> counts(
                        compound,
                        sensitivities.stream()
                                .filter(one -> one.subject().compoundLabel().equals(compound))
                                .toList()));
    }

    private void counts(String compound, List<Sensitivity> lines) {
        List<Sensitivity> determined = lines.stream()
                .filter(line -> line.ic50().value() != null && line.ic50().relation() == Relation.EQUAL)
                .sorted((a, b) -> Double.compare(value(a), value(b)))
                .toList();
        String range = determined.isEmpty()
                ? ""
                : ", from " + Prose.estimate(determined.getFirst().ic50()) + " on "
                        + determined.getFirst().subject().targetLabel() + " to "
                        + Prose.estimate(determined.getLast().ic50()) + " on "
                        + determined.getLast().subject().targetLabel();
        long beyond = lines.stream()
                .filter(line -> line.ic50().relation() != Relation.EQUAL)
                .count();
        sentences.add(compound + " has an IC50 on " + determined.size() + " of " + lines.size() + " cell lines" + range
                + "; on " + beyond + " it lies beyond the tested doses.");
        boolean growth = lines.stream().anyMatch(line -> line.growth().isPresent());
        if (!growth) {
            sentences.add("Whether " + compound + " slows growth or kills cannot be told: there is no day-0 count.");
        }
    }

    private static double value(Sensitivity line) {
        Double value = line.ic50().value();
        return value == null ? Double.NaN : value;
    }

    private void comparisons(List<LineComparison> comparisons) {
        if (comparisons.isEmpty() || comparisons.size() >= MOST_LINES) {
            return;
        }
        for (LineComparison comparison : comparisons) {
            Double low = comparison.ratio().low();
            String lines = comparison.line().subject().targetLabel() + " and "
                    + comparison.reference().subject().targetLabel();
            String ratio = comparison.quantity().equals("gr50") ? "GR50" : "IC50";
            String compound = comparison.line().subject().compoundLabel();
            sentences.add(
                    low != null && low > 1
                            ? comparison.line().subject().targetLabel() + " is less sensitive to " + compound + " than "
                                    + comparison.reference().subject().targetLabel() + ": " + ratio + " ratio "
                                    + Prose.estimate(comparison.ratio()) + "."
                            : "Whether " + lines + " differ in sensitivity to " + compound + " is open: " + ratio
                                    + " ratio " + Prose.estimate(comparison.ratio()) + ".");
        }
    }

    private void twoDimensions(List<Sensitivity> sensitivities) {
        sensitivities.stream()
                .flatMap(one -> one.result().warning("two-dimensional-growth").stream())
                .map(Warning::message)
                .distinct()
                .findFirst()
                .ifPresent(
                        _ -> sentences.add("Two-dimensional growth hardly depends on FAK: these values say neither that"
                                + " FAK inhibition works in these cells nor that it fails."));
    }
}

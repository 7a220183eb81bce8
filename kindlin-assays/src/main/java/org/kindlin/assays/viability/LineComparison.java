package org.kindlin.assays.viability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.plate.assay.CompoundOnTarget;
import org.kindlin.assays.plate.assay.Potency;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;

/**
 * One cell line against the most sensitive one, for one compound: how many times the dose it takes.
 *
 * @param quantity {@code gr50} where every line has one, else {@code ic50}
 * @param ratio of the line over the most sensitive one
 */
record LineComparison(Sensitivity reference, Sensitivity line, String quantity, Estimate ratio) {

    /** Every compound's lines against the most sensitive of them, in the order of the data. */
    static List<LineComparison> of(List<Sensitivity> sensitivities, double level) {
        Map<String, List<Sensitivity>> byCompound = new LinkedHashMap<>();
        sensitivities.forEach(one -> byCompound
                .computeIfAbsent(one.subject().compoundLabel() + one.subject().conditions(), _ -> new ArrayList<>())
                .add(one));
        List<LineComparison> comparisons = new ArrayList<>();
        byCompound.values().forEach(lines -> comparisons.addAll(ofCompound(lines, level)));
        return comparisons;
    }

    private static List<LineComparison> ofCompound(List<Sensitivity> lines, double level) {
        boolean growth = lines.stream().allMatch(line -> line.gr50().isPresent());
        String quantity = growth ? "gr50" : "ic50";
        Optional<Sensitivity> reference = lines.stream()
                .filter(line -> estimate(line, quantity)
                        .map(found -> Potency.of(found).point().isPresent())
                        .orElse(false))
                .min(Comparator.comparingDouble(
                        line -> Potency.of(estimate(line, quantity).orElseThrow())
                                .point()
                                .orElseThrow()));
        if (reference.isEmpty()) {
            return List.of();
        }
        return lines.stream()
                .filter(line -> !line.equals(reference.get()))
                .map(line -> new LineComparison(
                        reference.get(),
                        line,
                        quantity,
                        Potency.of(estimate(line, quantity).orElseThrow())
                                .over(Potency.of(
                                        estimate(reference.get(), quantity).orElseThrow()))
                                .asEstimate(
                                        quantity + "-ratio",
                                        level,
                                        "over the most sensitive line; limits combined on the log scale")))
                .toList();
    }

    private static Optional<Estimate> estimate(Sensitivity line, String quantity) {
        return line.result().estimate(quantity);
    }

    SubjectResult result() {
        Map<String, String> subject = new LinkedHashMap<>(line.subject().subject());
        CompoundOnTarget of = line.subject();
        subject.remove(of.kind().key());
        subject.put("comparison", of.targetLabel() + " / " + reference.subject().targetLabel());
        return new SubjectResult(subject, List.of(ratio), List.of(), List.of(), List.of());
    }
}

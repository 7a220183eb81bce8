package org.kindlin.assays.kinase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.kindlin.assays.plate.assay.LevelSummary;
import org.kindlin.assays.plate.assay.PlateFindings;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/** The answer of a kinase assay in sentences a programme lead can read. */
final class KinaseVerdicts {
    private final KinaseProtocol protocol;
    private final List<String> sentences = new ArrayList<>();

    private KinaseVerdicts(KinaseProtocol protocol) {
        this.protocol = protocol;
    }

    /**
     * Selectivity first, what is settled before what is open and compounds as the plate map orders them; then potencies,
     * then plates without doses, then plate quality.
     */
    static List<String> of(
            KinaseProtocol protocol,
            String responseUnit,
            List<CompoundPotency> potencies,
            List<Selectivity> selectivities,
            List<LevelSummary> levels,
            List<SubjectResult> plates) {
        KinaseVerdicts verdicts = new KinaseVerdicts(protocol);
        Predicate<Selectivity> open = selectivity -> selectivity.verdict() == SelectivityVerdict.UNDETERMINED;
        selectivities.stream().filter(open.negate()).forEach(verdicts::selectivity);
        selectivities.stream().filter(open).forEach(verdicts::selectivity);
        potencies.forEach(verdicts::potency);
        levels.stream()
                .map(LevelSummary::plate)
                .distinct()
                .forEach(plate -> verdicts.levels(plate, levels, responseUnit));
        PlateFindings.verdict(plates).ifPresent(verdicts.sentences::add);
        PlateFindings.curveVerdict(
                        potencies.stream().map(CompoundPotency::result).toList())
                .ifPresent(verdicts.sentences::add);
        return verdicts.sentences;
    }

    private void selectivity(Selectivity selectivity) {
        String compound = selectivity.reference().subject().compoundLabel();
        String reference = selectivity.reference().subject().targetLabel();
        String other = selectivity.other().subject().targetLabel();
        String fold = Prose.number(protocol.selectivity().fold());
        String quantity = selectivity.quantity();
        String ratio = quantity + " on " + other + " over " + quantity + " on " + reference + " is "
                + Prose.estimate(selectivity.ratio());
        String limited = quantity.equals(UndeterminedRatio.APPARENT)
                ? " The enzyme concentration limits the IC50, so the apparent Ki are compared."
                : "";
        String verdict = switch (selectivity.verdict()) {
            case DUAL ->
                compound + " is a dual " + reference + "/" + other + " inhibitor: " + ratio + ", wholly within 1/"
                        + fold + " to " + fold + ".";
            case REFERENCE_SELECTIVE ->
                compound + " is " + selectivity.words() + ": " + ratio + ", wholly above " + fold + ".";
            case OTHER_SELECTIVE ->
                compound + " is " + selectivity.words() + ": " + ratio + ", wholly below 1/" + fold + ".";
            case UNDETERMINED ->
                "Whether " + compound + " is dual or selective between " + reference + " and " + other + " "
                        + selectivity.whyUndetermined(protocol) + ".";
        };
        sentences.add(verdict + limited);
    }

    private void potency(CompoundPotency potency) {
        String pair =
                potency.subject().compoundLabel() + " on " + potency.subject().targetLabel();
        Estimate ic50 = potency.ic50();
        if (ic50.value() == null) {
            sentences.add("The IC50 of " + pair + " is not estimable: " + reason(potency) + ".");
            return;
        }
        String atp = atAtp(potency);
        String sentence = potency.isTightBinding()
                ? pair + ": " + ki(potency) + "; the IC50, " + Prose.estimate(ic50) + atp
                        + ", is limited by the enzyme concentration"
                : pair + ": IC50 " + Prose.estimate(ic50) + atp + censoring(potency) + "; " + ki(potency);
        sentences.add(sentence + ".");
    }

    private static String atAtp(CompoundPotency potency) {
        OptionalDouble atp = potency.conditions().atpMicromolar();
        return atp.isPresent() ? " at " + Prose.number(atp.getAsDouble()) + " uM ATP" : "";
    }

    private static String censoring(CompoundPotency potency) {
        if (potency.ic50().relation() == Relation.EQUAL) {
            return "";
        }
        if (potency.result().warning("no-effect").isPresent()) {
            return ", with no effect at any tested dose";
        }
        return potency.result().warning("full-effect").isPresent()
                ? ", with full effect at every tested dose"
                : ", as the tested doses show only a part of the curve";
    }

    private static String ki(CompoundPotency potency) {
        Optional<Estimate> ki = potency.ki();
        if (ki.isEmpty() || ki.get().value() == null) {
            return "no Ki" + (potency.conditions().atpMicromolar().isEmpty() ? ", as ATP is not stated" : "");
        }
        MichaelisConstant km = potency.conditions().kmAtp().orElseThrow();
        String by = potency.tightBinding().isPresent() ? " by tight-binding fit" : " by Cheng-Prusoff";
        return "Ki " + Prose.estimate(ki.get()) + by + " with Km(ATP) " + Prose.number(km.micromolar()) + " uM ("
                + km.origin().word() + ")" + range(potency);
    }

    private static String range(CompoundPotency potency) {
        Optional<Double> low = potency.result().estimate("ki-km-low").map(Estimate::value);
        Optional<Double> high = potency.result().estimate("ki-km-high").map(Estimate::value);
        return low.isEmpty() || high.isEmpty()
                ? ""
                : ", " + Prose.number(low.get()) + " to " + Prose.number(high.get())
                        + " nM over the range assumed for Km";
    }

    private static String reason(CompoundPotency potency) {
        return potency.result().warnings().stream()
                .findFirst()
                .map(Warning::message)
                .map(message -> message.replaceFirst("^ic50 is not estimable: ", ""))
                .orElse("the data do not determine it");
    }

    private void levels(String plate, List<LevelSummary> all, String unit) {
        List<LevelSummary> levels =
                all.stream().filter(level -> level.plate().equals(plate)).toList();
        double low = levels.stream().mapToDouble(LevelSummary::mean).min().orElseThrow();
        double high = levels.stream().mapToDouble(LevelSummary::mean).max().orElseThrow();
        sentences.add("No IC50 from plate " + plate + ": its map states no doses. Its " + levels.size()
                + " levels have means from " + Prose.number(low) + " to " + Prose.number(high) + " " + unit
                + (protocol.scale().normalization() == Normalization.NONE ? "" : " inhibition") + ".");
    }
}

package org.kindlin.assays.kinase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.plate.assay.Potency;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/**
 * How selective a compound is for a reference target over another: potency on the other over potency on the reference.
 *
 * @param ratio the compared ratio
 * @param verdict from the interval of that ratio
 * @param result every ratio, with the verdict among the quality figures
 */
public record Selectivity(
        CompoundPotency reference,
        CompoundPotency other,
        Estimate ratio,
        SelectivityVerdict verdict,
        SubjectResult result) {
    private static final String METHOD =
            "profile-likelihood limits of both combined on the log scale (Zou and Donner 2008)";

    static Selectivity of(CompoundPotency reference, CompoundPotency other, KinaseProtocol protocol) {
        double level = protocol.level();
        Potency ic50 = Potency.of(other.ic50()).over(Potency.of(reference.ic50()));
        Optional<Potency> ki = ratio(reference, other, "ki");
        List<Estimate> estimates = new ArrayList<>();
        estimates.add(ic50.asEstimate("ic50-ratio", level, METHOD));
        ki.ifPresent(found -> estimates.add(
                found.asEstimate("ki-ratio", level, METHOD + "; at the nominal Km(ATP) of both targets")));
        for (String end : List.of("ki-km-low", "ki-km-high")) {
            ratio(reference, "ki", other, end)
                    .ifPresent(found -> estimates.add(found.asEstimate(
                            end.replace("ki-", "ki-ratio-"),
                            level,
                            METHOD + "; at this end of the assumed Km(ATP) of "
                                    + other.subject().targetLabel())));
        }
        boolean tight = reference.isTightBinding() || other.isTightBinding();
        boolean fitted =
                reference.tightBinding().isPresent() && other.tightBinding().isPresent();
        if (fitted || tight) {
            String method = METHOD + (fitted ? "" : "; IC50 less half the enzyme where there is no tight-binding fit");
            ratio(reference, other, "ki-app")
                    .ifPresent(found -> estimates.add(found.asEstimate("ki-app-ratio", level, method)));
        }
        Estimate ratio = compared(estimates, protocol.selectivity().on(), tight);
        Potency judged = Potency.of(ratio);
        SelectivityVerdict verdict = SelectivityVerdict.of(
                judged.low(), judged.high(), protocol.selectivity().fold());
        SubjectResult result = new SubjectResult(
                subject(reference, other),
                estimates,
                List.of(),
                List.of(check(reference, other, ratio, verdict, protocol)),
                warnings(reference, other, ratio, verdict, protocol));
        return new Selectivity(reference, other, ratio, verdict, result);
    }

    /**
     * The ratio that the verdict is read from: of Ki where that is asked for and known, of IC50 otherwise. IC50s that
     * the enzyme limits lie closer together than the affinities, so there it is that of the apparent Ki, at the same ATP.
     */
    private static Estimate compared(List<Estimate> ratios, PotencyScale asked, boolean tight) {
        String wanted = asked == PotencyScale.KI ? "ki-ratio" : tight ? "ki-app-ratio" : "ic50-ratio";
        return ratios.stream()
                .filter(ratio -> ratio.name().equals(wanted))
                .findFirst()
                .orElseGet(ratios::getFirst);
    }

    private static Optional<Potency> ratio(CompoundPotency reference, CompoundPotency other, String name) {
        return ratio(reference, name, other, name);
    }

    private static Optional<Potency> ratio(
            CompoundPotency reference, String ofReference, CompoundPotency other, String ofOther) {
        Optional<Estimate> below = reference.result().estimate(ofReference);
        return other.result()
                .estimate(ofOther)
                .flatMap(above -> below.map(estimate -> Potency.of(above).over(Potency.of(estimate))));
    }

    private static Map<String, String> subject(CompoundPotency reference, CompoundPotency other) {
        Map<String, String> subject = new LinkedHashMap<>(reference.subject().subject());
        subject.remove("target");
        subject.put(
                "comparison",
                other.subject().targetLabel() + " / " + reference.subject().targetLabel());
        return subject;
    }

    /** The verdict as a figure without a pass mark: being dual is neither good nor bad. */
    private static QualityCheck check(
            CompoundPotency reference,
            CompoundPotency other,
            Estimate ratio,
            SelectivityVerdict verdict,
            KinaseProtocol protocol) {
        String fold = Prose.number(protocol.selectivity().fold());
        String words =
                verdict.words(reference.subject().targetLabel(), other.subject().targetLabel());
        String limit = words + " (dual: interval within 1/" + fold + " to " + fold + ")";
        return new QualityCheck("selectivity", ratio.value(), limit, QualityCheck.Verdict.INFO);
    }

    private static List<Warning> warnings(
            CompoundPotency reference,
            CompoundPotency other,
            Estimate ratio,
            SelectivityVerdict verdict,
            KinaseProtocol protocol) {
        List<Warning> warnings = new ArrayList<>();
        if (verdict == SelectivityVerdict.UNDETERMINED) {
            warnings.add(new Warning(
                    "selectivity-undetermined",
                    "Dual or selective " + whyUndetermined(ratio, reference, other, protocol) + "."));
        }
        if (reference.isTightBinding() || other.isTightBinding()) {
            warnings.add(new Warning(
                    "selectivity-tight-binding",
                    "Tight binding draws IC50s towards half the enzyme concentration, so their ratio is not that of the"
                            + " affinities; the verdict is read from " + ratio.name() + "."));
        }
        return warnings;
    }

    /** What is compared: IC50, Ki, or the Ki that shows at the assay's ATP. */
    String quantity() {
        return quantity(ratio);
    }

    private static String quantity(Estimate ratio) {
        return switch (ratio.name()) {
            case "ki-ratio" -> "Ki";
            case "ki-app-ratio" -> UndeterminedRatio.APPARENT;
            default -> "IC50";
        };
    }

    /** The end of a sentence that says why the verdict is open. */
    String whyUndetermined(KinaseProtocol protocol) {
        return whyUndetermined(ratio, reference, other, protocol);
    }

    private static String whyUndetermined(
            Estimate ratio, CompoundPotency reference, CompoundPotency other, KinaseProtocol protocol) {
        double fold = protocol.selectivity().fold();
        return UndeterminedRatio.reason(ratio, reference, other, quantity(ratio), fold);
    }

    /** The verdict in words. */
    String words() {
        return verdict.words(reference.subject().targetLabel(), other.subject().targetLabel());
    }
}

package org.kindlin.study.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;

/** What the conditions of experiment and claim do to a verdict: a difference they may explain is no disagreement. */
record Conditions(AnalysisDocument document, SubjectResult result, Claim claim) {

    /** The verdict with the conditions taken into account. */
    Judgement temper(Judgement numbers, Estimate estimate) {
        if (numbers.agreement() != Agreement.DISAGREES) {
            return numbers;
        }
        if (atTightBindingFloor() && Judgement.isPotency(estimate.name())) {
            return new Judgement(
                    Agreement.CANNOT_TELL,
                    numbers.why() + ", but tight binding holds this estimate near half the enzyme concentration");
        }
        if (!claim.unstated().isEmpty()) {
            return new Judgement(
                    Agreement.CANNOT_TELL,
                    numbers.why() + ", but " + unstated() + " of the claim "
                            + (claim.unstated().size() == 1 ? "is" : "are") + " not stated, and may explain it");
        }
        return numbers;
    }

    /** The verdict's reason with what a reader should know beside it. */
    String sentences(Judgement judgement) {
        List<String> parts = new ArrayList<>();
        parts.add(capitalised(judgement.why()));
        if (judgement.agreement() == Agreement.AGREES && !claim.unstated().isEmpty()) {
            parts.add(capitalised(unstated()) + " of the claim not stated");
        }
        if (claim.quantity().equals("ic50") && claim.unstated().contains("atp")) {
            shift().ifPresent(factor -> parts.add(String.format(
                    Locale.ROOT, "At this assay's ATP an ATP-competitive IC50 is %.3g times its Ki", factor)));
        }
        if (claim.tag() == EvidenceTag.ASSUMPTION) {
            parts.add("The claim is an assumption, not evidence");
        }
        return String.join(". ", parts) + ".";
    }

    private boolean atTightBindingFloor() {
        return result.warnings().stream().anyMatch(warning -> warning.code().equals("tight-binding"));
    }

    private String unstated() {
        List<String> words = claim.unstated().stream().map(Conditions::words).toList();
        return words.size() == 1
                ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    private static String words(String condition) {
        return switch (condition) {
            case "atp" -> "ATP";
            case "enzyme" -> "enzyme concentration";
            default -> condition;
        };
    }

    /** IC50 over Ki by Cheng and Prusoff, 1 + [ATP]/Km, where the protocol has both. */
    private OptionalDouble shift() {
        String target = result.subject().getOrDefault("target", "");
        Optional<Double> atp = micromolar("atp");
        Optional<Double> km = micromolar("kmAtp." + target).or(() -> micromolar("kmAtp"));
        return atp.isPresent() && km.isPresent() ? OptionalDouble.of(1 + atp.get() / km.get()) : OptionalDouble.empty();
    }

    private Optional<Double> micromolar(String key) {
        return document.protocol().stream()
                .filter(entry -> entry.name().equals(key))
                .map(ProtocolEntry::value)
                .filter(Value.Measured.class::isInstance)
                .map(value -> ((Value.Measured) value).quantity().in(Unit.MICROMOLAR))
                .findFirst();
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}

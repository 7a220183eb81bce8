package org.kindlin.assays.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;

/** The answer in sentences. */
final class ResponseVerdicts {
    private ResponseVerdicts() {}

    static List<String> of(ResponseResult result) {
        List<String> sentences = new ArrayList<>();
        TrialReport trials = new TrialReport(result.study(), result.protocol());
        result.arms().forEach(arm -> sentences.add(rate(arm, trials)));
        sentences.addAll(TrialSentences.of(result));
        result.comparisons().forEach(comparison -> sentences.add(difference(comparison)));
        result.arms().stream()
                .flatMap(arm -> arm.result().warning("published-interval").stream())
                .forEach(warning -> sentences.add(warning.message()));
        if (result.study().areTrials()) {
            sentences.add("Separate trials stand beside each other and are not compared: their patients differ.");
        }
        if (result.arms().size() == 1 && result.study().trials().isEmpty()) {
            sentences.add("One arm without a control: the rate says nothing about what each agent contributes.");
        }
        return sentences;
    }

    private static String rate(ArmResponse arm, TrialReport trials) {
        Estimate orr = arm.orr();
        String circumstances = trials.of(arm.name())
                .map(TrialSentences::circumstances)
                .filter(text -> !text.isEmpty())
                .map(text -> " (" + text + ")")
                .orElse("");
        return arm.name() + circumstances + ": " + arm.count().responders() + " of "
                + arm.count().n() + " responded, "
                + percent(orr.value()) + " % (" + Prose.number(100 * orr.level()) + " % interval " + percent(orr.low())
                + " to " + percent(orr.high()) + " %).";
    }

    private static String percent(@org.jspecify.annotations.Nullable Double fraction) {
        return fraction == null ? "-" : String.format(Locale.ROOT, "%.1f", 100 * fraction);
    }

    private static String difference(SubjectResult comparison) {
        Estimate difference = comparison.estimate("riskDifference").orElseThrow();
        double p = comparison.tests().getFirst().p();
        return comparison.subject().get("comparison") + ": difference " + percent(difference.value())
                + " percentage points (interval " + percent(difference.low()) + " to " + percent(difference.high())
                + "), Fisher's exact p " + (p < 1e-4 ? "below 0.0001" : Prose.number(p)) + ".";
    }
}

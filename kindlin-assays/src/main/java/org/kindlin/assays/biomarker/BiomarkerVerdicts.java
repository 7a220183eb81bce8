package org.kindlin.assays.biomarker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;

/** The answer in sentences. */
final class BiomarkerVerdicts {
    private BiomarkerVerdicts() {}

    static List<String> of(BiomarkerResult result) {
        List<String> sentences = new ArrayList<>();
        result.changes().forEach(change -> sentences.add(change(change)));
        result.effects().forEach(effect -> effect(effect).ifPresent(sentences::add));
        if (result.effects().isEmpty() && !result.changes().isEmpty()) {
            sentences.add("There is no control arm: a change over time need not be an effect of the treatment.");
        }
        return sentences;
    }

    private static String change(MarkerChange change) {
        String name = String.join(", ", change.subject().values());
        Estimate percent = change.estimate("percentChange").orElseThrow();
        boolean isRatio = percent.value() != null;
        Estimate shown = isRatio ? percent : change.estimate("meanDifference").orElse(percent);
        HypothesisTest test = change.result().tests().stream()
                .filter(found -> found.name().equals("wilcoxon"))
                .findFirst()
                .orElse(change.result().tests().getFirst());
        return name + ": " + (isRatio ? "change of the geometric mean " : "mean difference ") + Prose.estimate(shown)
                + ", n = " + change.pairs().size() + ", " + test.name() + " p " + p(test.p()) + ".";
    }

    private static Optional<String> effect(SubjectResult effect) {
        String name = String.join(", ", effect.subject().values());
        return effect.estimate("ancovaRatio")
                .or(() -> effect.estimate("ancovaDifference"))
                .map(estimate -> name + ", adjusted for the value before: "
                        + (estimate.name().endsWith("Ratio") ? "ratio " : "difference ") + Prose.estimate(estimate)
                        + ".");
    }

    private static String p(double p) {
        return p < 1e-4 ? "below 0.0001" : Prose.number(p);
    }
}

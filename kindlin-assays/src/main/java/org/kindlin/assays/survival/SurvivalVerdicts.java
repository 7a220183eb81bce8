package org.kindlin.assays.survival;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.numerics.survival.SurvivalQuantile;

/** The answer in sentences. */
final class SurvivalVerdicts {
    private final SurvivalResult result;
    private final List<String> sentences = new ArrayList<>();

    private SurvivalVerdicts(SurvivalResult result) {
        this.result = result;
    }

    static List<String> of(SurvivalResult result) {
        SurvivalVerdicts verdicts = new SurvivalVerdicts(result);
        verdicts.sentences.addAll(result.reconstruction().sentences());
        verdicts.medians();
        verdicts.tests();
        verdicts.hazards();
        verdicts.incidence();
        verdicts.sentences.addAll(result.combination().sentences());
        return verdicts.sentences;
    }

    private void medians() {
        if (result.arms().isEmpty()) {
            return;
        }
        List<String> parts = result.arms().stream().map(this::median).toList();
        sentences.add((result.protocol().cause().isPresent() ? "Median time to any event: " : "Median: ")
                + String.join("; ", parts) + ".");
    }

    private String median(ArmReport arm) {
        SurvivalQuantile median = arm.median();
        String unit = result.protocol().unit().isEmpty()
                ? ""
                : " " + result.protocol().unit();
        String value = median.isReached()
                ? Prose.number(median.time()) + unit + " ("
                        + Prose.number(100 * result.protocol().level()) + " % interval " + bound(median.low()) + " to "
                        + bound(median.high()) + ")"
                : "not reached";
        String name = arm.label().equals(arm.arm()) ? arm.arm() + " " : arm.label() + ": ";
        return name + value + ", " + arm.events() + " events in " + arm.subjects();
    }

    private static String bound(double value) {
        return Double.isNaN(value) ? "not reached" : Prose.number(value);
    }

    private void tests() {
        result.comparison().results().stream().findFirst().ifPresent(all -> {
            if (all.warning("arms-not-comparable").isPresent()) {
                sentences.add(all.warning("arms-not-comparable").get().message());
                return;
            }
            HypothesisTest test = all.tests().stream()
                    .filter(found -> found.name().equals("log-rank-stratified"))
                    .findFirst()
                    .orElse(all.tests().getFirst());
            String compared = named(all);
            sentences.add((test.name().endsWith("stratified") ? "Stratified log-rank test" : "Log-rank test") + " of "
                    + compared + ": chi-squared " + Prose.number(test.statistic()) + ", p "
                    + p(test.p()) + ".");
            all.tests().stream()
                    .filter(found -> found.name().equals("log-rank-trend"))
                    .forEach(this::trend);
        });
        adjusted();
    }

    private void trend(HypothesisTest test) {
        double z = test.statistic();
        sentences.add("Trend over arms (scores "
                + Prose.list(result.study().trend().stream().map(Prose::number).toList()) + " for "
                + Prose.list(result.study().arms()) + "): z " + Prose.number(z) + ", p " + p(test.p())
                + (z < 0 ? ", fewer" : ", more") + " events than expected in arms of high score.");
    }

    /** Arms named by numbers alone get the name of their column. */
    private String named(SubjectResult pair) {
        String compared = pair.subject().getOrDefault("comparison", "");
        boolean numbers = result.arms().stream().noneMatch(arm -> arm.label().equals(arm.arm()));
        return numbers && compared.contains(" vs ") ? result.arms().getFirst().column() + " " + compared : compared;
    }

    private void adjusted() {
        List<String> parts = result.comparison().results().stream()
                .skip(1)
                .filter(pair -> !pair.tests().isEmpty())
                .map(pair -> named(pair) + " p " + p(holm(pair)))
                .toList();
        if (!parts.isEmpty()) {
            sentences.add("Pairwise log-rank tests, adjusted by Holm: " + String.join("; ", parts) + ".");
        }
    }

    private static double holm(SubjectResult pair) {
        return pair.tests().stream()
                .filter(test -> test.name().endsWith("-holm"))
                .mapToDouble(HypothesisTest::p)
                .findFirst()
                .orElseThrow();
    }

    private void incidence() {
        result.competing().results().stream()
                .filter(found ->
                        found.tests().stream().anyMatch(test -> test.name().equals("gray")))
                .forEach(found ->
                        sentences.add("Gray's test of cause " + found.subject().get("cause") + ": chi-squared "
                                + Prose.number(found.tests().getFirst().statistic()) + ", p "
                                + p(found.tests().getFirst().p()) + "."));
    }

    private void hazards() {
        for (CoxReport.Term term : result.cox().terms()) {
            Estimate log = term.logHazardRatio();
            Double value = log.value();
            if (value == null) {
                sentences.add("Hazard ratio of " + term.label()
                        + ": no finite estimate, because the likelihood rises without end.");
                continue;
            }
            sentences.add("Hazard ratio of " + term.label() + ": " + Prose.number(StrictMath.exp(value)) + interval(log)
                    + ", p " + p(term.p()) + ".");
        }
    }

    private static String interval(Estimate log) {
        Double low = log.low();
        Double high = log.high();
        String level = " (" + Prose.number(100 * log.level()) + " % interval ";
        if (low == null || high == null) {
            return low == null && high == null
                    ? ""
                    : low == null
                            ? level + "up to " + Prose.number(StrictMath.exp(high == null ? 0 : high)) + ")"
                            : level + "from " + Prose.number(StrictMath.exp(low)) + ")";
        }
        return level + Prose.number(StrictMath.exp(low)) + " to " + Prose.number(StrictMath.exp(high)) + ")";
    }

    static String p(double p) {
        return p < 1e-4 ? "below 0.0001" : Prose.number(p);
    }
}

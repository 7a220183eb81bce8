package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.protocol.ArriveItem;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.mixed.Contrast;
import org.kindlin.numerics.mixed.Criterion;
import org.kindlin.numerics.statistics.Descriptive;

/** Results of the study as a whole: the model, the interactions, and what was found in reading. */
final class ModelSubjects {
    private final GrowthResult result;
    private final double level;

    ModelSubjects(GrowthResult result) {
        this.result = result;
        this.level = result.protocol().level();
    }

    List<SubjectResult> all() {
        List<SubjectResult> all = new ArrayList<>();
        all.add(model());
        result.roles().combination().ifPresent(arms -> {
            if (!result.model().interactions().isEmpty()) {
                all.add(interactions(arms, Map.of(), result.model().interactions()));
            }
            result.model()
                    .alternatives()
                    .forEach((baseline, list) ->
                            all.add(interactions(arms, Map.of("baseline", Key.spelling(baseline)), list)));
        });
        return all;
    }

    private SubjectResult model() {
        List<Estimate> estimates = new ArrayList<>();
        List<QualityCheck> quality = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>(result.study().findings());
        result.model().fit().ifPresent(fit -> {
            String method = GrowthMethods.method(result);
            boolean reml = fit.fit().criterion() == Criterion.REML;
            estimates.add(Estimate.descriptive(
                    reml ? "remlCriterion" : "mlCriterion", fit.fit().criterionValue(), "", method));
            estimates.add(Estimate.descriptive("logLikelihood", fit.fit().logLikelihood(), "", method));
            estimates.add(Estimate.descriptive("residualSd", fit.fit().sigma(), "ln", method));
            random(fit, estimates, method);
            estimates.add(Estimate.descriptive("readings", fit.fit().observations(), "", "readings in the model"));
            estimates.add(Estimate.descriptive("animals", fit.fit().subjects(), "", "animals in the model"));
            if (result.protocol().model().serial()) {
                estimates.add(Estimate.descriptive(
                        "serialCorrelation", fit.residuals().correlation(), "", "CAR(1), one day apart"));
            }
            quality.add(new QualityCheck(
                    "converged",
                    fit.fit().hasConverged() ? 1.0 : 0.0,
                    "1",
                    fit.fit().hasConverged() ? QualityCheck.Verdict.PASS : QualityCheck.Verdict.FAIL));
            if (fit.fit().isSingular()) {
                warnings.add(
                        new Warning(
                                "singular",
                                "The model is on its border: a variance between animals is zero, or start and growth rate are fully"
                                        + " correlated. The fit has converged; animals differ less than their readings scatter."));
            }
            if (fit.imputed().isPresent()) {
                warnings.add(new Warning(
                        "left-censored",
                        "Readings without a measurable tumour count as below "
                                + Prose.number(result.detectionLimit())
                                + " mm3; standard errors hold what this leaves open."));
            }
        });
        quality.addAll(baselineBalance());
        missing(warnings);
        if (result.roles().control().isEmpty()) {
            warnings.add(new Warning(
                    "no-control",
                    "No arm is known to be the control, so nothing is compared: state control=ARM. The arms are "
                            + Prose.list(result.study().arms()) + "."));
        }
        return new SubjectResult(Map.of("model", "log volume"), estimates, List.of(), quality, warnings);
    }

    private static void random(GrowthFit fit, List<Estimate> estimates, String method) {
        double[][] g = fit.fit().randomCovariance();
        boolean both = g.length == 2;
        boolean intercept = both || fit.between(0) > 0 || fit.between(1) == fit.between(2);
        if (intercept) {
            estimates.add(Estimate.descriptive("startSd", Math.sqrt(g[0][0]), "ln", method));
        }
        if (both || !intercept) {
            double variance = both ? g[1][1] : g[0][0];
            estimates.add(Estimate.descriptive("growthRateSd", Math.sqrt(variance), "1/d", method));
        }
        if (both && g[0][0] > 0 && g[1][1] > 0) {
            estimates.add(
                    Estimate.descriptive("startRateCorrelation", g[0][1] / Math.sqrt(g[0][0] * g[1][1]), "", method));
        }
    }

    /** Largest ratio of geometric mean first volumes between arms. */
    private List<QualityCheck> baselineBalance() {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 0;
        for (String arm : result.study().arms()) {
            double[] logs = result.study().of(arm).stream()
                    .flatMapToDouble(animal -> animal.baseline().stream())
                    .map(Math::log)
                    .toArray();
            if (logs.length > 0) {
                double mean = Math.exp(Descriptive.mean(logs));
                lowest = Math.min(lowest, mean);
                highest = Math.max(highest, mean);
            }
        }
        return highest > 0 && result.study().arms().size() > 1
                ? List.of(QualityCheck.atMost("largest-ratio-of-first-volumes", highest / lowest, 1.5))
                : List.of();
    }

    private void missing(List<Warning> warnings) {
        List<String> missing = ArriveItem.missing(result.protocol().arrive());
        if (!missing.isEmpty()) {
            warnings.add(new Warning(
                    "arrive-missing",
                    "Of ARRIVE 2.0's essential ten these are not stated: " + String.join("; ", missing) + "."));
        }
    }

    private SubjectResult interactions(ArmRoles.Factorial arms, Map<String, String> more, List<Interaction> list) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("combination", arms.both());
        subject.putAll(more);
        List<Estimate> estimates = new ArrayList<>();
        List<HypothesisTest> tests = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        for (Interaction one : list) {
            Contrast contrast = one.contrast();
            estimates.add(Estimate.of(
                    one.estimate(),
                    contrast.value(),
                    one.unit(),
                    contrast.low(level),
                    contrast.high(level),
                    level,
                    contrast.standardError(),
                    "against " + one.nullModel() + " on the " + one.scale()));
            tests.add(new HypothesisTest(one.test(), contrast.statistic(), finite(contrast.df()), null, one.p()));
            one.robust()
                    .ifPresent(robust -> tests.add(new HypothesisTest(
                            one.estimate().replace("Interaction", "") + "-cluster-robust",
                            robust.statistic(),
                            finite(robust.df()),
                            null,
                            robust.p())));
        }
        if (more.isEmpty() && list.stream().noneMatch(one -> one.estimate().equals("rateProductInteraction"))) {
            estimates.add(
                    Estimate.notEstimable("rateProductInteraction", "", level, "against multiplying growth rates"));
            warnings.add(
                    new Warning(
                            "rates-not-positive",
                            "rateProductInteraction is not estimable: a growth rate is not told from zero, so it has no logarithm."));
        }
        return new SubjectResult(subject, estimates, tests, List.of(), warnings);
    }

    private static @org.jspecify.annotations.Nullable Double finite(double df) {
        return Double.isFinite(df) ? Double.valueOf(df) : null;
    }
}

package org.kindlin.assays.biomarker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.paired.GroupEffect;

/**
 * What an arm does to a marker beyond the reference arm: by analysis of covariance on the value before, which neither ignores
 * it (as the value after does) nor takes it at full weight (as the change does); Vickers and Altman, BMJ 323:1123, 2001.
 */
final class ArmEffect {
    private static final int FEWEST = 2;

    private ArmEffect() {}

    static SubjectResult of(
            Map<String, String> subject, String arm, String reference, List<Pair> pairs, BiomarkerProtocol protocol) {
        Map<String, String> named = new LinkedHashMap<>(subject);
        named.put("comparison", arm + " vs " + reference);
        List<Pair> two = pairs.stream()
                .filter(pair -> pair.arm().equals(arm) || pair.arm().equals(reference))
                .toList();
        long own = two.stream().filter(pair -> pair.arm().equals(arm)).count();
        boolean log = two.stream().allMatch(Pair::hasLogRatio);
        if (own < FEWEST || two.size() - own < FEWEST || two.stream().anyMatch(Pair::isCensored)) {
            return new SubjectResult(
                    named,
                    List.of(Estimate.notEstimable("ancovaRatio", "", protocol.level(), "analysis of covariance")),
                    List.of(),
                    List.of(),
                    List.of(
                            new Warning(
                                    "arms-not-comparable",
                                    "ancovaRatio is not estimable: each arm needs two pairs with both values above the limit.")));
        }
        boolean[] group = new boolean[two.size()];
        double[] before = new double[two.size()];
        double[] after = new double[two.size()];
        double[] change = new double[two.size()];
        for (int i = 0; i < group.length; i++) {
            group[i] = two.get(i).arm().equals(arm);
            before[i] = scale(two.get(i).before().value(), log);
            after[i] = scale(two.get(i).after().value(), log);
            change[i] = after[i] - before[i];
        }
        return result(
                named,
                List.of(
                        GroupEffect.adjusted(group, before, after),
                        GroupEffect.unadjusted(group, change),
                        GroupEffect.unadjusted(group, after)),
                log,
                protocol);
    }

    private static double scale(double value, boolean log) {
        return log ? StrictMath.log(value) : value;
    }

    private static SubjectResult result(
            Map<String, String> subject, List<GroupEffect> effects, boolean log, BiomarkerProtocol protocol) {
        List<String> names = List.of("ancova", "changeScore", "postScore");
        List<String> tests = List.of("ancova", "change-score", "post-score");
        List<Estimate> estimates = new ArrayList<>();
        List<HypothesisTest> outcomes = new ArrayList<>();
        for (int i = 0; i < effects.size(); i++) {
            GroupEffect effect = effects.get(i);
            if (!(effect.standardError() > 0) || !(effect.df() > 0)) {
                continue;
            }
            double level = protocol.level();
            double low = effect.low(level);
            double high = effect.high(level);
            if (log) {
                estimates.add(Estimate.of(
                        names.get(i) + "LogRatio",
                        effect.effect(),
                        "",
                        low,
                        high,
                        level,
                        effect.standardError(),
                        "least squares of logarithms"));
                estimates.add(Estimate.of(
                        names.get(i) + "Ratio",
                        StrictMath.exp(effect.effect()),
                        "",
                        StrictMath.exp(low),
                        StrictMath.exp(high),
                        level,
                        Double.NaN,
                        "least squares of logarithms"));
            } else {
                estimates.add(Estimate.of(
                        names.get(i) + "Difference",
                        effect.effect(),
                        protocol.unit(),
                        low,
                        high,
                        level,
                        effect.standardError(),
                        "least squares"));
            }
            outcomes.add(new HypothesisTest(tests.get(i), effect.t(), effect.df(), null, effect.p()));
        }
        return new SubjectResult(subject, estimates, outcomes, List.of(), List.of());
    }
}

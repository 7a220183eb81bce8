package org.kindlin.assays.survival;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.statistics.AdjustedP;
import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.survival.ComparedArms;
import org.kindlin.numerics.survival.LogRank;
import org.kindlin.numerics.survival.LogRankPermutation;
import org.kindlin.numerics.survival.LogRankResult;
import org.kindlin.numerics.survival.LogRankWeight;
import org.kindlin.numerics.survival.RestrictedMean;

/** Tests between arms: all together, then each pair with p values adjusted for the number of pairs. */
public record ArmComparison(List<SubjectResult> results) {
    public ArmComparison {
        results = List.copyOf(results);
    }

    static ArmComparison of(
            StudyArrays arrays,
            List<ArmReport> arms,
            Optional<HypothesisTest> gray,
            List<Double> trend,
            SurvivalProtocol protocol,
            RandomStream random) {
        if (arms.size() < 2) {
            return new ArmComparison(List.of());
        }
        List<SubjectResult> results = new ArrayList<>();
        String all =
                arms.size() == 2 ? arms.get(1).arm() + " vs " + arms.getFirst().arm() : "all arms";
        List<Estimate> differences = arms.size() == 2 ? differences(arms.get(1), arms.getFirst(), protocol) : List.of();
        List<HypothesisTest> tests = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        if (isComparable(LogRank.test(arrays.compared(false), LogRankWeight.logRank()))) {
            tests.addAll(tests(arrays, protocol, random));
            if (!trend.isEmpty()) {
                tests.addAll(trend(arrays, trend));
            }
        } else {
            warnings.add(notComparable(all));
        }
        gray.ifPresent(tests::add);
        results.add(result(all, differences, tests, warnings));
        if (arms.size() > 2) {
            results.addAll(pairs(arrays, arms, protocol));
        }
        return new ArmComparison(results);
    }

    /** Whether any event happened while subjects of two arms were at risk: nothing else can tell arms apart. */
    private static boolean isComparable(LogRankResult result) {
        return result.degreesOfFreedom() > 0;
    }

    private static Warning notComparable(String compared) {
        return new Warning(
                "arms-not-comparable",
                "No event happened while subjects of two arms were at risk, so no test of " + compared
                        + " is possible.");
    }

    private static List<HypothesisTest> tests(StudyArrays arrays, SurvivalProtocol protocol, RandomStream random) {
        ComparedArms plain = arrays.compared(false);
        List<HypothesisTest> tests = new ArrayList<>();
        tests.add(test("log-rank", LogRank.test(plain, LogRankWeight.logRank())));
        tests.add(test("peto-peto", LogRank.test(plain, LogRankWeight.petoPeto())));
        tests.add(test("gehan-breslow", LogRank.test(plain, new LogRankWeight.GehanBreslow())));
        tests.add(test("tarone-ware", LogRank.test(plain, new LogRankWeight.TaroneWare())));
        if (protocol.rho() != 0 || protocol.gamma() != 0) {
            tests.add(test(
                    "fleming-harrington",
                    LogRank.test(plain, new LogRankWeight.FlemingHarrington(protocol.rho(), protocol.gamma()))));
        }
        if (arrays.isStratified()) {
            ComparedArms stratified = arrays.compared(true);
            tests.add(test("log-rank-stratified", LogRank.test(stratified, LogRankWeight.logRank())));
            tests.add(test("peto-peto-stratified", LogRank.test(stratified, LogRankWeight.petoPeto())));
        }
        if (protocol.permutations() > 0 && !arrays.sample().isTruncated()) {
            LogRankPermutation.Outcome outcome =
                    LogRankPermutation.test(arrays.compared(true), protocol.permutations(), random);
            tests.add(new HypothesisTest(
                    outcome.isExact() ? "log-rank-permutation-exact" : "log-rank-permutation",
                    outcome.chiSquared(),
                    null,
                    null,
                    outcome.p()));
        }
        return tests;
    }

    /** Tarone's test of trend over scores (Biometrika 62:679, 1975): the scores' sum of observed less expected events. */
    private static List<HypothesisTest> trend(StudyArrays arrays, List<Double> trend) {
        double[] scores = trend.stream().mapToDouble(Double::doubleValue).toArray();
        List<HypothesisTest> tests = new ArrayList<>();
        tests.add(normal(
                "log-rank-trend",
                LogRank.test(arrays.compared(false), LogRankWeight.logRank()).trend(scores)));
        if (arrays.isStratified()) {
            tests.add(normal(
                    "log-rank-trend-stratified",
                    LogRank.test(arrays.compared(true), LogRankWeight.logRank()).trend(scores)));
        }
        return tests;
    }

    private static HypothesisTest normal(String name, double z) {
        return new HypothesisTest(name, z, null, null, Math.min(1, 2 * Distributions.normalUpperTail(Math.abs(z))));
    }

    private static HypothesisTest test(String name, LogRankResult result) {
        return new HypothesisTest(name, result.chiSquared(), (double) result.degreesOfFreedom(), null, result.p());
    }

    private static List<SubjectResult> pairs(StudyArrays arrays, List<ArmReport> arms, SurvivalProtocol protocol) {
        List<int[]> pairs = new ArrayList<>();
        for (int a = 0; a < arms.size(); a++) {
            for (int b = a + 1; b < arms.size(); b++) {
                pairs.add(new int[] {a, b});
            }
        }
        boolean stratified = arrays.isStratified();
        List<LogRankResult> outcomes = pairs.stream()
                .map(pair -> LogRank.test(arrays.compared(stratified).pair(pair[0], pair[1]), LogRankWeight.logRank()))
                .toList();
        double[] p = outcomes.stream().mapToDouble(LogRankResult::p).toArray();
        double[] holm = AdjustedP.holm(p);
        double[] hochberg = AdjustedP.benjaminiHochberg(p);
        String name = stratified ? "log-rank-stratified" : "log-rank";
        List<SubjectResult> results = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            ArmReport reference = arms.get(pairs.get(i)[0]);
            ArmReport other = arms.get(pairs.get(i)[1]);
            LogRankResult outcome = outcomes.get(i);
            double df = outcome.degreesOfFreedom();
            String compared = other.arm() + " vs " + reference.arm();
            if (!isComparable(outcome)) {
                results.add(result(
                        compared,
                        differences(other, reference, protocol),
                        List.of(),
                        List.of(notComparable(compared))));
                continue;
            }
            results.add(result(
                    compared,
                    differences(other, reference, protocol),
                    List.of(
                            test(name, outcome),
                            new HypothesisTest(name + "-holm", outcome.chiSquared(), df, null, holm[i]),
                            new HypothesisTest(
                                    name + "-benjamini-hochberg", outcome.chiSquared(), df, null, hochberg[i])),
                    List.of()));
        }
        return results;
    }

    /** Restricted means compared, where both arms reach the horizon. */
    private static List<Estimate> differences(ArmReport arm, ArmReport reference, SurvivalProtocol protocol) {
        if (arm.mean().isEmpty() || reference.mean().isEmpty()) {
            return List.of();
        }
        RestrictedMean mean = arm.mean().get();
        RestrictedMean other = reference.mean().get();
        double level = protocol.level();
        String method = "restricted means to " + Prose.number(mean.horizon());
        List<Estimate> estimates = new ArrayList<>();
        estimates.add(estimate("rmstDifference", mean.minus(other, level), protocol.unit(), level, method));
        if (other.mean() > 0 && mean.mean() > 0) {
            estimates.add(estimate("rmstRatio", mean.over(other, level), "", level, method));
        }
        if (other.mean() < other.horizon() && mean.mean() < mean.horizon()) {
            estimates.add(estimate("rmtlRatio", mean.lostOver(other, level), "", level, method));
        }
        return estimates;
    }

    private static Estimate estimate(
            String name, RestrictedMean.Contrast contrast, String unit, double level, String method) {
        boolean ratio = unit.isEmpty() && name.endsWith("Ratio");
        boolean hasError = contrast.low() < contrast.high(); // none where no event happened in either arm
        return Estimate.of(
                name,
                contrast.value(),
                unit,
                hasError ? contrast.low() : Double.NaN,
                hasError ? contrast.high() : Double.NaN,
                level,
                ratio || !hasError ? Double.NaN : contrast.standardError(),
                method);
    }

    private static SubjectResult result(
            String comparison, List<Estimate> estimates, List<HypothesisTest> tests, List<Warning> warnings) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("comparison", comparison);
        return new SubjectResult(subject, estimates, tests, List.of(), warnings);
    }
}

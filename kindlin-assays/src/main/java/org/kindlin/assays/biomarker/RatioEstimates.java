package org.kindlin.assays.biomarker;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.paired.CensoredNormal;
import org.kindlin.numerics.paired.PairedT;
import org.kindlin.numerics.paired.SignedRank;
import org.kindlin.numerics.statistics.Distributions;

/** The change of a marker as a ratio after over before. */
record RatioEstimates(List<Estimate> estimates, List<HypothesisTest> tests, List<Warning> warnings) {
    private static final String NAMES = "geometricMeanRatio, percentChange and hodgesLehmannRatio";

    static RatioEstimates of(List<Pair> pairs, BiomarkerProtocol protocol) {
        if (!pairs.stream().allMatch(Pair::hasLogRatio)) {
            return lacking(
                    protocol,
                    "no-logarithm",
                    NAMES + " are not estimable: a value is zero or negative and has no logarithm.");
        }
        if (pairs.stream().anyMatch(Pair::isCensored)) {
            return censored(pairs, protocol);
        }
        double[] logs = pairs.stream().mapToDouble(Pair::logRatio).toArray();
        if (logs.length < 2) {
            return lacking(protocol, "too-few-pairs", NAMES + " are not estimable: there is one pair only.");
        }
        PairedT t = PairedT.of(logs);
        SignedRank ranks = SignedRank.of(logs, protocol.zeros());
        List<Estimate> estimates = new ArrayList<>(
                ratio(t.mean(), t.low(protocol.level()), t.high(protocol.level()), protocol, "paired t of log ratios"));
        List<HypothesisTest> tests = new ArrayList<>();
        if (ranks.used() >= 2) {
            estimates.add(MarkerChange.rankEstimate("hodgesLehmannRatio", "", ranks, protocol, true));
            tests.add(new HypothesisTest("wilcoxon-log", ranks.statistic(), null, null, ranks.p()));
        }
        if (!Double.isNaN(t.t())) {
            tests.addFirst(new HypothesisTest("paired-t-log", t.t(), t.df(), null, t.p()));
        }
        return new RatioEstimates(estimates, tests, List.of());
    }

    private static List<Estimate> ratio(
            double log, double low, double high, BiomarkerProtocol protocol, String method) {
        Estimate ratio = Estimate.of(
                "geometricMeanRatio",
                StrictMath.exp(log),
                "",
                StrictMath.exp(low),
                StrictMath.exp(high),
                protocol.level(),
                Double.NaN,
                method);
        return List.of(
                Estimate.of(
                        "percentChange",
                        100 * StrictMath.expm1(log),
                        "%",
                        100 * StrictMath.expm1(low),
                        100 * StrictMath.expm1(high),
                        protocol.level(),
                        Double.NaN,
                        method + ", 100 (geometricMeanRatio - 1)"),
                ratio);
    }

    /** By maximum likelihood of a normal distribution of log ratios, some known only to lie below or above. */
    private static RatioEstimates censored(List<Pair> pairs, BiomarkerProtocol protocol) {
        double[] logs = pairs.stream().mapToDouble(Pair::logRatio).toArray();
        CensoredNormal.Side[] sides = pairs.stream()
                .map(pair -> pair.after().isBelow()
                        ? CensoredNormal.Side.BELOW
                        : pair.before().isBelow() ? CensoredNormal.Side.ABOVE : CensoredNormal.Side.EXACT)
                .toArray(CensoredNormal.Side[]::new);
        long known = pairs.stream().filter(pair -> !pair.isCensored()).count();
        var fit = CensoredNormal.of(logs, sides);
        if (fit.isEmpty()) {
            return lacking(
                    protocol,
                    "too-few-quantified",
                    NAMES + " are not estimable: only " + known + " pairs have both values above the limit.");
        }
        double t = Distributions.studentQuantile(0.5 + protocol.level() / 2, (double) Math.max(1, known - 1));
        double mean = fit.get().mean();
        double half = t * fit.get().standardError();
        List<Warning> warnings = List.of(new Warning(
                "below-limit",
                (pairs.size() - known) + " of " + pairs.size()
                        + " pairs have a value below the limit of quantification; they count as lying below, not as a number."
                        + " hodgesLehmannRatio and the rank tests are left out."));
        return new RatioEstimates(
                ratio(mean, mean - half, mean + half, protocol, "censored normal likelihood of log ratios"),
                List.of(new HypothesisTest(
                        "censored-t",
                        mean / fit.get().standardError(),
                        (double) Math.max(1, known - 1),
                        null,
                        Distributions.studentTwoSided(
                                mean / fit.get().standardError(), (double) Math.max(1, known - 1)))),
                warnings);
    }

    private static RatioEstimates lacking(BiomarkerProtocol protocol, String code, String message) {
        return new RatioEstimates(
                List.of(
                        Estimate.notEstimable("percentChange", "%", protocol.level(), "log ratios"),
                        Estimate.notEstimable("geometricMeanRatio", "", protocol.level(), "log ratios")),
                List.of(),
                List.of(new Warning(code, message)));
    }
}

package org.kindlin.assays.biomarker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.paired.PairedT;
import org.kindlin.numerics.paired.SignFlip;
import org.kindlin.numerics.paired.SignTest;
import org.kindlin.numerics.paired.SignedRank;
import org.kindlin.numerics.proportions.ProportionInterval;
import org.kindlin.numerics.proportions.Range;
import org.kindlin.numerics.random.RandomStream;

/** The change of one marker in one arm: estimates, tests and what could not be had. */
public final class MarkerChange {
    private static final int FEWEST = 2;

    private final Map<String, String> subject;
    private final List<Pair> pairs;
    private final BiomarkerProtocol protocol;
    private final List<Estimate> estimates = new ArrayList<>();
    private final List<HypothesisTest> tests = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private MarkerChange(Map<String, String> subject, List<Pair> pairs, BiomarkerProtocol protocol) {
        this.subject = new LinkedHashMap<>(subject);
        this.pairs = List.copyOf(pairs);
        this.protocol = protocol;
    }

    static MarkerChange of(
            Map<String, String> subject, List<Pair> pairs, BiomarkerProtocol protocol, RandomStream random) {
        MarkerChange change = new MarkerChange(subject, pairs, protocol);
        change.estimates.add(Estimate.descriptive("n", pairs.size(), "", "pairs"));
        change.ratios();
        change.differences(random);
        change.responders();
        return change;
    }

    public List<Pair> pairs() {
        return pairs;
    }

    SubjectResult result() {
        return new SubjectResult(subject, estimates, tests, List.of(), warnings);
    }

    Map<String, String> subject() {
        return subject;
    }

    Optional<Estimate> estimate(String name) {
        return estimates.stream().filter(found -> found.name().equals(name)).findFirst();
    }

    /** On the logarithmic scale: ratios. */
    private void ratios() {
        RatioEstimates ratios = RatioEstimates.of(pairs, protocol);
        estimates.addAll(ratios.estimates());
        tests.addAll(ratios.tests());
        warnings.addAll(ratios.warnings());
    }

    /** On the scale of the values. */
    private void differences(RandomStream random) {
        signs();
        if (pairs.stream().anyMatch(Pair::isCensored)) {
            lacking(
                    "censored-difference",
                    "some values are known only to lie below a limit, so no difference is known for them");
            return;
        }
        double[] d = pairs.stream().mapToDouble(Pair::difference).toArray();
        if (d.length < FEWEST) {
            lacking("too-few-pairs", "there is one pair only");
            return;
        }
        PairedT t = PairedT.of(d);
        boolean scatters = !Double.isNaN(t.t());
        estimates.add(Estimate.of(
                "meanDifference",
                t.mean(),
                protocol.unit(),
                scatters ? t.low(protocol.level()) : Double.NaN,
                scatters ? t.high(protocol.level()) : Double.NaN,
                protocol.level(),
                scatters ? t.standardError() : Double.NaN,
                "paired t"));
        if (!scatters) {
            warnings.add(
                    new Warning(
                            "no-scatter",
                            "All differences are alike, so meanDifference has no interval, and the paired t test, which has no statistic, is left out."));
        } else {
            tests.addFirst(new HypothesisTest("paired-t", t.t(), t.df(), null, t.p()));
            estimates.add(Estimate.descriptive(
                    "cohenDz", t.mean() / t.sd(), "", "mean over standard deviation of differences"));
        }
        ranks(d);
        SignFlip flip = SignFlip.of(d, random);
        tests.add(new HypothesisTest("sign-flip", t.mean(), null, null, flip.p()));
        percentages();
    }

    private void ranks(double[] d) {
        SignedRank ranks = SignedRank.of(d, protocol.zeros());
        long zeros = Arrays.stream(d).filter(x -> x == 0).count();
        tests.add(new HypothesisTest("wilcoxon", ranks.statistic(), null, null, ranks.p()));
        if (zeros > 0) {
            double all = SignedRank.of(shifted(d), SignedRank.Zeros.WILCOXON).hodgesLehmann();
            warnings.add(new Warning(
                    "zero-differences",
                    zeros + (zeros == 1 ? " pair does" : " pairs do")
                            + " not change; the signed-rank test and hodgesLehmann leave such pairs out, as Wilcoxon did. With them the estimate is "
                            + Prose.number(all) + "."));
        }
        if (ranks.used() < FEWEST) {
            estimates.add(Estimate.notEstimable("hodgesLehmann", protocol.unit(), protocol.level(), "signed ranks"));
            warnings.add(
                    new Warning("too-few-changes", "hodgesLehmann is not estimable: fewer than two pairs change."));
            return;
        }
        estimates.add(rankEstimate("hodgesLehmann", protocol.unit(), ranks, protocol, false));
        double achieved = ranks.achieved(protocol.level());
        if (achieved < protocol.level() - 1e-9) {
            warnings.add(new Warning(
                    "interval-level",
                    "The interval of hodgesLehmann is the widest that " + ranks.used() + " pairs allow and holds "
                            + Prose.number(100 * achieved) + " %, not " + Prose.number(100 * protocol.level())
                            + " %."));
        }
    }

    /** Zeros as the least of numbers, so that they count among the averages. */
    private static double[] shifted(double[] d) {
        return Arrays.stream(d).map(x -> x == 0 ? Double.MIN_VALUE : x).toArray();
    }

    static Estimate rankEstimate(
            String name, String unit, SignedRank ranks, BiomarkerProtocol protocol, boolean isLog) {
        double value = ranks.hodgesLehmann();
        double low = ranks.low(protocol.level());
        double high = ranks.high(protocol.level());
        return Estimate.of(
                name,
                isLog ? StrictMath.exp(value) : value,
                unit,
                isLog ? StrictMath.exp(low) : low,
                isLog ? StrictMath.exp(high) : high,
                protocol.level(),
                Double.NaN,
                "Hodges-Lehmann, interval by the signed-rank distribution");
    }

    /** Rises and falls, where they are known. */
    private void signs() {
        int rises = 0;
        int falls = 0;
        for (Pair pair : pairs) {
            boolean fell = pair.after().isBelow()
                    ? pair.after().value() <= pair.before().value()
                    : pair.after().value() < pair.before().value();
            boolean rose = pair.before().isBelow()
                    ? pair.before().value() <= pair.after().value()
                    : pair.after().value() > pair.before().value();
            falls += fell && !pair.before().isBelow() ? 1 : 0;
            rises += rose && !pair.after().isBelow() ? 1 : 0;
        }
        tests.add(new HypothesisTest("sign", rises, null, null, SignTest.p(rises, falls)));
    }

    private void percentages() {
        if (pairs.stream().anyMatch(pair -> pair.before().value() <= 0)) {
            warnings.add(
                    new Warning(
                            "no-percentage",
                            "A value before is zero or negative, so medianPercentChange and meanPercentChange have no meaning."));
            return;
        }
        double[] percent = pairs.stream()
                .mapToDouble(pair -> 100 * pair.difference() / pair.before().value())
                .sorted()
                .toArray();
        int m = percent.length;
        double median = (percent[(m - 1) / 2] + percent[m / 2]) / 2;
        estimates.add(Estimate.descriptive("medianPercentChange", median, "%", "median of percent changes"));
        double mean = Arrays.stream(percent).average().orElseThrow();
        estimates.add(Estimate.descriptive("meanPercentChange", mean, "%", "mean of percent changes"));
    }

    private void responders() {
        double limit = 1 - protocol.responderFall() / 100;
        if (pairs.stream().anyMatch(pair -> pair.before().value() <= 0)) {
            return;
        }
        List<Pair> known =
                pairs.stream().filter(pair -> !pair.before().isBelow()).toList();
        if (known.isEmpty()) {
            return;
        }
        int fell = (int) known.stream()
                .filter(pair -> pair.after().value() <= limit * pair.before().value() * (1 + 1e-12))
                .count();
        Range range = ProportionInterval.CLOPPER_PEARSON.of(fell, known.size(), protocol.level());
        estimates.add(Estimate.of(
                "responderShare",
                (double) fell / known.size(),
                "",
                range.low(),
                range.high(),
                protocol.level(),
                Double.NaN,
                "fall of at least " + Prose.number(protocol.responderFall()) + " %, Clopper-Pearson"));
    }

    private void lacking(String code, String reason) {
        for (String name : List.of("meanDifference", "hodgesLehmann")) {
            estimates.add(Estimate.notEstimable(name, protocol.unit(), protocol.level(), "differences"));
        }
        warnings.add(new Warning(code, "meanDifference and hodgesLehmann are not estimable: " + reason + "."));
    }
}

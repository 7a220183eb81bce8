package org.kindlin.assays.response;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.proportions.FisherExact;
import org.kindlin.numerics.proportions.Range;
import org.kindlin.numerics.proportions.TwoProportions;
import org.kindlin.numerics.statistics.Distributions;

/** The response rate of an arm against the reference. */
final class RateComparison {
    private RateComparison() {}

    static SubjectResult of(ArmResponse arm, ArmResponse reference) {
        ArmCount one = arm.count();
        ArmCount two = reference.count();
        TwoProportions table = new TwoProportions(one.responders(), one.n(), two.responders(), two.n());
        double level = arm.protocol().level();
        FisherExact fisher = FisherExact.of(table);
        List<Estimate> estimates = new ArrayList<>();
        estimates.add(difference("riskDifference", table, table.miettinenNurminen(level), level, "Miettinen-Nurminen"));
        estimates.add(
                difference("riskDifferenceNewcombe", table, table.newcombe(level), level, "Newcombe, hybrid score"));
        List<Warning> warnings = new ArrayList<>();
        odds(fisher, level, estimates, warnings);
        if (two.responders() > 0) {
            estimates.add(Estimate.descriptive("riskRatio", table.riskRatio(), "", "ratio of rates"));
        }
        List<HypothesisTest> tests = List.of(
                new HypothesisTest("fisher", table.difference(), null, null, fisher.p()),
                chiSquared("chi-squared", table.chiSquared(false)),
                chiSquared("chi-squared-yates", table.chiSquared(true)));
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("comparison", arm.name() + " vs " + reference.name());
        return new SubjectResult(subject, estimates, tests, List.of(), warnings);
    }

    private static Estimate difference(String name, TwoProportions table, Range range, double level, String method) {
        return Estimate.of(name, table.difference(), "", range.low(), range.high(), level, Double.NaN, method);
    }

    private static void odds(FisherExact fisher, double level, List<Estimate> estimates, List<Warning> warnings) {
        double ratio = fisher.oddsRatio();
        Range range = fisher.interval(level);
        String method = "conditional maximum likelihood, exact interval";
        if (Double.isFinite(ratio) && ratio > 0) {
            estimates.add(Estimate.of("oddsRatio", ratio, "", range.low(), range.high(), level, Double.NaN, method));
            return;
        }
        Double low = range.low() > 0 ? Double.valueOf(range.low()) : null;
        Double high = Double.isFinite(range.high()) ? Double.valueOf(range.high()) : null;
        estimates.add(new Estimate("oddsRatio", null, "", Relation.EQUAL, low, high, level, null, method));
        warnings.add(
                new Warning(
                        "empty-count",
                        "oddsRatio is not estimable: an arm has no responder, or none but responders; its interval is one-sided."));
    }

    private static HypothesisTest chiSquared(String name, double value) {
        return new HypothesisTest(name, value, 1.0, null, Distributions.chiSquaredUpperTail(value, 1));
    }
}

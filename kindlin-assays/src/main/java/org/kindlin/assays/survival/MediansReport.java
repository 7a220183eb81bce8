package org.kindlin.assays.survival;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.statistics.Distributions;

/**
 * What medians alone can show of two agents: what each null model expects of both, and by how much it is exceeded. What they
 * cannot show has no number: no interval, no test, no hazard ratio.
 */
final class MediansReport {
    private final List<ArmMedian> medians;
    private final SurvivalProtocol protocol;
    private final String unit;

    private MediansReport(List<ArmMedian> medians, SurvivalProtocol protocol) {
        this.medians = medians;
        this.protocol = protocol;
        unit = protocol.unit().isEmpty() ? "" : " " + protocol.unit();
    }

    static CombinationReport of(List<ArmMedian> medians, SurvivalProtocol protocol) {
        return new MediansReport(medians, protocol).report();
    }

    private CombinationReport report() {
        List<SubjectResult> results = new ArrayList<>();
        medians.forEach(arm -> results.add(arm(arm)));
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "Medians alone, without times of single animals: no interval, no test and no hazard ratio can be had from them.");
        if (protocol.columns().factors().size() == 2) {
            combination(results, sentences);
        }
        return new CombinationReport(results, sentences);
    }

    private SubjectResult arm(ArmMedian arm) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put(protocol.columns().arm().orElse("arm"), arm.arm());
        List<Estimate> estimates = new ArrayList<>();
        estimates.add(
                arm.n() > 0
                        ? Estimate.descriptive("n", arm.n(), "", "as stated")
                        : Estimate.notEstimable("n", "", protocol.level(), "not stated"));
        estimates.add(Estimate.descriptive("median", arm.median(), protocol.unit(), "as printed"));
        List<Warning> warnings = arm.n() > 0
                ? List.of()
                : List.of(new Warning("n-not-stated", "n of arm " + arm.arm() + " is not stated."));
        return new SubjectResult(subject, estimates, List.of(), List.of(), warnings);
    }

    private Optional<Double> median(boolean first, boolean second) {
        return medians.stream()
                .filter(arm -> arm.first() == first && arm.second() == second)
                .map(ArmMedian::median)
                .findFirst();
    }

    private void combination(List<SubjectResult> results, List<String> sentences) {
        Optional<Double> none = median(false, false);
        Optional<Double> one = median(true, false);
        Optional<Double> two = median(false, true);
        Optional<Double> both = median(true, true);
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("combination", String.join(" + ", protocol.columns().factors()));
        if (none.isEmpty() || one.isEmpty() || two.isEmpty() || both.isEmpty()) {
            results.add(new SubjectResult(
                    subject,
                    List.of(Estimate.notEstimable("medianExcessOverSum", protocol.unit(), protocol.level(), "medians")),
                    List.of(),
                    List.of(),
                    List.of(new Warning(
                            "group-missing",
                            "medianExcessOverSum is not estimable: neither, each and both agents are needed."))));
            return;
        }
        double sum = one.get() + two.get() - none.get();
        double product = one.get() * two.get() / none.get();
        double rates = 1 / (1 / one.get() + 1 / two.get() - 1 / none.get());
        double ratio = both.get() / product;
        double needed = needed(ratio);
        List<Estimate> estimates = new ArrayList<>(List.of(
                descriptive("expectedMedianSum", sum, protocol.unit(), "gains add"),
                descriptive("expectedMedianProduct", product, protocol.unit(), "time ratios multiply"),
                descriptive("medianExcessOverSum", both.get() - sum, protocol.unit(), "observed less expected"),
                descriptive("medianRatioOverProduct", ratio, "", "observed over expected"),
                Estimate.notEstimable("logHazardInteraction", "", protocol.level(), "medians alone")));
        boolean ratesAdd = rates > 0 && Double.isFinite(rates);
        if (ratesAdd) {
            estimates.add(descriptive("expectedMedianRates", rates, protocol.unit(), "reductions of 1/median add"));
        }
        estimates.add(descriptive(
                "animalsNeeded",
                needed,
                "",
                "per arm, for the ratio to lie 1.96 standard errors from 1, Weibull shape " + SHAPE));
        results.add(new SubjectResult(
                subject,
                estimates,
                List.of(),
                List.of(),
                List.of(new Warning(
                        "medians-only",
                        "logHazardInteraction is not estimable from medians: it needs times, group sizes and censoring. A"
                                + " departure from a null model here has no known error."))));
        sentences.add(
                "Both: " + Prose.number(both.get()) + unit + ". Expected where gains add: " + Prose.number(sum) + unit
                        + "; where time ratios multiply: " + Prose.number(product) + unit
                        + (ratesAdd ? "; where reductions of the rate 1/median add: " + Prose.number(rates) + unit : "")
                        + ". The verdict depends on the null model, and on the day treatment began.");
        sentences.add("For the ratio of " + Prose.number(ratio) + " to the product to be told from 1, about "
                + Prose.number(needed) + " animals per arm are needed, if times are Weibull of shape " + SHAPE
                + " without censoring (an assumption).");
    }

    private static final double SHAPE = 3.5;

    /** Standard error of a log median is 1 / (shape ln 2 sqrt(n)); of the interaction of four, twice that. */
    private double needed(double ratio) {
        double z = Distributions.normalQuantile(0.5 + protocol.level() / 2);
        double unitError = 2 / (SHAPE * StrictMath.log(2));
        double distance = Math.abs(StrictMath.log(ratio));
        return distance < 1e-6 ? 1e12 : Math.ceil(StrictMath.pow(z * unitError / distance, 2));
    }

    private static Estimate descriptive(String name, double value, String unit, String method) {
        return Estimate.descriptive(name, value, unit, method);
    }
}

package org.kindlin.assays.survival;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.hazard.AcceleratedFailure;
import org.kindlin.numerics.hazard.AdditiveInteraction;
import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.survival.KaplanMeier;
import org.kindlin.numerics.survival.RestrictedMean;

/**
 * What two agents do together beyond what each does alone, on every scale by its name: log hazard (and RERI, its additive
 * form), log time, restricted mean. No interaction on one scale is interaction on another; so each sentence names its scale.
 *
 * @param sentences one for each scale
 */
public record CombinationReport(List<SubjectResult> results, List<String> sentences) {
    private static final double POWER = 0.8;

    public CombinationReport {
        results = List.copyOf(results);
        sentences = List.copyOf(sentences);
    }

    static final CombinationReport NONE = new CombinationReport(List.of(), List.of());

    static CombinationReport of(SurvivalData data, CoxReport cox, double horizon, SurvivalProtocol protocol) {
        return protocol.columns().factors().size() == 2 ? new Builder(data, protocol).build(cox, horizon) : NONE;
    }

    /** Collects the scales. */
    private static final class Builder {
        private final SurvivalData data;
        private final SurvivalProtocol protocol;
        private final String unit;
        private final double z;
        private final List<Estimate> estimates = new ArrayList<>();
        private final List<HypothesisTest> tests = new ArrayList<>();
        private final List<Warning> warnings = new ArrayList<>();
        private final List<String> sentences = new ArrayList<>();

        Builder(SurvivalData data, SurvivalProtocol protocol) {
            this.data = data;
            this.protocol = protocol;
            unit = protocol.unit().isEmpty() ? "" : " " + protocol.unit();
            z = Distributions.normalQuantile(0.5 + protocol.level() / 2);
        }

        CombinationReport build(CoxReport cox, double horizon) {
            hazard(cox);
            time(AcceleratedFailure.Times.WEIBULL, "logTimeInteraction", "log-time-interaction");
            time(AcceleratedFailure.Times.LOG_NORMAL, "logTimeInteractionLogNormal", "log-time-interaction-log-normal");
            restrictedMean(horizon);
            Map<String, String> subject = new LinkedHashMap<>();
            subject.put("combination", String.join(" + ", protocol.columns().factors()));
            return new CombinationReport(
                    List.of(new SubjectResult(subject, estimates, tests, List.of(), warnings)), sentences);
        }

        private void hazard(CoxReport cox) {
            if (cox.fit().isEmpty() || cox.terms().size() < 3) {
                estimates.add(Estimate.notEstimable("logHazardInteraction", "", protocol.level(), "Cox"));
                warnings.add(
                        new Warning(
                                "interaction-not-estimable",
                                "logHazardInteraction is not estimable: the Cox model of both agents and their interaction has no maximum."));
                return;
            }
            double[] b = cox.fit().get().coefficients();
            double se = Math.sqrt(cox.covariance()[2][2]);
            add("logHazardInteraction", b[2], se, "Cox, interaction term", "log-hazard-interaction");
            estimates.add(Estimate.of(
                    "hazardRatioInteraction",
                    StrictMath.exp(b[2]),
                    "",
                    StrictMath.exp(b[2] - z * se),
                    StrictMath.exp(b[2] + z * se),
                    protocol.level(),
                    Double.NaN,
                    "HR11 / (HR10 HR01)"));
            additive(b, cox.covariance());
            power(se);
            sentences.add("Log hazard: the hazard ratio of both is " + Prose.number(StrictMath.exp(b[2]))
                    + " times the product of those of each (" + interval(b[2], se) + "); "
                    + judged(b[2], se, "more effect than the product", "less effect than the product", true) + ".");
        }

        private void additive(double[] b, double[][] covariance) {
            AdditiveInteraction additive = AdditiveInteraction.of(b, covariance);
            add("reri", additive.reri(), additive.reriError(), "HR11 - HR10 - HR01 + 1, delta method", "reri");
            add(
                    "attributableProportion",
                    additive.attributable(),
                    additive.attributableError(),
                    "RERI / HR11, delta method",
                    "attributable-proportion");
            if (Double.isFinite(additive.synergy())) {
                estimates.add(
                        Estimate.descriptive("synergyIndex", additive.synergy(), "", "(HR11 - 1) / (HR10 + HR01 - 2)"));
            }
            if (b[0] < 0 || b[1] < 0) {
                warnings.add(
                        new Warning(
                                "protective-exposures",
                                "reri, attributableProportion and synergyIndex were made for exposures that raise the hazard. Where agents lower it, HR11 cannot fall below 0, so RERI above 0 need not mean antagonism: two effects of one half already give HR11 >= 0 where adding asks for 0."));
            }
        }

        /** What the study could have seen. */
        private void power(double se) {
            double least = (z + Distributions.normalQuantile(POWER)) * se;
            double halving = StrictMath.log(2) / se;
            double power = Distributions.normalUpperTail(z - halving) + Distributions.normalUpperTail(z + halving);
            estimates.add(Estimate.descriptive(
                    "detectableInteraction",
                    StrictMath.exp(-least),
                    "",
                    "hazard ratio interaction found with 80 % power"));
            estimates.add(Estimate.descriptive(
                    "powerToFindHalving", power, "", "power to find a hazard ratio interaction of 0.5"));
            sentences.add("The design had " + Prose.number(100 * power)
                    + " % power to find an interaction that halves the hazard, and 80 % power only for a factor of "
                    + Prose.number(StrictMath.exp(-least)) + " or stronger.");
        }

        private void time(AcceleratedFailure.Times times, String name, String test) {
            StudyArrays arrays = StudyArrays.of(data.rows(), data.arms(), protocol.cause());
            double[] first = data.rows().stream()
                    .mapToDouble(row -> row.factors().get(0) ? 1 : 0)
                    .toArray();
            double[] second = data.rows().stream()
                    .mapToDouble(row -> row.factors().get(1) ? 1 : 0)
                    .toArray();
            double[] both = new double[first.length];
            for (int i = 0; i < both.length; i++) {
                both[i] = first[i] * second[i];
            }
            String distribution = times == AcceleratedFailure.Times.WEIBULL ? "Weibull" : "log-normal";
            Optional<AcceleratedFailure.Fit> fit = AcceleratedFailure.fit(arrays.sample(), times, first, second, both);
            if (fit.isEmpty()) {
                estimates.add(Estimate.notEstimable(name, "", protocol.level(), distribution));
                warnings.add(new Warning(
                        "time-model-not-estimable",
                        name + " is not estimable: the " + distribution + " model of times has no maximum here."));
                return;
            }
            double value = fit.get().coefficients()[3];
            double se = fit.get().standardError(3);
            add(name, value, se, distribution + " accelerated failure times", test);
            estimates.add(Estimate.descriptive(
                    "logLikelihood" + (times == AcceleratedFailure.Times.WEIBULL ? "Weibull" : "LogNormal"),
                    fit.get().logLikelihood(),
                    "",
                    distribution + " accelerated failure times"));
            if (times == AcceleratedFailure.Times.WEIBULL) {
                sentences.add(
                        "Log time (" + distribution + "): both lengthen time " + Prose.number(StrictMath.exp(value))
                                + " times as much as the product of each (" + interval(value, se) + "); "
                                + judged(value, se, "more than the product", "less than the product", false) + ".");
            }
        }

        private void restrictedMean(double horizon) {
            RestrictedMean[] means = new RestrictedMean[4];
            for (int cell = 0; cell < 4; cell++) {
                boolean first = (cell & 2) != 0;
                boolean second = (cell & 1) != 0;
                List<Observed> rows = data.rows().stream()
                        .filter(row ->
                                row.factors().get(0) == first && row.factors().get(1) == second)
                        .toList();
                Optional<RestrictedMean> mean = rows.isEmpty()
                        ? Optional.empty()
                        : RestrictedMean.of(
                                KaplanMeier.of(StudyArrays.of(rows, data.arms(), protocol.cause())
                                        .sample()),
                                horizon);
                if (mean.isEmpty()) {
                    estimates.add(Estimate.notEstimable(
                            "rmstInteraction", protocol.unit(), protocol.level(), "restricted means"));
                    warnings.add(
                            new Warning(
                                    "rmst-interaction-not-estimable",
                                    "rmstInteraction is not estimable: one of the four groups is empty or ends before the horizon."));
                    return;
                }
                means[cell] = mean.get();
            }
            double value = means[3].mean() - means[2].mean() - means[1].mean() + means[0].mean();
            double variance = 0;
            for (RestrictedMean mean : means) {
                variance += mean.standardError() * mean.standardError();
            }
            double se = Math.sqrt(variance);
            estimates.add(Estimate.of(
                    "rmstInteraction",
                    value,
                    protocol.unit(),
                    value - z * se,
                    value + z * se,
                    protocol.level(),
                    se,
                    "restricted means to " + Prose.number(horizon)));
            test("rmst-interaction", value, se);
            sentences.add(
                    "Restricted mean to " + Prose.number(horizon) + unit + ": both gain " + Prose.number(value) + unit
                            + " beyond the sum of each (" + Prose.number(value - z * se) + " to "
                            + Prose.number(value + z * se) + "); "
                            + judged(value, se, "more than the sum", "less than the sum", false) + ".");
        }

        private void add(String name, double value, double se, String method, String test) {
            estimates.add(Estimate.of(name, value, "", value - z * se, value + z * se, protocol.level(), se, method));
            test(test, value, se);
        }

        private void test(String name, double value, double se) {
            if (se > 0) {
                double p = Math.min(1, 2 * Distributions.normalUpperTail(Math.abs(value / se)));
                tests.add(new HypothesisTest(name, value / se, null, null, p));
            }
        }

        private String interval(double log, double se) {
            return String.format(
                    Locale.ROOT,
                    "%s %% interval %s to %s",
                    Prose.number(100 * protocol.level()),
                    Prose.number(StrictMath.exp(log - z * se)),
                    Prose.number(StrictMath.exp(log + z * se)));
        }

        private String judged(double value, double se, String more, String less, boolean lowIsMore) {
            if (Math.abs(value) <= z * se) {
                return "no interaction is shown on this scale, nor excluded";
            }
            return (value < 0) == lowIsMore ? more : less;
        }
    }
}

package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.mixed.Contrast;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.statistics.RatioInterval;

/** Results of each arm, the control first. */
final class ArmSubjects {
    private static final String RATE = "1/d";
    private static final String DAYS = "d";

    private final GrowthResult result;
    private final double level;

    ArmSubjects(GrowthResult result) {
        this.result = result;
        this.level = result.protocol().level();
    }

    List<SubjectResult> all() {
        List<SubjectResult> all = new ArrayList<>();
        for (String arm : result.study().arms()) {
            all.add(arm(arm));
        }
        for (ArmInhibition inhibition : result.inhibitions()) {
            all.addAll(sensitivity(inhibition));
        }
        result.roles().combination().ifPresent(arms -> {
            all.addAll(pair(arms.both(), arms.first()));
            all.addAll(pair(arms.both(), arms.second()));
        });
        return all;
    }

    private Map<String, String> subject(String arm) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put(result.study().armColumn(), arm);
        return subject;
    }

    private SubjectResult arm(String arm) {
        List<Estimate> estimates = new ArrayList<>();
        List<HypothesisTest> tests = new ArrayList<>();
        List<QualityCheck> quality = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        List<Animal> animals = result.study().of(arm);
        estimates.add(Estimate.descriptive("n", animals.size(), "", "animals with a tumour volume"));
        growth(arm, estimates, tests, warnings);
        inhibition(arm, estimates, warnings);
        estimates.addAll(ResponseCounts.of(result.of(arm), level));
        areas(arm, estimates);
        weights(arm, estimates, tests, quality);
        departures(animals, estimates, warnings);
        return new SubjectResult(subject(arm), estimates, tests, quality, warnings);
    }

    private boolean isControl(String arm) {
        return result.roles().control().filter(arm::equals).isPresent();
    }

    private void growth(String arm, List<Estimate> estimates, List<HypothesisTest> tests, List<Warning> warnings) {
        Optional<GrowthFit> found =
                result.model().fit().filter(fit -> fit.design().arms().contains(arm));
        if (found.isEmpty()) {
            estimates.add(Estimate.notEstimable("growthRate", RATE, level, GrowthMethods.MODEL));
            warnings.add(new Warning(
                    "no-growth-model",
                    "growthRate is not estimable: "
                            + (result.model().problem().isEmpty()
                                    ? "the arm has no measurable tumour"
                                    : result.model().problem())
                            + "."));
            return;
        }
        GrowthFit fit = found.get();
        Contrast rate = fit.rate(arm);
        estimates.add(estimate("growthRate", rate, RATE, GrowthMethods.method(result)));
        estimates.add(reciprocal("doublingTime", rate, Math.log(2), warnings));
        estimates.add(reciprocal(
                "timeToMultiple", rate, Math.log(result.protocol().endpoints().multiple()), warnings));
        if (!isControl(arm)) {
            result.roles().control().ifPresent(control -> against(fit, arm, control, estimates, tests, warnings));
        }
        Contrast bend = result.model().curvatures().get(arm);
        if (bend != null) {
            estimates.add(estimate("curvature", bend, "1/d2", GrowthMethods.MODEL + ", squared day added"));
            tests.add(test("curvature", bend));
            if (bend.p() < (1 - level) / result.study().arms().size()) {
                warnings.add(new Warning(
                        "curved-growth",
                        "Log volume of " + arm + (bend.value() < 0 ? " slows down" : " speeds up")
                                + " (squared day: p = " + Prose.number(bend.p())
                                + "); its growth rate is an average over the days measured."));
            }
        }
    }

    private void against(
            GrowthFit fit,
            String arm,
            String control,
            List<Estimate> estimates,
            List<HypothesisTest> tests,
            List<Warning> warnings) {
        if (!fit.design().arms().contains(control)) {
            return;
        }
        Contrast difference = fit.rates(List.of(arm, control), 1, -1);
        estimates.add(estimate(
                "growthRateDifference", difference, RATE, GrowthMethods.method(result) + ", minus " + control));
        tests.add(test("growth-rate-difference", difference));
        double[] own = fit.design().rates(List.of(arm), 1);
        double[] base = fit.design().rates(List.of(control), 1);
        Contrast rate = fit.contrast(own);
        Contrast controlRate = fit.contrast(base);
        double critical = Distributions.studentQuantile((1 + level) / 2, Math.max(1, difference.df()));
        RatioInterval set = RatioInterval.fieller(
                rate.value(),
                controlRate.value(),
                square(rate.standardError()),
                square(controlRate.standardError()),
                fit.covariance(own, base),
                critical);
        if (set instanceof RatioInterval.Bounded bounded && controlRate.value() > 0) {
            estimates.add(new Estimate(
                    "growthRateInhibition",
                    100 * (1 - rate.value() / controlRate.value()),
                    "%",
                    Relation.EQUAL,
                    100 * (1 - bounded.high()),
                    100 * (1 - bounded.low()),
                    level,
                    null,
                    "1 - rate / rate of " + control + ", Fieller"));
        } else {
            estimates.add(Estimate.notEstimable("growthRateInhibition", "%", level, "Fieller"));
            warnings.add(new Warning(
                    "control-not-growing",
                    "growthRateInhibition is not estimable: the growth of " + control + " is not told from none."));
        }
    }

    private static double square(double value) {
        return value * value;
    }

    /** log(k) / rate; its limits from those of the rate, open where the rate may be zero. */
    private Estimate reciprocal(String name, Contrast rate, double numerator, List<Warning> warnings) {
        String method = GrowthMethods.method(result) + ", from the growth rate";
        double low = rate.low(level);
        double high = rate.high(level);
        if (rate.value() <= 0 || high <= 0) {
            warnings.add(new Warning(
                    "no-growth",
                    name + " is not estimable: the growth rate is " + Prose.number(rate.value()) + " per day."));
            return Estimate.notEstimable(name, DAYS, level, method);
        }
        return Estimate.of(
                name,
                numerator / rate.value(),
                DAYS,
                numerator / high,
                low > 0 ? numerator / low : Double.POSITIVE_INFINITY,
                level,
                numerator / square(rate.value()) * rate.standardError(),
                method);
    }

    private Estimate estimate(String name, Contrast contrast, String unit, String method) {
        return Estimate.of(
                name,
                contrast.value(),
                unit,
                contrast.low(level),
                contrast.high(level),
                level,
                contrast.standardError(),
                method);
    }

    private static HypothesisTest test(String name, Contrast contrast) {
        return new HypothesisTest(
                name,
                contrast.statistic(),
                Double.isFinite(contrast.df()) ? Double.valueOf(contrast.df()) : null,
                null,
                contrast.p());
    }

    private void inhibition(String arm, List<Estimate> estimates, List<Warning> warnings) {
        result.inhibitions().stream().filter(one -> one.arm().equals(arm)).forEach(one -> {
            one.corrected()
                    .ifPresent(value -> estimates.add(bounded(
                            "tgiBiasCorrected",
                            value,
                            one.correctedInterval(),
                            "log-normal means of the mixed model of visits, less the bias of a ratio (Beale 1962); Fieller's"
                                    + " interval")));
            estimates.add(bounded("tgi", one.percent(), one.interval(), one.method()));
            estimates.add(Estimate.descriptive("treatedToControl", one.treatedToControl(), "%", one.method()));
            one.survivors().ifPresent(naive -> {
                if (one.isAdjusted() && Math.abs(naive - one.percent()) >= 1) {
                    warnings.add(new Warning(
                            "removal",
                            "Animals left before day " + Prose.number(one.day())
                                    + ": the means of those that remained would give an inhibition of "
                                    + Prose.number(naive) + " % instead of " + Prose.number(one.percent()) + " %."));
                }
            });
        });
    }

    private Estimate bounded(String name, double value, Optional<RatioInterval.Bounded> interval, String method) {
        return interval.map(found ->
                        new Estimate(name, value, "%", Relation.EQUAL, found.low(), found.high(), level, null, method))
                .orElseGet(() -> Estimate.descriptive(name, value, "%", method));
    }

    /** Area under the volumes up to the evaluation day, of animals measured to then. */
    private void areas(String arm, List<Estimate> estimates) {
        double day = result.evaluationDay();
        double[] areas = result.study().of(arm).stream()
                .filter(animal -> animal.volumeOn(day).isPresent())
                .map(animal -> new Animal(
                        animal.id(),
                        animal.arm(),
                        animal.readings().stream()
                                .filter(reading -> reading.day() <= day)
                                .toList(),
                        Optional.empty(),
                        OptionalDouble.empty()))
                .flatMapToDouble(animal -> AnimalCourse.of(animal, 2).area().stream())
                .toArray();
        if (areas.length > 1) {
            double error = Descriptive.standardDeviation(areas) / Math.sqrt(areas.length);
            double margin = error * Distributions.studentQuantile((1 + level) / 2, areas.length - 1);
            double mean = Descriptive.mean(areas);
            estimates.add(Estimate.of(
                    "auc",
                    mean,
                    "mm3 d",
                    mean - margin,
                    mean + margin,
                    level,
                    error,
                    "mean of trapezoids to day " + Prose.number(day) + ", " + areas.length
                            + " animals measured to then"));
        }
    }

    private void weights(String arm, List<Estimate> estimates, List<HypothesisTest> tests, List<QualityCheck> quality) {
        TumourWeights.find(result.tumourWeights(), arm).ifPresent(found -> {
            estimates.add(new Estimate(
                    "tumourWeightRatio",
                    found.ratio(),
                    "",
                    Relation.EQUAL,
                    found.low(),
                    found.high(),
                    level,
                    null,
                    "analysis of covariance of log weight on log first volume"));
            tests.add(new HypothesisTest("tumour-weight", Math.log(found.ratio()), found.df(), null, found.p()));
        });
        List<BodyWeights> own = result.bodyWeights().stream()
                .filter(weights -> weights.animal().arm().equals(arm))
                .toList();
        own.stream().max(Comparator.comparingDouble(BodyWeights::greatestLoss)).ifPresent(worst -> {
            estimates.add(Estimate.descriptive(
                    "maxWeightLoss",
                    worst.greatestLoss(),
                    "%",
                    "without the tumour, animal " + worst.animal().id() + " on day " + Prose.number(worst.day())));
            quality.add(QualityCheck.atMost(
                    "max-weight-loss",
                    worst.greatestLoss(),
                    result.protocol().endpoints().weightLoss()));
        });
    }

    private void departures(List<Animal> animals, List<Estimate> estimates, List<Warning> warnings) {
        for (DepartureReason reason : DepartureReason.values()) {
            long count = animals.stream()
                    .flatMap(animal -> animal.departure().stream())
                    .filter(gone -> gone.reason() == reason)
                    .count();
            if (count > 0) {
                estimates.add(Estimate.descriptive(
                        "left"
                                + Arrays.stream(reason.name().split("_", -1))
                                        .map(word -> word.charAt(0)
                                                + word.substring(1).toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining()),
                        (double) count,
                        "",
                        "animals that left: " + reason.label()));
            }
            if (count > 0 && reason.isCompetingEvent()) {
                warnings.add(new Warning(
                        "toxicity",
                        count + (count == 1 ? " animal" : " animals") + " of " + animals.size()
                                + " left for toxicity or died: a competing event. Growth describes tumours while their animals"
                                + " lived, not a benefit of treatment."));
            }
        }
    }

    private List<SubjectResult> sensitivity(ArmInhibition one) {
        List<SubjectResult> all = new ArrayList<>();
        if (!one.isAdjusted()) {
            return all;
        }
        one.carriedForward().ifPresent(value -> all.add(sensitivity(one, "last observation carried forward", value)));
        one.survivors().ifPresent(value -> all.add(sensitivity(one, "survivors only", value)));
        return all;
    }

    private SubjectResult sensitivity(ArmInhibition one, String name, double value) {
        Map<String, String> subject = subject(one.arm());
        subject.put("sensitivity", name);
        return new SubjectResult(
                subject,
                List.of(Estimate.descriptive("tgi", value, "%", name + ": a sensitivity analysis, biased by removal")),
                List.of(),
                List.of(),
                List.of());
    }

    private List<SubjectResult> pair(String arm, String other) {
        return result.model()
                .fit()
                .filter(fit -> fit.design().arms().containsAll(List.of(arm, other)))
                .map(fit -> {
                    Contrast difference = fit.rates(List.of(arm, other), 1, -1);
                    Map<String, String> subject = subject(arm);
                    subject.put("comparedWith", other);
                    return List.of(new SubjectResult(
                            subject,
                            List.of(estimate(
                                    "growthRateDifference",
                                    difference,
                                    RATE,
                                    GrowthMethods.method(result) + ", minus " + other)),
                            List.of(test("growth-rate-difference", difference)),
                            List.of(),
                            List.of()));
                })
                .orElse(List.of());
    }
}

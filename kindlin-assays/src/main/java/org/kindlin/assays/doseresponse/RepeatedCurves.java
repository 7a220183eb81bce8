package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.statistics.RandomEffects;

/**
 * Curves that were repeated on plates or days, summarised over them.
 *
 * <p>Two stages: each level's curve is fitted alone, then each quantity is averaged over levels as a random effect ({@link
 * RandomEffects}: all levels alike with Student's t on their number less one, variance between levels by REML). Doses are averaged as common logarithms,
 * slopes as natural logarithms, plateaus and areas as they are. A level enters where its mid-point is printed, uncensored
 * and with a standard error; the others are named. With fewer than three levels nothing is averaged.
 */
final class RepeatedCurves {
    private static final double LN10 = 2.302585092994046;
    private static final List<String> SLOPES = List.of("hillSlope", "slope", "steepness");
    private static final List<String> PLAIN = List.of("top", "bottom", "auc");

    private final String factor;
    private final Map<String, String> subject;
    private final List<SubjectResult> levels;
    private final CurveProtocol protocol;
    private final List<Estimate> estimates = new ArrayList<>();
    private final List<HypothesisTest> tests = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private RepeatedCurves(
            String factor, Map<String, String> subject, List<SubjectResult> levels, CurveProtocol protocol) {
        this.factor = factor;
        this.subject = subject;
        this.levels = levels;
        this.protocol = protocol;
    }

    /** One summary per subject, the factor aside, in the order of the curves. */
    static List<SubjectResult> of(String factor, List<SubjectResult> curves, CurveProtocol protocol) {
        Map<Map<String, String>, List<SubjectResult>> bySubject = new LinkedHashMap<>();
        for (SubjectResult curve : curves) {
            Map<String, String> rest = new LinkedHashMap<>(curve.subject());
            rest.remove(factor);
            bySubject.computeIfAbsent(rest, _ -> new ArrayList<>()).add(curve);
        }
        List<SubjectResult> summaries = new ArrayList<>();
        bySubject.forEach(
                (subject, levels) -> summaries.add(new RepeatedCurves(factor, subject, levels, protocol).summary()));
        return summaries;
    }

    private SubjectResult summary() {
        List<SubjectResult> usable =
                levels.stream().filter(RepeatedCurves::isDetermined).toList();
        leftOut(usable);
        estimates.add(Estimate.descriptive("levels", usable.size(), "", "levels of " + factor + " averaged over"));
        for (String name : names()) {
            if (usable.size() < RandomEffects.LEAST_GROUPS) {
                estimates.add(Estimate.notEstimable(
                        name, unit(name), protocol.inference().level(), "none: too few levels of " + factor));
            } else {
                average(name, usable);
            }
        }
        if (usable.size() < RandomEffects.LEAST_GROUPS) {
            warnings.add(new Warning(
                    "too-few-levels",
                    usable.size() + " usable levels of " + factor + " do not tell how much curves vary between them: at"
                            + " least " + RandomEffects.LEAST_GROUPS
                            + " are needed; the curves stand below, each with its own interval"));
        }
        Map<String, String> named = new LinkedHashMap<>(subject);
        named.put(factor, "all");
        return new SubjectResult(named, estimates, tests, List.of(), warnings);
    }

    private static boolean isDetermined(SubjectResult level) {
        return level.estimate("ic50")
                .filter(ic50 -> ic50.value() != null && ic50.se() != null && ic50.relation() == Relation.EQUAL)
                .isPresent();
    }

    private void leftOut(List<SubjectResult> usable) {
        List<String> names = levels.stream()
                .filter(level -> !usable.contains(level))
                .map(level -> Objects.requireNonNullElse(level.subject().get(factor), "?"))
                .toList();
        if (!names.isEmpty()) {
            warnings.add(new Warning(
                    "levels-left-out",
                    factor + " " + String.join(", ", names)
                            + " could not be averaged: no mid-point with a standard error was found there, so the average"
                            + " is over the levels that show one"));
        }
    }

    /** What any of the levels can give, in its order. */
    private List<String> names() {
        return levels.stream()
                .flatMap(level -> level.estimates().stream())
                .map(Estimate::name)
                .distinct()
                .filter(name -> isDose(name) || SLOPES.contains(name) || PLAIN.contains(name))
                .toList();
    }

    private static boolean isDose(String name) {
        return name.equals("ic50") || name.matches("ec[0-9.]+");
    }

    private String unit(String name) {
        return isDose(name)
                ? protocol.units().dose()
                : SLOPES.contains(name) ? "" : protocol.units().response();
    }

    /** A quantity at one level on the scale on which it is averaged. */
    private record Point(double value, double error) {}

    private void average(String name, List<SubjectResult> usable) {
        List<Point> points = usable.stream()
                .flatMap(level -> level.estimate(name).stream())
                .flatMap(estimate -> point(estimate).stream())
                .toList();
        if (points.size() < RandomEffects.LEAST_GROUPS) {
            estimates.add(Estimate.notEstimable(
                    name, unit(name), protocol.inference().level(), "none: too few levels with a standard error"));
            warnings.add(new Warning(
                    "too-few-levels", name + " has a standard error at " + points.size() + " levels of " + factor));
            return;
        }
        RandomEffects effects = RandomEffects.of(
                points.stream().mapToDouble(Point::value).toArray(),
                points.stream().mapToDouble(Point::error).toArray());
        Estimate mean =
                estimate(name, effects, effects.halfWidth(protocol.inference().level()), "Student's t over levels");
        estimates.add(mean);
        if (name.equals("ic50")) {
            CurveEstimates.negativeLogarithm(mean, protocol.units()).ifPresent(estimates::add);
        }
        if (isDose(name)) {
            between(name, effects);
        }
    }

    private void between(String name, RandomEffects effects) {
        estimates.add(Estimate.descriptive(
                name + "-between-sd",
                Math.sqrt(effects.betweenVariance()),
                "log10",
                "standard deviation between levels of " + factor + ", REML"));
        estimates.add(estimate(
                name + "-prediction",
                effects,
                effects.predictionHalfWidth(protocol.inference().level()),
                "interval for one more level of " + factor));
        tests.add(new HypothesisTest(
                name + "-between-levels",
                effects.heterogeneity(),
                (double) effects.degreesOfFreedom(),
                null,
                effects.heterogeneityP()));
    }

    private Optional<Point> point(Estimate estimate) {
        Double value = estimate.value();
        Double error = estimate.se();
        boolean isLog = !PLAIN.contains(estimate.name());
        if (value == null
                || error == null
                || !(error > 0)
                || estimate.relation() != Relation.EQUAL
                || (isLog && value <= 0)) {
            return Optional.empty();
        }
        double scale = isDose(estimate.name()) ? LN10 : 1;
        return Optional.of(
                isLog ? new Point(StrictMath.log(value) / scale, error / value / scale) : new Point(value, error));
    }

    private Estimate estimate(String name, RandomEffects effects, double half, String interval) {
        boolean isDose = isDose(name.replace("-prediction", ""));
        boolean isLog = isDose || SLOPES.contains(name);
        double base = isDose ? LN10 : 1;
        double value = isLog ? StrictMath.exp(effects.mean() * base) : effects.mean();
        Limits limits = Limits.of(effects.mean() - half, effects.mean() + half);
        Limits shown = isLog ? limits.map(limit -> StrictMath.exp(limit * base)) : limits;
        double error = isLog ? value * base * effects.standardError() : effects.standardError();
        return new Estimate(
                name,
                value,
                unit(name.replace("-prediction", "")),
                Relation.EQUAL,
                shown.lowOrNull(),
                shown.highOrNull(),
                protocol.inference().level(),
                error,
                "two-stage mean over " + effects.groups() + " levels of " + factor + "; " + interval);
    }
}

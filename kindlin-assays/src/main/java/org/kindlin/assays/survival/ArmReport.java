package org.kindlin.assays.survival;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.survival.KaplanMeier;
import org.kindlin.numerics.survival.RestrictedMean;
import org.kindlin.numerics.survival.SurvivalCurve;
import org.kindlin.numerics.survival.SurvivalQuantile;
import org.kindlin.numerics.survival.SurvivalSample;

/**
 * One arm: its curve and what is read from it.
 *
 * @param column that names the arm
 * @param subjects counted by their names where the table has them
 * @param followUp median of follow-up by reverse Kaplan-Meier
 * @param mean restricted to the horizon; empty where the curve does not reach it
 */
public record ArmReport(
        String column,
        String arm,
        int subjects,
        int events,
        SurvivalCurve curve,
        SurvivalQuantile median,
        SurvivalQuantile followUp,
        double horizon,
        Optional<RestrictedMean> mean,
        SurvivalProtocol protocol) {

    static ArmReport of(
            String arm, List<Observed> rows, SurvivalSample sample, double horizon, SurvivalProtocol protocol) {
        SurvivalCurve curve = KaplanMeier.of(sample);
        boolean named = rows.stream().noneMatch(row -> row.id().isEmpty());
        int subjects = named ? (int) rows.stream().map(Observed::id).distinct().count() : rows.size();
        return new ArmReport(
                protocol.columns().arm().orElse("arm"),
                arm.isEmpty() ? "all" : arm,
                subjects,
                sample.events(),
                curve,
                curve.quantile(0.5, protocol.quantiles(), protocol.interval(), protocol.level()),
                KaplanMeier.of(sample.reversed())
                        .quantile(0.5, protocol.quantiles(), protocol.interval(), protocol.level()),
                horizon,
                RestrictedMean.of(curve, horizon),
                protocol);
    }

    /** As figures name it: a number alone says little. */
    String label() {
        return arm.matches("[+-]?\\d+") ? column + " " + arm : arm;
    }

    Map<String, String> subject() {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put(column, arm);
        return subject;
    }

    List<SubjectResult> results() {
        List<Estimate> estimates = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        estimates.add(Estimate.descriptive("n", subjects, "", "count"));
        estimates.add(Estimate.descriptive("events", events, "", "count"));
        estimates.add(quantile("median", median, bandMethod()));
        if (!median.isReached()) {
            warnings.add(notReached());
        }
        estimates.add(rmst(warnings));
        estimates.add(quantile("medianFollowUp", followUp, "reverse Kaplan-Meier"));
        if (!followUp.isReached()) {
            warnings.add(new Warning(
                    "follow-up-not-reached",
                    "Arm " + arm + ": medianFollowUp is not estimable, because too few left without the event."));
        }
        emptied().ifPresent(warnings::add);
        List<SubjectResult> results = new ArrayList<>();
        results.add(new SubjectResult(subject(), estimates, List.of(), List.of(), warnings));
        protocol.milestones().forEach(time -> results.add(milestone(time)));
        protocol.proportions().forEach(proportion -> results.add(quantile(proportion)));
        return results;
    }

    /** With delayed entry all who are at risk can have the event before others enter; the curve then stays at zero. */
    private Optional<Warning> emptied() {
        int last = curve.size() - 1;
        int first = 0;
        while (first < last && curve.survival()[first] > 0) {
            first++;
        }
        return first == last
                ? Optional.empty()
                : Optional.of(new Warning(
                        "risk-set-emptied",
                        "Arm " + arm + ": at " + Prose.number(curve.time()[first]) + unit()
                                + " all who were at risk had the event while others entered later, so the curve ends there;"
                                + " start observation later or leave early entries out."));
    }

    private String bandMethod() {
        return "Kaplan-Meier, "
                + protocol.interval().name().toLowerCase(Locale.ROOT).replace('_', '-') + " limits, "
                + (protocol.quantiles().name().equals("MIDPOINT") ? "midpoint rule" : "first time at or below");
    }

    private Estimate quantile(String name, SurvivalQuantile quantile, String method) {
        if (!quantile.isReached()) {
            Double low = Double.isNaN(quantile.low()) ? null : Double.valueOf(quantile.low());
            return new Estimate(name, null, protocol.unit(), Relation.EQUAL, low, null, protocol.level(), null, method);
        }
        return Estimate.of(
                name,
                quantile.time(),
                protocol.unit(),
                quantile.low(),
                quantile.high(),
                protocol.level(),
                Double.NaN,
                method);
    }

    /** The time by which a proportion had the event. */
    private SubjectResult quantile(double proportion) {
        Map<String, String> subject = subject();
        subject.put("proportion", Prose.number(proportion));
        SurvivalQuantile found =
                curve.quantile(proportion, protocol.quantiles(), protocol.interval(), protocol.level());
        return new SubjectResult(
                subject,
                List.of(quantile("quantile", found, bandMethod())),
                List.of(),
                List.of(),
                found.isReached()
                        ? List.of()
                        : List.of(new Warning(
                                "quantile-not-reached",
                                "Arm " + arm + ": fewer than " + Prose.number(100 * proportion)
                                        + " % had the event within the time of observation.")));
    }

    private Warning notReached() {
        int last = curve.size() - 1;
        return new Warning(
                "median-not-reached",
                "Arm " + arm + ": the median is not reached; survival is " + Prose.number(curve.survival()[last])
                        + " at the last observation, " + Prose.number(curve.time()[last]) + unit() + ".");
    }

    private String unit() {
        return protocol.unit().isEmpty() ? "" : " " + protocol.unit();
    }

    private Estimate rmst(List<Warning> warnings) {
        String method = "area under Kaplan-Meier to " + Prose.number(horizon) + unit();
        if (mean.isEmpty()) {
            warnings.add(new Warning(
                    "rmst-beyond-follow-up",
                    "Arm " + arm + ": rmst is not estimable, because the curve ends above zero before "
                            + Prose.number(horizon) + unit() + "; state a shorter rmstHorizon."));
            return Estimate.notEstimable("rmst", protocol.unit(), protocol.level(), method);
        }
        double value = mean.get().mean();
        double se = mean.get().standardError();
        if (!(se > 0)) {
            warnings.add(new Warning(
                    "no-error",
                    "Arm " + arm + ": rmst has no interval, because times up to " + Prose.number(horizon) + unit()
                            + " do not scatter."));
            return Estimate.descriptive("rmst", value, protocol.unit(), method);
        }
        double z = Distributions.normalQuantile(0.5 + protocol.level() / 2);
        return Estimate.of(
                "rmst", value, protocol.unit(), value - z * se, value + z * se, protocol.level(), se, method);
    }

    private SubjectResult milestone(double time) {
        Map<String, String> subject = subject();
        subject.put("time", Prose.number(time) + unit());
        int last = curve.size() - 1;
        if (time > curve.time()[last] && curve.survival()[last] > 0) {
            return new SubjectResult(
                    subject,
                    List.of(Estimate.notEstimable("survival", "", protocol.level(), "Kaplan-Meier")),
                    List.of(),
                    List.of(),
                    List.of(new Warning(
                            "milestone-beyond-follow-up",
                            "Arm " + arm + ": nobody was observed as long as " + Prose.number(time) + unit()
                                    + ", so survival there is not estimable.")));
        }
        int i = curve.indexAt(time);
        double s = i < 0 ? 1 : curve.survival()[i];
        double low = i < 0 ? Double.NaN : curve.lower(i, protocol.interval(), protocol.level());
        double high = i < 0 ? Double.NaN : curve.upper(i, protocol.interval(), protocol.level());
        double se = i < 0 ? 0 : curve.standardError(i);
        return new SubjectResult(
                subject,
                List.of(Estimate.of("survival", s, "", low, high, protocol.level(), se, "Kaplan-Meier, Greenwood")),
                List.of(),
                List.of(),
                List.of());
    }
}

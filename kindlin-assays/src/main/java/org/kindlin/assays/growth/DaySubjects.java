package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.numerics.statistics.Descriptive;

/** What was observed day by day: the animals still on study, without a model. */
final class DaySubjects {
    private static final String OBSERVED = "animals measured on the day";

    private record Seen(String arm, double day) {}

    private final GrowthResult result;
    private final double level;

    DaySubjects(GrowthResult result) {
        this.result = result;
        this.level = result.protocol().level();
    }

    List<SubjectResult> all() {
        List<SubjectResult> all = new ArrayList<>();
        ArmDays visits = ArmDays.of(result.study());
        Map<Seen, DayComparison> compared = new HashMap<>();
        result.days().forEach(one -> compared.put(new Seen(one.arm(), one.day()), one));
        for (double day : visits.compared()) {
            for (String arm : visits.arms()) {
                double[] volumes = visits.group(arm, day).volumes();
                if (volumes.length > 0) {
                    Optional<DayComparison> comparison = Optional.ofNullable(compared.get(new Seen(arm, day)));
                    all.add(day(arm, day, volumes, comparison));
                }
            }
        }
        result.roles()
                .combination()
                .ifPresent(arms -> visits.compared().forEach(day -> {
                    List<Interaction.Index> indices = Interaction.indices(visits, arms, day);
                    if (!indices.isEmpty() && day > visits.days().getFirst()) {
                        Map<String, String> subject = new LinkedHashMap<>();
                        subject.put("combination", arms.both());
                        subject.put("day", Prose.number(day));
                        all.add(new SubjectResult(
                                subject,
                                indices.stream().map(this::estimate).toList(),
                                List.of(),
                                List.of(),
                                List.of()));
                    }
                }));
        return all;
    }

    private Estimate estimate(Interaction.Index index) {
        return Estimate.of(
                index.name(),
                index.value(),
                "",
                index.low(level),
                index.high(level),
                level,
                index.standardError(),
                "logarithms of mean relative volumes, delta method, normal; above zero is more than expected");
    }

    private SubjectResult day(String arm, double day, double[] volumes, Optional<DayComparison> comparison) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put(result.study().armColumn(), arm);
        subject.put("day", Prose.number(day));
        List<Estimate> estimates = new ArrayList<>(described(volumes));
        comparison.ifPresent(one -> estimates.addAll(compared(one)));
        return new SubjectResult(subject, estimates, List.of(), List.of(), List.of());
    }

    private static List<Estimate> described(double[] volumes) {
        List<Estimate> estimates = new ArrayList<>();
        estimates.add(Estimate.descriptive("n", volumes.length, "", OBSERVED));
        estimates.add(Estimate.descriptive("meanVolume", Descriptive.mean(volumes), "mm3", OBSERVED));
        if (volumes.length > 1) {
            estimates.add(Estimate.descriptive(
                    "volumeSd", Math.sqrt(Descriptive.variance(volumes)), "mm3", "standard deviation, " + OBSERVED));
        }
        estimates.add(Estimate.descriptive("medianVolume", Descriptive.median(volumes), "mm3", OBSERVED));
        if (Arrays.stream(volumes).allMatch(volume -> volume > 0)) {
            double[] logs = Arrays.stream(volumes).map(Math::log).toArray();
            estimates.add(
                    Estimate.descriptive("geometricMeanVolume", Math.exp(Descriptive.mean(logs)), "mm3", OBSERVED));
        }
        return estimates;
    }

    private List<Estimate> compared(DayComparison one) {
        List<Estimate> estimates = new ArrayList<>();
        estimates.add(one.interval()
                .map(interval -> new Estimate(
                        "tgi",
                        one.tgi(),
                        "%",
                        Relation.EQUAL,
                        interval.low(),
                        interval.high(),
                        level,
                        null,
                        "1 - (T - T0) / (C - C0) of arithmetic means, " + OBSERVED + "; Fieller"))
                .orElseGet(() -> Estimate.descriptive(
                        "tgi", one.tgi(), "%", "1 - (T - T0) / (C - C0) of arithmetic means, " + OBSERVED)));
        estimates.add(Estimate.descriptive("tgiVolume", one.tgiVolume(), "%", "1 - T / C, " + OBSERVED));
        estimates.add(Estimate.descriptive(
                "treatedToControlRelative", one.tcMean(), "%", "mean relative volumes, " + OBSERVED));
        estimates.add(Estimate.descriptive(
                "treatedToControlRelativeMedian", one.tcMedian(), "%", "median relative volumes, " + OBSERVED));
        return estimates;
    }
}

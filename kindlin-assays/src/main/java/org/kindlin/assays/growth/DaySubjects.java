package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;

/** What was observed day by day: the animals still on study, without a model. */
final class DaySubjects {
    private static final String OBSERVED = "animals measured on the day";

    private final GrowthResult result;
    private final double level;

    DaySubjects(GrowthResult result) {
        this.result = result;
        this.level = result.protocol().level();
    }

    List<SubjectResult> all() {
        List<SubjectResult> all = new ArrayList<>();
        ArmDays visits = ArmDays.of(result.study());
        result.days().forEach(day -> all.add(day(day)));
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

    private SubjectResult day(DayComparison one) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put(result.study().armColumn(), one.arm());
        subject.put("day", Prose.number(one.day()));
        List<Estimate> estimates = new ArrayList<>();
        estimates.add(Estimate.descriptive("n", one.n(), "", OBSERVED));
        estimates.add(Estimate.descriptive("meanVolume", one.mean(), "mm3", OBSERVED));
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
        return new SubjectResult(subject, estimates, List.of(), List.of(), List.of());
    }
}

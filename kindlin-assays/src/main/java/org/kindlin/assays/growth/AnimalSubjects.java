package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/** What each animal's own volumes and weights say. */
final class AnimalSubjects {
    private final GrowthResult result;
    private final double level;

    AnimalSubjects(GrowthResult result) {
        this.result = result;
        this.level = result.protocol().level();
    }

    List<SubjectResult> all() {
        return result.courses().stream().map(this::animal).toList();
    }

    private SubjectResult animal(AnimalCourse course) {
        Animal animal = course.animal();
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put(result.study().armColumn(), animal.arm());
        subject.put(result.study().animalColumn(), animal.id());
        course.response()
                .ifPresent(best -> subject.put("mRECIST", best.category().name()));
        List<Estimate> estimates = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        List<Reading> readings = animal.course();
        estimates.add(Estimate.descriptive("readings", readings.size(), "", "readings of the volume"));
        estimates.add(Estimate.descriptive("lastDay", course.lastDay(), "d", "last reading"));
        if (!readings.isEmpty()) {
            readings.getFirst()
                    .volume()
                    .ifPresent(
                            first -> estimates.add(Estimate.descriptive("firstVolume", first, "mm3", "first reading")));
            readings.getLast()
                    .volume()
                    .ifPresent(last -> estimates.add(Estimate.descriptive("lastVolume", last, "mm3", "last reading")));
        }
        course.rate().ifPresent(rate -> {
            estimates.add(Estimate.descriptive("ownGrowthRate", rate, "1/d", "least squares of log volume on day"));
            if (rate != 0) {
                estimates.add(Estimate.descriptive(
                        "doublingTime",
                        Math.log(2) / rate,
                        "d",
                        rate > 0
                                ? "ln 2 / own growth rate"
                                : "ln 2 / own growth rate: below zero, the tumour shrinks"));
            }
        });
        course.rSquared()
                .ifPresent(share ->
                        estimates.add(Estimate.descriptive("rSquared", share, "", "of the line of log volume by day")));
        course.areaRate()
                .ifPresent(rate -> estimates.add(Estimate.descriptive(
                        "aucGrowthRate", rate, "1/d", "twice the area of ln(V / V0) by trapezoids over squared time")));
        course.area()
                .ifPresent(area ->
                        estimates.add(Estimate.descriptive("auc", area, "mm3 d", "trapezoids to the last reading")));
        estimates.add(timeTo(course));
        course.response().ifPresent(best -> {
            estimates.add(Estimate.descriptive("bestResponse", best.best(), "%", "mRECIST (Gao 2015)"));
            estimates.add(Estimate.descriptive("bestAverageResponse", best.bestAverage(), "%", "mRECIST (Gao 2015)"));
        });
        result.bodyWeights().stream()
                .filter(weights -> weights.animal().equals(animal))
                .forEach(weights -> estimates.add(Estimate.descriptive(
                        "maxWeightLoss",
                        weights.greatestLoss(),
                        "%",
                        "without the tumour, on day " + Prose.number(weights.day()))));
        animal.departure()
                .ifPresent(gone -> warnings.add(new Warning(
                        "left",
                        "Left on day " + Prose.number(gone.day()) + ": "
                                + gone.reason().label() + " ('" + gone.text() + "').")));
        boolean cameBack = animal.volumes().stream()
                .anyMatch(reading ->
                        reading.isUndetectable() && !animal.goneToTheEnd().contains(reading));
        if (cameBack) {
            warnings.add(new Warning(
                    "undetectable",
                    "The tumour was undetectable and came back; those readings are below the limit of detection and were left"
                            + " out of rates, areas and responses."));
        }
        return new SubjectResult(subject, estimates, List.of(), List.of(), warnings);
    }

    private Estimate timeTo(AnimalCourse course) {
        String method = "log-linear between readings";
        if (course.multiple().isPresent()) {
            return Estimate.descriptive("timeToMultiple", course.multiple().getAsDouble(), "d", method);
        }
        if (Double.isFinite(course.lastDay())) {
            return new Estimate(
                    "timeToMultiple",
                    course.lastDay(),
                    "d",
                    Relation.ABOVE,
                    course.lastDay(),
                    null,
                    level,
                    null,
                    method + "; not reached by the last reading");
        }
        return Estimate.notEstimable("timeToMultiple", "d", level, method);
    }
}

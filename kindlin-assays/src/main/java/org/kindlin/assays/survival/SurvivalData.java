package org.kindlin.assays.survival;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.Warning;

/**
 * The rows of a survival study.
 *
 * @param arms names, the reference first
 * @param coding how the event column was read, in a sentence
 * @param findings of the reading
 * @param medians where only those are known; then there are no rows
 * @param digitised the curves that the rows were reconstructed from; none where subjects were observed
 * @param trend scores of the arms, in their order; none where they have no order
 * @param hasAnimals whether a column names animals
 * @param armColumn the column of arms that was found where none was stated
 */
public record SurvivalData(
        List<Observed> rows,
        List<String> arms,
        String coding,
        List<Warning> findings,
        List<Exclusion> exclusions,
        List<DataPoint> points,
        List<ArmMedian> medians,
        List<DigitisedArm> digitised,
        List<Double> trend,
        boolean hasAnimals,
        Optional<String> armColumn) {
    public SurvivalData {
        rows = List.copyOf(rows);
        arms = List.copyOf(arms);
        findings = List.copyOf(findings);
        exclusions = List.copyOf(exclusions);
        points = List.copyOf(points);
        medians = List.copyOf(medians);
        digitised = List.copyOf(digitised);
        trend = List.copyOf(trend);
    }

    SurvivalData(
            List<Observed> rows,
            List<String> arms,
            String coding,
            List<Warning> findings,
            List<Exclusion> exclusions,
            List<DataPoint> points,
            List<ArmMedian> medians) {
        this(rows, arms, coding, findings, exclusions, points, medians, List.of(), List.of(), false, Optional.empty());
    }

    SurvivalData reconstructedFrom(List<DigitisedArm> curves) {
        return new SurvivalData(
                rows, arms, coding, findings, exclusions, points, medians, curves, trend, hasAnimals, armColumn);
    }

    SurvivalData withTrend(List<Double> scores) {
        return new SurvivalData(
                rows, arms, coding, findings, exclusions, points, medians, digitised, scores, hasAnimals, armColumn);
    }

    SurvivalData ofAnimals(boolean animals) {
        return new SurvivalData(
                rows, arms, coding, findings, exclusions, points, medians, digitised, trend, animals, armColumn);
    }

    SurvivalData armsBy(Optional<String> column) {
        return new SurvivalData(
                rows, arms, coding, findings, exclusions, points, medians, digitised, trend, hasAnimals, column);
    }
}

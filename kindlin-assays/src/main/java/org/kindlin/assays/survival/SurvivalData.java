package org.kindlin.assays.survival;

import java.util.List;
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
 */
public record SurvivalData(
        List<Observed> rows,
        List<String> arms,
        String coding,
        List<Warning> findings,
        List<Exclusion> exclusions,
        List<DataPoint> points,
        List<ArmMedian> medians) {
    public SurvivalData {
        rows = List.copyOf(rows);
        arms = List.copyOf(arms);
        findings = List.copyOf(findings);
        exclusions = List.copyOf(exclusions);
        points = List.copyOf(points);
        medians = List.copyOf(medians);
    }
}

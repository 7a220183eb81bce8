package org.kindlin.assays.response;

import java.util.List;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.Warning;

/**
 * Patients, or counts where only those are known.
 *
 * @param arms in order, the reference first
 * @param trials what a clinical ledger says beside counts, in its order; none where there is no ledger
 * @param areTrials whether the arms are trials of their own, which are not compared with each other
 */
public record ResponseData(
        List<String> arms,
        boolean areTrials,
        List<Patient> patients,
        List<ArmCount> counts,
        List<ReportedTrial> trials,
        List<Warning> findings,
        List<Exclusion> exclusions,
        List<DataPoint> points) {
    public ResponseData {
        arms = List.copyOf(arms);
        patients = List.copyOf(patients);
        counts = List.copyOf(counts);
        trials = List.copyOf(trials);
        findings = List.copyOf(findings);
        exclusions = List.copyOf(exclusions);
        points = List.copyOf(points);
    }
}

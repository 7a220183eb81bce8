package org.kindlin.assays.response;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.result.Exclusion;

/** What the tables of one analysis hold, as it is found. */
final class ResponseTables {
    final List<Patient> patients = new ArrayList<>();
    final List<ArmCount> counts = new ArrayList<>();
    final List<ReportedTrial> trials = new ArrayList<>();
    final List<LesionRow> lesions = new ArrayList<>();
    final List<Exclusion> exclusions = new ArrayList<>();
    /** Whether rows are trials of their own. */
    boolean areTrials;

    boolean isEmpty() {
        return patients.isEmpty() && counts.isEmpty() && trials.isEmpty();
    }
}

package org.kindlin.assays.response;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.text.TidyTable;

/** What the tables of one analysis hold, as it is found. */
final class ResponseTables {
    final List<Patient> patients = new ArrayList<>();
    private final Map<String, String> allocated = new HashMap<>();
    final List<ArmCount> counts = new ArrayList<>();
    final List<ReportedTrial> trials = new ArrayList<>();
    final List<LesionRow> lesions = new ArrayList<>();
    final List<Exclusion> exclusions = new ArrayList<>();
    /** Whether rows are trials of their own. */
    boolean areTrials;

    /** SDTM's DM names the arm of every subject, which findings domains do not. */
    void demographics(TidyTable table) {
        table.column("usubjid")
                .ifPresent(id -> table.column("actarm", "arm")
                        .ifPresent(arm -> table.rows().forEach(row -> allocated.put(id.text(row), arm.text(row)))));
    }

    /** Gives patients without an arm that of DM. */
    void allocate() {
        patients.replaceAll(patient -> patient.arm().isEmpty() && allocated.containsKey(patient.id())
                ? patient.of(allocated.getOrDefault(patient.id(), ""))
                : patient);
    }

    boolean isEmpty() {
        return patients.isEmpty() && counts.isEmpty() && trials.isEmpty();
    }
}

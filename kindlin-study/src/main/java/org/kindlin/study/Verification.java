package org.kindlin.study;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a study's results still hold.
 *
 * @param record what is wrong with the record as a whole
 * @param experiments what was found for each experiment, in the order of the study file
 */
public record Verification(List<Finding> record, List<Checked> experiments) {

    public Verification {
        record = List.copyOf(record);
        experiments = List.copyOf(experiments);
    }

    /** What was found for one experiment; nothing where its result holds to the last bit. */
    public record Checked(Experiment experiment, List<Finding> findings) {
        public Checked {
            findings = List.copyOf(findings);
        }
    }

    /** Whether every file, every object and every number is as recorded. */
    public boolean holds() {
        return Stream.concat(record.stream(), experiments.stream().flatMap(checked -> checked.findings().stream()))
                .noneMatch(Finding::matters);
    }
}

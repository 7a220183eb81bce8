package org.kindlin.study;

import java.util.List;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.fault.Fault;

/**
 * All that a report tells: the study, and what was found in each experiment.
 *
 * @param study the study
 * @param kindlin version that writes the report
 * @param sections one per experiment, in the order of the study file
 */
public record StudyReport(Study study, String kindlin, List<Section> sections) {

    public StudyReport {
        sections = List.copyOf(sections);
    }

    /** Whether any number in the report comes from simulated data. */
    public boolean simulated() {
        return sections.stream()
                .anyMatch(section -> section instanceof Finished finished
                        && finished.document().simulated());
    }

    /** What the report has of one experiment. */
    public sealed interface Section {
        Experiment experiment();
    }

    /**
     * A finished experiment.
     *
     * @param document its analysis, figures drawn
     * @param documentFile where the result lies, relative to the output folder
     * @param documentSha256 the result's hash, under which the record keeps it
     */
    public record Finished(Experiment experiment, AnalysisDocument document, String documentFile, String documentSha256)
            implements Section {}

    /** An experiment whose input cannot be analysed, and why. */
    public record Faulty(Experiment experiment, List<Fault> faults) implements Section {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** An experiment that has not been run. */
    public record NotRun(Experiment experiment) implements Section {}
}

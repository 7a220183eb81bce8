package org.kindlin.study;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.kindlin.fault.Fault;

/**
 * What a run of a study came to.
 *
 * @param study the study
 * @param out folder that holds results, figures, report and record
 * @param experiments what became of each, in the order of the study file
 * @param report the report's files; empty where there was nothing to report
 * @param reportWritten whether the report had to be written anew
 */
public record StudyOutcome(
        Study study, Path out, List<ExperimentOutcome> experiments, List<Path> report, boolean reportWritten) {

    public StudyOutcome {
        experiments = List.copyOf(experiments);
        report = List.copyOf(report);
    }

    /** Every fault of every experiment, in order; where there is one, the run exits with 1. */
    public List<Fault> faults() {
        return experiments.stream()
                .flatMap(outcome ->
                        outcome instanceof ExperimentOutcome.Faulty faulty ? faulty.faults().stream() : Stream.empty())
                .toList();
    }

    /** Where the figures of an experiment lie. */
    public Path figureFolder(Experiment experiment) {
        return out.resolve(OutputFolder.figureFolder(experiment.name()));
    }
}

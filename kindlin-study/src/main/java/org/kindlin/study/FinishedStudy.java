package org.kindlin.study;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kindlin.assays.Assay;
import org.kindlin.assays.AssayRegistry;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;
import org.kindlin.study.record.JournalEntry;
import org.kindlin.study.record.StudyRecord;

/**
 * A study whose experiments have results, with the data behind them.
 *
 * @param study the study
 * @param out folder that holds results, figures, report and record
 * @param experiments those that were asked for, in the order of the study file
 * @param report the report's files
 */
public record FinishedStudy(Study study, Path out, List<FinishedExperiment> experiments, List<Path> report) {

    public FinishedStudy {
        experiments = List.copyOf(experiments);
        report = List.copyOf(report);
    }

    /**
     * Gathers what a run left.
     *
     * @param only names of the experiments wanted; all where empty
     * @throws InputFaultException with every fault of an experiment that was asked for and has no result
     */
    public static FinishedStudy of(StudyOutcome outcome, Set<String> only) {
        return of(outcome, only, AssayRegistry.all());
    }

    static FinishedStudy of(StudyOutcome outcome, Set<String> only, List<Assay<?, ?, ?>> assays) {
        List<ExperimentOutcome> wanted = outcome.experiments().stream()
                .filter(experiment ->
                        only.isEmpty() || only.contains(experiment.experiment().name()))
                .toList();
        List<Fault> faults = wanted.stream()
                .flatMap(experiment -> faults(experiment).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new InputFaultException(faults);
        }
        List<FinishedExperiment> finished = new ArrayList<>();
        try (StudyRecord record = StudyRecord.view(outcome.out())) {
            for (ExperimentOutcome experiment : wanted) {
                ExperimentRun run = ExperimentRun.prepare(outcome.study(), experiment.experiment(), assays);
                experiment
                        .result()
                        .ifPresent(kept -> finished.add(FinishedExperiment.of(run, kept, analysed(record, run))));
            }
        }
        return new FinishedStudy(outcome.study(), outcome.out(), finished, outcome.report());
    }

    private static Instant analysed(StudyRecord record, ExperimentRun run) {
        return record.entry(run.key())
                .map(JournalEntry::time)
                .orElseThrow(() -> new IllegalStateException("the record has a result without a journal line"));
    }

    private static List<Fault> faults(ExperimentOutcome outcome) {
        return outcome instanceof ExperimentOutcome.Faulty faulty ? faulty.faults() : List.of();
    }
}

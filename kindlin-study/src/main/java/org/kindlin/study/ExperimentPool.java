package org.kindlin.study;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.Assay;
import org.kindlin.fault.InputFaultException;
import org.kindlin.study.ExperimentOutcome.Cause;
import org.kindlin.study.record.KeptAnalysis;
import org.kindlin.study.record.Sha256;
import org.kindlin.study.record.StudyRecord;

/**
 * Looks at every experiment of a run, several at a time, and keeps each as soon as it is finished.
 *
 * <p>Threads only read and analyse; the calling thread alone writes.
 */
final class ExperimentPool {
    private final Study study;
    private final List<Assay<?, ?, ?>> assays;
    private final RunOptions options;
    private final StudyRecord record;
    private final OutputFolder folder;
    private final RunListener listener;

    ExperimentPool(
            Study study,
            List<Assay<?, ?, ?>> assays,
            RunOptions options,
            StudyRecord record,
            OutputFolder folder,
            RunListener listener) {
        this.study = study;
        this.assays = assays;
        this.options = options;
        this.record = record;
        this.folder = folder;
        this.listener = listener;
    }

    /** What a thread hands over: an outcome that needs no writing, or a document to be kept. */
    private sealed interface Work {
        record Done(ExperimentOutcome outcome) implements Work {}

        record Analysed(ExperimentRun run, Analysis.Performed performed) implements Work {}

        record Defective(RuntimeException defect) implements Work {}
    }

    /**
     * The outcomes in the order of the study.
     *
     * @throws RuntimeException if an analysis has a defect; all the others are finished and kept before it is thrown
     */
    List<ExperimentOutcome> run() {
        List<Experiment> experiments = study.experiments();
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.min(experiments.size(), Runtime.getRuntime().availableProcessors()));
        try {
            CompletionService<Work> service = new ExecutorCompletionService<>(threads);
            experiments.forEach(experiment -> service.submit(() -> workOn(experiment)));
            List<ExperimentOutcome> outcomes = collect(service, experiments.size());
            return experiments.stream()
                    .map(experiment -> outcomes.stream()
                            .filter(outcome -> outcome.experiment().equals(experiment))
                            .findFirst()
                            .orElseThrow())
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private List<ExperimentOutcome> collect(CompletionService<Work> service, int count) {
        List<ExperimentOutcome> outcomes = new ArrayList<>();
        @Nullable RuntimeException defect = null;
        for (int i = 0; i < count; i++) {
            Work work = next(service);
            if (work instanceof Work.Defective defective) {
                defect = defect == null ? defective.defect() : defect;
            } else {
                outcomes.add(finish(work));
            }
        }
        if (defect != null) {
            throw defect;
        }
        return outcomes;
    }

    private static Work next(CompletionService<Work> service) {
        try {
            return service.take().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private Work workOn(Experiment experiment) {
        try {
            return workOn(ExperimentRun.prepare(study, experiment, assays));
        } catch (InputFaultException e) {
            return new Work.Done(
                    options.selects(experiment)
                            ? new ExperimentOutcome.Faulty(experiment, e.faults())
                            : new ExperimentOutcome.NotRun(experiment));
        } catch (RuntimeException e) {
            return new Work.Defective(e);
        }
    }

    private Work workOn(ExperimentRun run) {
        boolean selected = options.selects(run.experiment());
        if (!selected || !options.force()) {
            KeptAnalysis kept = record.find(run.key()).orElse(null);
            if (kept != null) {
                return new Work.Done(new ExperimentOutcome.Unchanged(run.experiment(), kept));
            }
        }
        if (!selected) {
            return new Work.Done(new ExperimentOutcome.NotRun(run.experiment()));
        }
        synchronized (listener) {
            listener.analyzing(run.experiment());
        }
        return new Work.Analysed(run, run.perform());
    }

    private ExperimentOutcome finish(Work work) {
        ExperimentOutcome outcome = switch (work) {
            case Work.Done done -> done.outcome();
            case Work.Analysed analysed -> keep(analysed.run(), analysed.performed());
            case Work.Defective(RuntimeException defect) -> throw defect;
        };
        outcome.result().ifPresent(kept -> folder.put(outcome.experiment().name(), kept));
        synchronized (listener) {
            listener.finished(outcome);
        }
        return outcome;
    }

    private ExperimentOutcome keep(ExperimentRun run, Analysis.Performed performed) {
        String name = run.experiment().name();
        Cause cause = cause(name, run.key());
        KeptAnalysis kept = record.keep(name, run.key(), performed, OutputFolder.figureFolder(name));
        return new ExperimentOutcome.Ran(run.experiment(), cause, kept);
    }

    private Cause cause(String experiment, Sha256 key) {
        if (options.force()) {
            return Cause.FORCED;
        }
        if (record.entry(key).isPresent()) {
            return Cause.DAMAGED;
        }
        return record.latest(experiment).isPresent() ? Cause.CHANGED : Cause.NEW;
    }
}

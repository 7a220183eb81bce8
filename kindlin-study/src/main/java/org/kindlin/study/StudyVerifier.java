package org.kindlin.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.Assay;
import org.kindlin.assays.AssayRegistry;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.fault.InputFaultException;
import org.kindlin.study.record.JournalEntry;
import org.kindlin.study.record.StudyRecord;

/**
 * Says whether a study's results still hold: recomputes every hash, runs every analysis again, and compares.
 *
 * <p>The result of an experiment is the one kept for its files and protocol as they are; where there is none, the latest
 * one, and then the findings say what has changed since. Nothing is written.
 */
public final class StudyVerifier {
    private final List<Assay<?, ?, ?>> assays;
    private final RunListener listener;

    public StudyVerifier(RunListener listener) {
        this(AssayRegistry.all(), listener);
    }

    public StudyVerifier(List<Assay<?, ?, ?>> assays, RunListener listener) {
        this.assays = List.copyOf(assays);
        this.listener = listener;
    }

    /**
     * Verifies a study.
     *
     * @param study its folder or study file
     * @param out its output folder; {@code out} within the study folder where empty
     * @throws InputFaultException if the study file itself is faulty
     */
    public Verification verify(Path study, Optional<Path> out) {
        Study read = StudyReader.read(study, assays);
        OutputFolder folder = new OutputFolder(out.orElseGet(() -> OutputFolder.of(read.folder())));
        listener.begins(read);
        try (StudyRecord record = StudyRecord.view(folder.path())) {
            RecordCheck check = new RecordCheck(record, folder);
            List<Verification.Checked> checked = new ArrayList<>();
            for (Experiment experiment : read.experiments()) {
                listener.analyzing(experiment);
                checked.add(new Verification.Checked(experiment, check(read, experiment, record, check)));
            }
            return new Verification(check.rest(), checked);
        }
    }

    private List<Finding> check(Study study, Experiment experiment, StudyRecord record, RecordCheck check) {
        List<Finding> findings = new ArrayList<>();
        Optional<ExperimentRun> run = prepare(study, experiment, findings);
        Optional<JournalEntry> entry =
                run.flatMap(ready -> record.entry(ready.key())).or(() -> record.latest(experiment.name()));
        if (entry.isEmpty()) {
            findings.addFirst(new Finding.NeverRun(experiment.name()));
            return findings;
        }
        findings.addAll(check.analysis(entry.get()));
        run.ifPresent(ready -> findings.addAll(compare(ready, entry.get(), check)));
        return findings;
    }

    private Optional<ExperimentRun> prepare(Study study, Experiment experiment, List<Finding> findings) {
        try {
            return Optional.of(ExperimentRun.prepare(study, experiment, assays));
        } catch (InputFaultException e) {
            e.faults().forEach(fault -> findings.add(new Finding.CannotRun(fault)));
            return Optional.empty();
        }
    }

    private static List<Finding> compare(ExperimentRun run, JournalEntry entry, RecordCheck check) {
        Optional<AnalysisDocument> recorded = check.read(entry);
        if (recorded.isEmpty()) {
            return List.of();
        }
        try {
            return DocumentFacts.differences(recorded.get(), check.figures(entry), run.analyze());
        } catch (InputFaultException e) {
            return e.faults().stream().<Finding>map(Finding.CannotRun::new).toList();
        }
    }
}

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
import org.kindlin.study.record.Sha256;
import org.kindlin.study.record.StudyRecord;

/**
 * Says whether a study's results still hold: recomputes every hash, runs every analysis again, and compares.
 *
 * <p>The result of an experiment is the one kept for its files and protocol as they are; where there is none, the latest
 * one, and then the findings say what has changed since. The report holds where it was made from the study file as it is
 * and from the results the record has; it is not written again for that. Nothing is written.
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
            List<Seen> seen = new ArrayList<>();
            List<Verification.Checked> checked = new ArrayList<>();
            for (Experiment experiment : read.experiments()) {
                listener.analyzing(experiment);
                seen.add(check(read, experiment, record, check));
                checked.add(new Verification.Checked(experiment, seen.getLast().findings()));
            }
            List<Finding> rest = new ArrayList<>(check.rest());
            report(read, record, seen).ifPresent(rest::add);
            return new Verification(rest, checked);
        }
    }

    /** What was found of an experiment, and the result it was compared with. */
    private record Seen(List<Finding> findings, Optional<Sha256> result) {
        boolean holds() {
            return result.isPresent() && findings.stream().noneMatch(Finding::matters);
        }
    }

    /**
     * Whether a run would write another report. Results are compared where every experiment holds: of others the findings
     * say already that they are not what they were.
     */
    private static Optional<Finding> report(Study study, StudyRecord record, List<Seen> seen) {
        List<Sha256> results =
                seen.stream().flatMap(one -> one.result().stream()).toList();
        Optional<JournalEntry> report = record.latestReport();
        if (report.isEmpty()) {
            return results.isEmpty() ? Optional.empty() : outdated("none has been written");
        }
        ReportBasis now = ReportBasis.of(study, results);
        return report.flatMap(ReportBasis::of).flatMap(told -> {
            if (!told.study().equals(now.study())) {
                return outdated(Study.FILE_NAME + " has been changed since it was written");
            }
            return seen.stream().allMatch(Seen::holds) && !told.results().equals(now.results())
                    ? outdated("it was made from other results than the record has")
                    : Optional.empty();
        });
    }

    private static Optional<Finding> outdated(String because) {
        return Optional.of(new Finding.ReportOutdated(because));
    }

    private Seen check(Study study, Experiment experiment, StudyRecord record, RecordCheck check) {
        List<Finding> findings = new ArrayList<>();
        Optional<ExperimentRun> run = prepare(study, experiment, findings);
        Optional<JournalEntry> entry =
                run.flatMap(ready -> record.entry(ready.key())).or(() -> record.latest(experiment.name()));
        if (entry.isEmpty()) {
            findings.addFirst(new Finding.NeverRun(experiment.name()));
            return new Seen(findings, Optional.empty());
        }
        findings.addAll(check.analysis(entry.get()));
        run.ifPresent(ready -> findings.addAll(compare(ready, entry.get(), check)));
        return new Seen(findings, entry.map(RecordCheck::document));
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

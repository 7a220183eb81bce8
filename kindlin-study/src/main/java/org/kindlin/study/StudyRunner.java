package org.kindlin.study;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.kindlin.assays.Assay;
import org.kindlin.assays.AssayRegistry;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;
import org.kindlin.fault.Suggestion;
import org.kindlin.study.record.StudyRecord;

/**
 * Runs a study: analyses what has changed, keeps it in the record, puts results and report in place.
 *
 * <p>Experiments may run at the same time; what is written does not depend on it. Each is kept and in place as soon as
 * it is finished, so a run that is killed loses only what it was working on.
 */
public final class StudyRunner {
    private final List<Assay<?, ?, ?>> assays;
    private final ReportWriter reports;
    private final RunListener listener;
    private final InstantSource clock;

    public StudyRunner(ReportWriter reports, RunListener listener) {
        this(AssayRegistry.all(), reports, listener, InstantSource.system());
    }

    public StudyRunner(List<Assay<?, ?, ?>> assays, ReportWriter reports, RunListener listener, InstantSource clock) {
        this.assays = List.copyOf(assays);
        this.reports = reports;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Runs a study.
     *
     * @param study its folder or study file
     * @return what became of every experiment; data that cannot be analysed is an outcome, and does not stop the others
     * @throws InputFaultException if the study file itself is faulty, or the output folder cannot be written
     */
    public StudyOutcome run(Path study, RunOptions options) {
        Study read = StudyReader.read(study, assays);
        checkSelection(read, options);
        Path out = options.outputFolder(read);
        try (StudyRecord record = StudyRecord.open(out, clock)) {
            listener.begins(read);
            OutputFolder folder = new OutputFolder(out);
            List<ExperimentOutcome> outcomes =
                    new ExperimentPool(read, assays, options, record, folder, listener).run();
            ReportDesk desk = new ReportDesk(reports, record, folder, listener);
            ReportDesk.Issued issued = desk.issue(read, outcomes);
            return new StudyOutcome(read, out, outcomes, issued.files(), issued.written());
        }
    }

    private static void checkSelection(Study study, RunOptions options) {
        List<String> names = study.experiments().stream().map(Experiment::name).toList();
        List<Fault> faults = options.only().stream()
                .sorted()
                .filter(name -> !names.contains(name))
                .map(name -> new Fault(
                        Study.FILE_NAME,
                        "experiments",
                        "there is no experiment '" + name + "'" + Suggestion.didYouMean(name, names),
                        "one of: " + String.join(", ", names)))
                .toList();
        if (!faults.isEmpty()) {
            throw new InputFaultException(faults);
        }
    }
}

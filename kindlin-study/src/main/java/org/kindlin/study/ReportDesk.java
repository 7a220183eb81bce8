package org.kindlin.study;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.Version;
import org.kindlin.fault.Fault;
import org.kindlin.study.ReportWriter.ReportFile;
import org.kindlin.study.json.JsonText;
import org.kindlin.study.record.AtomicFiles;
import org.kindlin.study.record.JournalEntry;
import org.kindlin.study.record.KeptAnalysis;
import org.kindlin.study.record.Sha256;
import org.kindlin.study.record.StudyRecord;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Has the report written, unless the one that lies there already tells the same. */
final class ReportDesk {
    private final ReportWriter writer;
    private final StudyRecord record;
    private final OutputFolder folder;
    private final RunListener listener;

    ReportDesk(ReportWriter writer, StudyRecord record, OutputFolder folder, RunListener listener) {
        this.writer = writer;
        this.record = record;
        this.folder = folder;
        this.listener = listener;
    }

    /** The files of the report, and whether they had to be written. */
    record Issued(List<Path> files, boolean written) {}

    Issued issue(Study study, List<ExperimentOutcome> outcomes) {
        if (outcomes.stream().allMatch(outcome -> outcome.result().isEmpty())) {
            return new Issued(List.of(), false);
        }
        Sha256 key = key(study, outcomes);
        JournalEntry latest = record.latestReport().orElse(null);
        if (latest != null && latest.key().equals(key) && inPlace(ReportBasis.files(latest))) {
            return new Issued(paths(ReportBasis.files(latest)), false);
        }
        listener.reporting();
        List<ReportFile> files = writer.write(report(study, outcomes));
        Map<String, Sha256> hashes = new LinkedHashMap<>();
        for (ReportFile file : files) {
            AtomicFiles.writeIfDifferent(folder.path().resolve(file.name()), file.content());
            hashes.put(file.name(), Sha256.of(file.content()));
        }
        record.noteReport(key, basis(study, outcomes).asOutputs(hashes));
        return new Issued(paths(hashes), true);
    }

    /** What the report was made from, by which a verification sees without a writer whether it still tells the same. */
    private static ReportBasis basis(Study study, List<ExperimentOutcome> outcomes) {
        return ReportBasis.of(
                study,
                outcomes.stream()
                        .flatMap(outcome -> outcome.result().stream())
                        .map(KeptAnalysis::hash)
                        .toList());
    }

    private boolean inPlace(Map<String, Sha256> files) {
        return files.entrySet().stream()
                .allMatch(file -> folder.hash(file.getKey())
                        .filter(file.getValue()::equals)
                        .isPresent());
    }

    private List<Path> paths(Map<String, Sha256> files) {
        return files.keySet().stream().map(folder.path()::resolve).toList();
    }

    /** The hash of everything the report tells. */
    private Sha256 key(Study study, List<ExperimentOutcome> outcomes) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("kindlin", Version.current())
                .put("code", RunningCode.hash())
                .put("edition", writer.edition())
                .put("study", study.source().sha256());
        ArrayNode list = node.putArray("experiments");
        outcomes.forEach(outcome -> list.add(summary(outcome)));
        return Sha256.of(JsonText.line(node));
    }

    private static String summary(ExperimentOutcome outcome) {
        return switch (outcome) {
            case ExperimentOutcome.Ran(var experiment, var cause, var kept) ->
                kept.hash().hex();
            case ExperimentOutcome.Unchanged(var experiment, var kept) ->
                kept.hash().hex();
            case ExperimentOutcome.NotRun notRun -> "not run";
            case ExperimentOutcome.Faulty faulty ->
                String.join("\n", faulty.faults().stream().map(Fault::toString).toList());
        };
    }

    private static StudyReport report(Study study, List<ExperimentOutcome> outcomes) {
        return new StudyReport(
                study,
                Version.current(),
                outcomes.stream().map(ReportDesk::section).toList());
    }

    private static StudyReport.Section section(ExperimentOutcome outcome) {
        return switch (outcome) {
            case ExperimentOutcome.Ran ran -> finished(ran.experiment(), ran.kept());
            case ExperimentOutcome.Unchanged unchanged -> finished(unchanged.experiment(), unchanged.kept());
            case ExperimentOutcome.Faulty faulty -> new StudyReport.Faulty(faulty.experiment(), faulty.faults());
            case ExperimentOutcome.NotRun notRun -> new StudyReport.NotRun(notRun.experiment());
        };
    }

    private static StudyReport.Section finished(Experiment experiment, KeptAnalysis kept) {
        return new StudyReport.Finished(
                experiment,
                kept.document(),
                OutputFolder.resultFile(experiment.name()),
                kept.hash().hex());
    }
}

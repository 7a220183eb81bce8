package org.kindlin.study;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;
import org.kindlin.study.json.DocumentJson;
import org.kindlin.study.record.KeptAnalysis;

/**
 * An experiment with its result and all that is behind it.
 *
 * @param kept the result as the record keeps it
 * @param document the same, read
 * @param data the measured values behind it
 * @param files every file it was made from, data before layouts and companions, each once
 * @param analysed when, as the record's journal says
 */
public record FinishedExperiment(
        Experiment experiment,
        KeptAnalysis kept,
        AnalysisDocument document,
        List<DataPoint> data,
        List<RawFile> files,
        Instant analysed) {

    public FinishedExperiment {
        data = List.copyOf(data);
        files = List.copyOf(files);
    }

    /**
     * Joins a kept result with the data behind it. The record holds results only, so the experiment is analysed once
     * more, which must give the result that is kept.
     *
     * @throws InputFaultException if it does not
     */
    static FinishedExperiment of(ExperimentRun run, KeptAnalysis kept, Instant analysed) {
        Experiment experiment = run.experiment();
        Analysis.Performed performed = run.perform();
        byte[] again = DocumentJson.write(performed.document(), OutputFolder.figureFolder(experiment.name()));
        if (!Arrays.equals(again, kept.json())) {
            throw new InputFaultException(new Fault(
                    Study.FILE_NAME,
                    "experiments." + experiment.name(),
                    "analysing it again gives another result than the record keeps",
                    "see what 'kindlin verify' says; 'kindlin run --force' replaces the record's result"));
        }
        return new FinishedExperiment(experiment, kept, kept.document(), performed.data(), raw(run.files()), analysed);
    }

    private static List<RawFile> raw(List<InputFile> files) {
        List<RawFile> raw = new ArrayList<>();
        files.forEach(file -> raw.add(file.data()));
        files.forEach(file -> file.layout().ifPresent(raw::add));
        files.forEach(file -> raw.addAll(file.companions().values()));
        List<RawFile> once = new ArrayList<>();
        for (RawFile file : raw) {
            if (once.stream().noneMatch(other -> other.path().equals(file.path()))) {
                once.add(file);
            }
        }
        return once;
    }

    /** Where the result lies, relative to the output folder of the study. */
    public String resultFile() {
        return OutputFolder.resultFile(experiment.name());
    }

    /** Where the attachments lie, relative to the output folder of the study. */
    public String attachmentFolder() {
        return OutputFolder.attachmentFolder(experiment.name());
    }

    /** Where the figures lie, relative to the output folder of the study. */
    public String figureFolder() {
        return OutputFolder.figureFolder(experiment.name());
    }
}

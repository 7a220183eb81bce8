package org.kindlin.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.Assay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.quantity.CompoundForm;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.fault.Faults;
import org.kindlin.fault.InputFaultException;
import org.kindlin.figures.Figure;
import org.kindlin.study.Experiment.DataFile;
import org.kindlin.study.record.Sha256;

/**
 * One experiment with its files in memory: ready to be looked up by its key, or analysed.
 *
 * @param key hash of everything the result depends on
 */
record ExperimentRun(Experiment experiment, Assay<?, ?, ?> assay, List<InputFile> files, long seed, Sha256 key) {
    private static final Pattern FIGURE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    /**
     * Reads an experiment's files.
     *
     * @throws InputFaultException with every file that cannot be read
     */
    static ExperimentRun prepare(Study study, Experiment experiment, List<Assay<?, ?, ?>> assays) {
        Assay<?, ?, ?> assay = assays.stream()
                .filter(candidate -> candidate.name().equals(experiment.assay()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the study was read with other assays"));
        List<InputFile> files = files(study, experiment, assay);
        return new ExperimentRun(
                experiment, assay, files, study.seed(), AnalysisKey.of(experiment, study.seed(), files));
    }

    /**
     * Analyses the files.
     *
     * @throws InputFaultException with every fault of protocol and files, in study.yaml with their lines
     */
    AnalysisDocument analyze() {
        return perform().document();
    }

    /**
     * Analyses the files, and keeps the measured values behind the result.
     *
     * @throws InputFaultException as {@link #analyze}
     */
    Analysis.Performed perform() {
        try {
            Analysis.Performed performed = Analysis.perform(assay, files, experiment.settings(), seed);
            checkFigureNames(performed.document());
            return performed;
        } catch (InputFaultException e) {
            throw new InputFaultException(
                    e.faults().stream().map(experiment::located).toList());
        }
    }

    private static List<InputFile> files(Study study, Experiment experiment, Assay<?, ?, ?> assay) {
        StudyFolder folder = study.folder();
        List<CompoundForm> compounds = study.compounds();
        Faults faults = new Faults();
        Map<String, RawFile> companions = companions(folder, experiment, assay, faults);
        List<InputFile> files = new ArrayList<>();
        for (DataFile file : experiment.files()) {
            Optional<RawFile> data = read(folder, file.path(), file.line(), faults);
            Optional<RawFile> layout =
                    file.layout().isEmpty() ? Optional.empty() : read(folder, file.layout(), file.line(), faults);
            data.ifPresent(raw -> files.add(new InputFile(raw, layout, file.tags(), compounds, companions)));
        }
        faults.throwIfAny();
        return files;
    }

    /** The files that protocol keys name, by key. */
    private static Map<String, RawFile> companions(
            StudyFolder folder, Experiment experiment, Assay<?, ?, ?> assay, Faults faults) {
        Map<String, RawFile> companions = new LinkedHashMap<>();
        for (Key<?> key : assay.keys()) {
            String path = experiment.protocol().get(key.name());
            if (path != null && key.type().equals(Key.FILE)) {
                int line = experiment.protocolLines().getOrDefault(key.name(), experiment.line());
                read(folder, path, line, faults).ifPresent(file -> companions.put(key.name(), file));
            }
        }
        return companions;
    }

    private static Optional<RawFile> read(StudyFolder folder, String path, int line, Faults faults) {
        try {
            return Optional.of(folder.read(path, Study.FILE_NAME, "line " + line));
        } catch (InputFaultException e) {
            e.faults().forEach(faults::add);
            return Optional.empty();
        }
    }

    /** A figure's name becomes a file name: an assay that gets it wrong must not write elsewhere. */
    private static void checkFigureNames(AnalysisDocument document) {
        for (Figure figure : document.figures()) {
            if (!FIGURE_NAME.matcher(figure.name()).matches()) {
                throw new IllegalStateException(
                        document.analysis() + " names a figure '" + figure.name() + "', which is no file name");
            }
        }
    }
}

package org.kindlin.benchmarks.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.Assay;
import org.kindlin.assays.AssayRegistry;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.Faults;
import org.kindlin.lab.LabBatch;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.VirtualAssay;
import org.kindlin.lab.VirtualLab;

/** An experiment of the virtual lab and its analysis, without a file system between them. */
final class VirtualExperiment {
    private static final String LAYOUT = "layout.csv";

    private VirtualExperiment() {}

    /** What the virtual lab of an assay writes with these settings beside its defaults. */
    static LabBatch perform(String assay, Map<String, String> stated, long seed) {
        VirtualAssay lab = VirtualLab.find(assay).orElseThrow();
        Faults faults = new Faults();
        Resolved settings = Settings.of(stated).resolve(lab.keys(), faults);
        LabBatch batch = lab.perform(settings, seed, faults);
        faults.throwIfAny();
        return batch;
    }

    /** What the assay finds in these files, the layout among them. */
    static List<SubjectResult> analyze(String assay, LabBatch batch, Map<String, String> stated) {
        return analyze(assay, batch, stated, 1);
    }

    /**
     * The same with a seed of its own: quantiles of a few bootstrap rounds are off by what these happened to draw, and one seed
     * for all experiments would put that error into every interval alike.
     */
    static List<SubjectResult> analyze(String assay, LabBatch batch, Map<String, String> stated, long seed) {
        return analyze(AssayRegistry.find(assay).orElseThrow(), files(batch), stated, seed)
                .subjects();
    }

    private static <P, D, R extends AnalysisResult> R analyze(
            Assay<P, D, R> assay, List<InputFile> files, Map<String, String> stated, long seed) {
        Faults faults = new Faults();
        P protocol = assay.protocol(Settings.of(stated).resolve(assay.keys(), faults), faults);
        D data = assay.read(files, protocol, faults);
        faults.throwIfAny();
        return assay.analyze(data, protocol, seed);
    }

    private static List<InputFile> files(LabBatch batch) {
        Optional<RawFile> layout = batch.files().stream()
                .filter(file -> file.name().equals(LAYOUT))
                .map(VirtualExperiment::raw)
                .findFirst();
        List<InputFile> files = new ArrayList<>();
        batch.files().stream()
                .filter(file -> !file.name().equals(LAYOUT))
                .forEach(file -> files.add(new InputFile(raw(file), layout, Map.of())));
        return files;
    }

    private static RawFile raw(LabFile file) {
        return new RawFile(file.name(), file.bytes());
    }
}

package org.kindlin.benchmarks.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.Assay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.Estimate;
import org.kindlin.fault.Faults;
import org.kindlin.lab.LabBatch;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.Truth;
import org.kindlin.lab.VirtualAssay;

/**
 * Pictures of the virtual lab with their truth, and what an analysis says of them.
 *
 * @param truth of the lab
 * @param found by the analysis
 */
record LabPictures(List<Truth> truth, AnalysisDocument found) {

    /** Performs an experiment and analyses its files with its layout. */
    static <P, D, R extends AnalysisResult> LabPictures of(
            VirtualAssay lab, Assay<P, D, R> assay, Map<String, String> settings, long seed) {
        return of(lab, assay, settings, Map.of(), seed);
    }

    /** As above, under a protocol. */
    static <P, D, R extends AnalysisResult> LabPictures of(
            VirtualAssay lab,
            Assay<P, D, R> assay,
            Map<String, String> settings,
            Map<String, String> protocol,
            long seed) {
        Faults faults = new Faults();
        LabBatch batch = lab.perform(Settings.of(settings).resolve(lab.keys(), faults), seed, faults);
        faults.throwIfAny();
        Optional<RawFile> layout = batch.files().stream()
                .filter(file -> file.name().equals("layout.csv"))
                .map(LabPictures::raw)
                .findFirst();
        List<InputFile> inputs = new ArrayList<>();
        for (LabFile file : batch.files()) {
            if (!file.name().equals("layout.csv")) {
                inputs.add(new InputFile(raw(file), layout, Map.of()));
            }
        }
        return new LabPictures(batch.truth(), Analysis.run(assay, inputs, Settings.of(protocol), 1));
    }

    private static RawFile raw(LabFile file) {
        return new RawFile(file.name(), file.bytes());
    }

    /** The true value of this name; empty where the lab states none. */
    static OptionalDouble value(Truth truth, String name) {
        return truth.values().stream()
                .filter(value -> value.name().equals(name))
                .mapToDouble(Truth.TrueValue::value)
                .findFirst();
    }

    /** The estimate of a truth's subject; empty where the analysis speaks of no such subject. */
    Optional<Estimate> estimate(Truth truth, String name) {
        return found.results().stream()
                .filter(result ->
                        result.subject().entrySet().containsAll(truth.subject().entrySet()))
                .filter(result ->
                        result.subject().containsKey("frame") == truth.subject().containsKey("frame"))
                .flatMap(result -> result.estimate(name).stream())
                .findFirst();
    }
}

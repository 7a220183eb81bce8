package org.kindlin.lab.transwell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.transwell.TranswellAssay;
import org.kindlin.fault.Faults;
import org.kindlin.lab.LabBatch;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.Truth;

/** Fields and tables of the lab give their truth back. */
class VirtualTranswellTest {

    private static LabBatch batch(Map<String, String> own) {
        VirtualTranswell lab = new VirtualTranswell();
        Faults faults = new Faults();
        Map<String, String> settings = new HashMap<>(Map.of("doses", "0, 300", "inserts", "2", "fields", "2"));
        settings.putAll(own);
        return lab.perform(Settings.of(settings).resolve(lab.keys(), faults), 3, faults);
    }

    private static AnalysisDocument analyze(LabBatch batch) {
        Optional<RawFile> layout = batch.files().stream()
                .filter(file -> file.name().equals("layout.csv"))
                .map(file -> new RawFile(file.name(), file.bytes()))
                .findFirst();
        List<InputFile> files = new ArrayList<>();
        for (LabFile file : batch.files()) {
            if (!file.name().equals("layout.csv")) {
                files.add(new InputFile(new RawFile(file.name(), file.bytes()), layout, Map.of()));
            }
        }
        return Analysis.run(new TranswellAssay(), files, Settings.of(Map.of("doseUnit", "nM")), 1);
    }

    private static Estimate estimate(AnalysisDocument document, Truth truth, String name) {
        return document.results().stream()
                .filter(result ->
                        result.subject().entrySet().containsAll(truth.subject().entrySet()))
                .flatMap(result -> result.estimate(name).stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void cellsOfFieldsAreCounted() {
        for (String readout : List.of("crystal-violet", "nuclei")) {
            LabBatch batch = batch(Map.of("readout", readout));
            AnalysisDocument document = analyze(batch);
            assertThat(document.simulated()).isTrue();
            double counted = 0;
            double truth = 0;
            for (Truth one : batch.truth()) {
                if (one.subject().containsKey("field")) {
                    counted += Objects.requireNonNull(
                            estimate(document, one, "count").value());
                    truth += one.values().getFirst().value();
                }
            }
            assertThat(truth).isGreaterThan(200);
            assertThat(counted).as(readout).isCloseTo(truth, within(0.05 * truth));
        }
    }

    @Test
    void indexOfAbsorbancesHoldsItsTruth() {
        LabBatch batch = batch(Map.of("readout", "absorbance", "inserts", "6", "invadingPercent", "40"));
        AnalysisDocument document = analyze(batch);
        for (Truth truth : batch.truth()) {
            Estimate index = estimate(document, truth, "migrationIndex");
            assertThat(truth.values().getFirst().value())
                    .isBetween(Objects.requireNonNull(index.low()), Objects.requireNonNull(index.high()));
        }
    }
}

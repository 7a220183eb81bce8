package org.kindlin.lab.adhesion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.adhesion.AdhesionAssay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.fault.Faults;
import org.kindlin.fault.InputFaultException;
import org.kindlin.lab.LabBatch;
import org.kindlin.lab.VirtualLab;

/** Films and stills of the lab give their truth back. */
class VirtualAdhesionTest {
    private static final Map<String, String> OFFSET = Map.of("cameraOffset", "100");

    private static AnalysisDocument analyze(Map<String, String> lab, Map<String, String> settings) {
        VirtualAdhesion adhesion = new VirtualAdhesion();
        Faults faults = new Faults();
        Map<String, String> own = new HashMap<>(
                Map.of("films", "1", "adhesions", "4", "frames", "70", "frameInterval", "0.8 min", "pitch", "36"));
        own.putAll(lab);
        LabBatch batch = adhesion.perform(Settings.of(own).resolve(adhesion.keys(), faults), 4, faults);
        Optional<RawFile> layout = batch.files().stream()
                .filter(file -> file.name().equals("layout.csv"))
                .map(file -> new RawFile(file.name(), file.bytes()))
                .findFirst();
        List<InputFile> files = batch.files().stream()
                .filter(file -> file.name().endsWith(".tif"))
                .map(file -> new InputFile(new RawFile(file.name(), file.bytes()), layout, Map.of()))
                .toList();
        return Analysis.run(new AdhesionAssay(), files, Settings.of(settings), 1);
    }

    private static double value(AnalysisDocument document, String image, String name) {
        return Objects.requireNonNull(document.results().stream()
                .filter(result -> image.equals(result.subject().get("image")))
                .flatMap(result -> result.estimate(name).stream())
                .findFirst()
                .orElseThrow()
                .value());
    }

    @Test
    void ratesComeBackThoughTheDyeFades() {
        AnalysisDocument document =
                analyze(Map.of("bleachingPercent", "1", "conditions", "vehicle=0.18|0.15, drug=0.18|0.07"), OFFSET);
        assertThat(value(document, "vehicle-1.tif", "assemblyRate")).isCloseTo(0.18, within(0.012));
        assertThat(value(document, "vehicle-1.tif", "disassemblyRate")).isCloseTo(0.15, within(0.01));
        assertThat(value(document, "drug-1.tif", "disassemblyRate")).isCloseTo(0.07, within(0.005));
        assertThat(value(document, "vehicle-1.tif", "bleachingRate")).isCloseTo(0.01, within(0.002));
        assertThat(document.verdicts().getFirst()).contains("more slowly");
    }

    @Test
    void fadingThatCannotBeCorrectedIsSaid() {
        AnalysisDocument document =
                analyze(Map.of("bleachingPercent", "1", "frames", "15", "conditions", "vehicle=0.18|0.15"), Map.of());
        assertThat(document.results().getFirst().warning("bleaching")).isPresent();
    }

    @Test
    void ratioOfChannelsOfStills() {
        AnalysisDocument document = analyze(Map.of("frames", "1"), Map.of());
        assertThat(value(document, "vehicle-1.tif", "count")).isEqualTo(4);
        assertThat(value(document, "vehicle-1.tif", "secondToFirstRatio")).isCloseTo(0.6, within(0.04));
        assertThat(value(document, "defactinib-1.tif", "secondToFirstRatio")).isCloseTo(0.3, within(0.03));
    }

    @Test
    void conditionsThatDoNotFitAreAFault() {
        assertThatThrownBy(() ->
                        VirtualLab.perform(new VirtualAdhesion(), Settings.of(Map.of("conditions", "vehicle=fast")), 1))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("NAME=ASSEMBLY|DISASSEMBLY");
    }
}

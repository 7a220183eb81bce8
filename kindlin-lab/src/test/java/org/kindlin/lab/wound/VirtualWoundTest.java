package org.kindlin.lab.wound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.wound.WoundAssay;
import org.kindlin.fault.Faults;
import org.kindlin.fault.InputFaultException;
import org.kindlin.lab.LabBatch;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.Truth;
import org.kindlin.lab.VirtualLab;

/** Scratch films give their truth back, and what cannot be measured is refused. */
class VirtualWoundTest {

    /** Frames are small, for the sake of time. */
    private static LabBatch batch(Map<String, String> own, long seed) {
        VirtualWound lab = new VirtualWound();
        Faults faults = new Faults();
        Map<String, String> settings =
                new HashMap<>(Map.of("width", "280", "height", "180", "gapWidth", "340", "frames", "5"));
        settings.putAll(own);
        return lab.perform(Settings.of(settings).resolve(lab.keys(), faults), seed, faults);
    }

    private static AnalysisDocument analyze(LabBatch batch) {
        List<InputFile> files = batch.files().stream()
                .filter(file -> file.name().endsWith(".tif"))
                .map(file -> new InputFile(
                        new RawFile(file.name(), file.bytes()),
                        batch.files().stream()
                                .filter(layout -> layout.name().equals("layout.csv"))
                                .map(layout -> new RawFile(layout.name(), layout.bytes()))
                                .findFirst(),
                        Map.of()))
                .toList();
        return Analysis.run(new WoundAssay(), files, Settings.of(Map.of()), 1);
    }

    private static Estimate estimate(AnalysisDocument document, int frame, String name) {
        return document.results().stream()
                .filter(result -> frame == 0
                        ? "A1".equals(result.subject().get("wound"))
                                && !result.subject().containsKey("frame")
                        : String.valueOf(frame).equals(result.subject().get("frame")))
                .flatMap(result -> result.estimate(name).stream())
                .findFirst()
                .orElseThrow();
    }

    private static double truth(LabBatch batch, int frame, String name) {
        return batch.truth().stream()
                .filter(truth -> frame == 0
                        ? !truth.subject().containsKey("frame")
                        : String.valueOf(frame).equals(truth.subject().get("frame")))
                .flatMap(truth -> truth.values().stream())
                .filter(value -> value.name().equals(name))
                .mapToDouble(Truth.TrueValue::value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void areaVelocityAndHalfTimeComeBack() {
        LabBatch batch = batch(Map.of("doses", "0", "wells", "1"), 3);
        AnalysisDocument document = analyze(batch);
        assertThat(document.simulated()).isTrue();
        for (int frame = 1; frame <= 5; frame++) {
            assertThat(Objects.requireNonNull(
                            estimate(document, frame, "openArea").value()))
                    .isCloseTo(truth(batch, frame, "openArea"), within(0.015 * truth(batch, 1, "openArea")));
        }
        assertThat(Objects.requireNonNull(estimate(document, 0, "edgeVelocity").value()))
                .isCloseTo(truth(batch, 0, "edgeVelocity"), within(0.4));
        assertThat(Objects.requireNonNull(
                        estimate(document, 0, "halfClosureTime").value()))
                .isCloseTo(truth(batch, 0, "halfClosureTime"), within(0.6));
    }

    @Test
    void sixteenBitsAndTwoGaps() {
        LabBatch batch = batch(
                Map.of("doses", "0", "wells", "1", "frames", "1", "bits", "16", "gaps", "2", "gapWidth", "200"), 4);
        assertThat(Objects.requireNonNull(
                        estimate(analyze(batch), 1, "openArea").value()))
                .isCloseTo(truth(batch, 1, "openArea"), within(0.02 * truth(batch, 1, "openArea")));
    }

    @Test
    void aSheetHasNoHolesHoweverFarItMoves() {
        LabBatch batch = batch(Map.of("doses", "0", "wells", "1", "velocity", "16", "looseCells", "0"), 5);
        assertThat(truth(batch, 5, "openArea")).isZero();
    }

    @Test
    void framesThatCannotBeMeasuredAreRefused() {
        for (String kind : List.of("no-wound", "no-cells", "sparse", "dark", "overexposed")) {
            LabBatch batch = batch(Map.of("doses", "0", "wells", "1", "frames", "1", "spoilt", "*/*=" + kind), 6);
            assertThat(truth(batch, 1, "judgeable")).isZero();
            assertThat(estimate(analyze(batch), 1, "openArea").value()).as(kind).isNull();
        }
    }

    @Test
    void anOverexposedWellDoesNotBendTheModelOfTheOthers() {
        LabBatch batch =
                batch(Map.of("doses", "0, 1000", "wells", "1", "frames", "1", "spoilt", "B1/*=overexposed"), 11);
        assertThat(estimate(analyze(batch), 1, "openArea").value()).isNotNull();
    }

    @Test
    void aFrameOutOfFocusIsRefusedAloneInItsSeries() {
        LabBatch batch = batch(Map.of("doses", "0", "wells", "1", "spoilt", "A1/3=out-of-focus"), 7);
        AnalysisDocument document = analyze(batch);
        for (int frame = 1; frame <= 5; frame++) {
            assertThat(estimate(document, frame, "openArea").value() == null).isEqualTo(frame == 3);
        }
    }

    /** The frame of few cells is the most open one, in which no wound can be told from holes: the others show one. */
    @Test
    void aFrameOfFewCellsIsRefusedAlone() {
        AnalysisDocument document = analyze(batch(
                Map.of(
                        "doses",
                        "0",
                        "wells",
                        "1",
                        "spoilt",
                        "A1/3=sparse",
                        "width",
                        "420",
                        "height",
                        "320",
                        "gapWidth",
                        "480",
                        "frames",
                        "7"),
                5002));
        for (int frame = 1; frame <= 7; frame++) {
            assertThat(estimate(document, frame, "openArea").value() == null).isEqualTo(frame == 3);
        }
    }

    /** Two wells of each of five doses; the truth is 300 nM. */
    @Test
    void midpointOfTheVelocityComesBack() {
        AnalysisDocument document = analyze(batch(
                Map.of(
                        "doses",
                        "0, 100, 300, 1000, 3000, 10000",
                        "frames",
                        "3",
                        "frameInterval",
                        "8 h",
                        "wellCvPercent",
                        "2"),
                10));
        Estimate ic50 = document.results().stream()
                .flatMap(result -> result.estimate("ic50").stream())
                .findFirst()
                .orElseThrow();
        assertThat(Objects.requireNonNull(ic50.low())).isLessThan(300);
        assertThat(Objects.requireNonNull(ic50.high())).isGreaterThan(300);
    }

    @Test
    void everyFileSaysThatItIsSimulatedAndBytesDependOnTheSeedAlone() {
        Map<String, String> small = Map.of(
                "wells", "1", "frames", "1", "doses", "0, 100", "width", "150", "height", "100", "gapWidth", "200");
        List<LabFile> once = VirtualLab.perform(new VirtualWound(), Settings.of(small), 8);
        List<LabFile> again = VirtualLab.perform(new VirtualWound(), Settings.of(small), 8);
        List<LabFile> other = VirtualLab.perform(new VirtualWound(), Settings.of(small), 9);
        for (int i = 0; i < once.size(); i++) {
            assertThat(new RawFile("x", once.get(i).bytes()).simulated()).isTrue();
            assertThat(again.get(i).bytes()).isEqualTo(once.get(i).bytes());
            assertThat(other.get(i).bytes()).isNotEqualTo(once.get(i).bytes());
        }
    }

    @Test
    void gapsThatDoNotFitAreAFault() {
        assertThatThrownBy(() -> VirtualLab.perform(new VirtualWound(), Settings.of(Map.of("gapWidth", "2000")), 1))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("do not fit");
        assertThatThrownBy(() -> VirtualLab.perform(new VirtualWound(), Settings.of(Map.of("spoilt", "A1=x")), 1))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("spoilt");
    }
}

package org.kindlin.lab.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.growth.GrowthAssay;
import org.kindlin.assays.growth.GrowthTests;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.fault.Faults;
import org.kindlin.fault.InputFaultException;
import org.kindlin.lab.LabBatch;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.Truth;
import org.kindlin.lab.VirtualLab;
import org.kindlin.numerics.random.RandomStream;

class VirtualGrowthTest {
    private static LabBatch batch(long seed, Map<String, String> settings) {
        VirtualGrowth lab = new VirtualGrowth();
        Faults faults = new Faults();
        LabBatch batch = lab.perform(Settings.of(settings).resolve(lab.keys(), faults), seed, faults);
        faults.throwIfAny();
        return batch;
    }

    private static AnalysisDocument analysed(LabBatch batch) {
        RawFile file = new RawFile("growth.csv", batch.files().getFirst().bytes());
        return Analysis.run(new GrowthAssay(), List.of(InputFile.of(file)), Settings.of(Map.of()), 1);
    }

    @Test
    void theTruthIsInsideTheIntervals() {
        int held = 0;
        int asked = 0;
        for (long seed = 1; seed <= 25; seed++) {
            LabBatch batch = batch(seed, Map.of("operatorEffect", "0"));
            AnalysisDocument document = analysed(batch);
            for (Truth truth : batch.truth()) {
                for (Truth.TrueValue value : truth.values()) {
                    Estimate found = document.results().stream()
                            .filter(result -> result.subject().equals(truth.subject()))
                            .findFirst()
                            .flatMap(result -> result.estimate(value.name()))
                            .orElseThrow();
                    asked++;
                    held += (found.low() == null || found.low() <= value.value())
                                    && (found.high() == null || value.value() <= found.high())
                            ? 1
                            : 0;
                }
            }
        }
        assertThat(asked).isEqualTo(25 * 12);
        assertThat((double) held / asked).isBetween(0.92, 0.985); // 300 intervals of 95 %
    }

    @Test
    void aFileSaysThatItIsSimulatedAndRepeatsItself() {
        List<LabFile> files = VirtualLab.perform(new VirtualGrowth(), Settings.of(Map.of()), 7);
        assertThat(files).extracting(LabFile::name).containsExactly("growth.csv", "truth.json");
        String csv = new String(files.getFirst().bytes(), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("# SIMULATED DATA");
        assertThat(new RawFile("growth.csv", files.getFirst().bytes()).simulated())
                .isTrue();
        assertThat(VirtualLab.perform(new VirtualGrowth(), Settings.of(Map.of()), 7)
                        .getFirst()
                        .bytes())
                .isEqualTo(files.getFirst().bytes());
    }

    @Test
    void animalsOfToxicArmsDieAndLargeTumoursEnd() {
        String csv = new String(
                batch(2, Map.of("toxicity", "0.05", "sizeLimit", "800"))
                        .files()
                        .getFirst()
                        .bytes(),
                StandardCharsets.UTF_8);
        assertThat(csv).contains("tumour size").contains("toxicity or death");
    }

    @Test
    void theFastPathGivesWhatTheAnalysisGives() {
        TrueGrowth truth = new TrueGrowth(
                List.of(
                        new TrueGrowth.Arm("vehicle", 0.13, 0),
                        new TrueGrowth.Arm("a", 0.1, 0),
                        new TrueGrowth.Arm("b", 0.09, 0),
                        new TrueGrowth.Arm("a + b", 0.05, 0)),
                6,
                List.of(0.0, 4.0, 8.0, 12.0, 16.0),
                125,
                0.2,
                0.02,
                0.1,
                0,
                1500,
                0,
                22);
        SimulatedStudy study = SimulatedStudy.draw(truth, RandomStream.ofSeed(5));
        var fast = GrowthTests.of(Settings.of(Map.of()))
                .test(study.data(List.of("vehicle", "a", "b", "a + b")))
                .orElseThrow();
        RawFile file = new RawFile("s.csv", study.csv("SIMULATED DATA").getBytes(StandardCharsets.UTF_8));
        AnalysisDocument document =
                Analysis.run(new GrowthAssay(), List.of(InputFile.of(file)), Settings.of(Map.of()), 1);
        Estimate bliss = document.results().stream()
                .filter(result -> result.subject().equals(Map.of("combination", "a + b")))
                .findFirst()
                .flatMap(result -> result.estimate("blissInteraction"))
                .orElseThrow();
        assertThat(bliss.value()).isEqualTo(fast.bliss().orElseThrow().value());
    }

    @Test
    void listsThatDoNotFitAreFaults() {
        assertThatThrownBy(() -> batch(1, Map.of("rates", "0.1, 0.2")))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("2 rates for 4 arms");
    }
}

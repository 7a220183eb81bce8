package org.kindlin.lab.cytometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.cytometry.CytometryAssay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.Faults;
import org.kindlin.lab.LabBatch;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.Truth;

class VirtualCytometryTest {
    private static final Map<String, String> SMALL = Map.of("events", "3000", "doses", "0, 30, 100, 300, 3000");

    @Test
    void populationsShiftAndHalfEffectComeBack() {
        LabBatch batch = perform(5);
        AnalysisDocument document = analyze(batch);

        assertThat(document.simulated()).isTrue();
        for (Truth truth : batch.truth()) {
            SubjectResult found = document.results().stream()
                    .filter(result -> result.subject()
                                    .entrySet()
                                    .containsAll(truth.subject().entrySet())
                            && result.estimate(truth.values().getFirst().name()).isPresent())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nothing of " + truth.subject()));
            check(
                    found.estimate(truth.values().getFirst().name()).orElseThrow(),
                    truth.values().getFirst());
        }
    }

    /** Counts within 3 %: gates cut off tails. Shift within 0.05; ratios of medians within 6 %; half-effect within 20 %. */
    private static void check(Estimate estimate, Truth.TrueValue truth) {
        double value = estimate.value() == null ? Double.NaN : estimate.value();
        double tolerance = switch (truth.name()) {
            case "count" -> 0.03 * truth.value();
            case "polarisationShift" -> 0.05;
            case "medianRatio" -> 0.06 * truth.value();
            default -> 0.2 * truth.value();
        };
        assertThat(value).as(truth.name()).isCloseTo(truth.value(), within(tolerance));
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        List<LabFile> first = perform(9).files();
        List<LabFile> second = perform(9).files();

        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i).bytes()).isEqualTo(first.get(i).bytes());
        }
    }

    @Test
    void gatesDrawnByModelsHoldTheCellsOfThoseDrawnByHand() {
        LabBatch batch = perform(5);
        RawFile file = new RawFile("one.fcs", batch.files().getFirst().bytes());
        RawFile gates = new RawFile("gates.xml", batch.files().getLast().bytes());
        AnalysisDocument hand = Analysis.run(
                new CytometryAssay(),
                List.of(InputFile.of(file).with(Map.of("gating", gates))),
                Settings.of(Map.of("gating", "gates.xml", "medians", "no")),
                1);
        AnalysisDocument drawn = Analysis.run(
                new CytometryAssay(),
                List.of(InputFile.of(file)),
                Settings.of(Map.of("automatic", "yes", "medians", "no")),
                1);

        for (String gate : List.of("cells", "singlets", "live")) {
            assertThat(count(drawn, gate)).isCloseTo(count(hand, gate), within(0.02 * count(hand, gate)));
        }
        assertThat(drawn.attachments())
                .singleElement()
                .matches(made -> made.name().equals("gates-1.xml"));
    }

    private static double count(AnalysisDocument document, String gate) {
        Double count = document.results().stream()
                .filter(result -> result.subject().equals(Map.of("gate", gate)))
                .findFirst()
                .flatMap(result -> result.estimate("count"))
                .map(Estimate::value)
                .orElseThrow();
        return count;
    }

    private static LabBatch perform(long seed) {
        VirtualCytometry lab = new VirtualCytometry();
        Faults faults = new Faults();
        LabBatch batch = lab.perform(Settings.of(SMALL).resolve(lab.keys(), faults), seed, faults);
        faults.throwIfAny();
        return batch;
    }

    private static AnalysisDocument analyze(LabBatch batch) {
        RawFile gates = new RawFile("gates.xml", batch.files().getLast().bytes());
        List<InputFile> inputs = new ArrayList<>();
        List<String> doses = new ArrayList<>();
        List<String> donors = new ArrayList<>();
        for (LabFile file : batch.files()) {
            if (file.name().endsWith(".fcs")) {
                inputs.add(InputFile.of(new RawFile(file.name(), file.bytes())).with(Map.of("gating", gates)));
                doses.add(file.name() + "=" + file.name().replaceAll("^donor\\d+-|nM\\.fcs$", ""));
                donors.add(file.name() + "=" + file.name().replaceAll("-.*$", ""));
            }
        }
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("gating", "gates.xml");
        settings.put("medians", "no");
        settings.put("doses", String.join(", ", doses));
        settings.put("donors", String.join(", ", donors));
        return Analysis.run(new CytometryAssay(), inputs, Settings.of(settings), 1);
    }
}

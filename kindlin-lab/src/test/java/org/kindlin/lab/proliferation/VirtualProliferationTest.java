package org.kindlin.lab.proliferation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.proliferation.ProliferationAssay;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.InputFaultException;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.VirtualLab;
import org.kindlin.numerics.random.RandomStream;

/** What the lab writes comes back through the analysis, with the truth in its intervals. */
class VirtualProliferationTest {

    private static AnalysisDocument analyze(List<LabFile> files) {
        return analyze(
                files,
                Map.of(),
                Map.of(
                        "compound", "defactinib",
                        "viabilityChannel", "LiveDead",
                        "viabilityThreshold", "2000",
                        "mostGenerations", "7"));
    }

    private static AnalysisDocument analyze(
            List<LabFile> files, Map<String, RawFile> companions, Map<String, String> settings) {
        RawFile sheet = files.stream()
                .filter(file -> file.name().equals("samples.csv"))
                .map(file -> new RawFile(file.name(), file.bytes()))
                .findFirst()
                .orElseThrow();
        List<InputFile> inputs = files.stream()
                .filter(file -> file.name().endsWith(".fcs"))
                .map(file -> new InputFile(new RawFile(file.name(), file.bytes()), Optional.of(sheet), Map.of())
                        .with(companions))
                .toList();
        return Analysis.run(new ProliferationAssay(), inputs, Settings.of(settings), 1);
    }

    @Test
    void truthComesBack() {
        List<LabFile> files = VirtualLab.perform(
                new VirtualProliferation(),
                Settings.of(Map.of("doses", "4", "fold", "10", "replicates", "2", "events", "3000")),
                11);
        AnalysisDocument document = analyze(files);
        assertThat(document.inputs()).allMatch(input -> input.simulated());
        String truth = text(files, "truth.json");
        SubjectResult curve = document.results().getFirst();
        assertThat(curve.subject()).containsEntry("response", "divisionIndex");
        assertThat(truth).contains("\"ic50\"");
        int held = 0;
        List<SubjectResult> cultures = document.results().stream()
                .filter(result -> result.estimate("divisionIndex").isPresent())
                .toList();
        assertThat(cultures).hasSize(10);
        for (SubjectResult culture : cultures) {
            Estimate index = culture.estimate("divisionIndex").orElseThrow();
            double expected =
                    trueIndex(truth, Objects.requireNonNull(culture.subject().get("sample")));
            assertThat(Objects.requireNonNull(index.value())).isBetween(0.88 * expected, 1.12 * expected);
            held += Objects.requireNonNull(index.low()) <= expected && expected <= Objects.requireNonNull(index.high())
                    ? 1
                    : 0;
        }
        assertThat(held).isGreaterThanOrEqualTo(8);
    }

    private static String text(List<LabFile> files, String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private static double trueIndex(String truth, String sample) {
        int at = truth.indexOf("\"" + sample + "\"");
        int value = truth.indexOf("\"value\"", truth.indexOf("divisionIndex", at));
        String rest = truth.substring(truth.indexOf(':', value) + 1);
        return Double.parseDouble(rest.substring(0, rest.indexOf(',')).strip());
    }

    /** The same cultures by the stain's threshold and by gates that hold the same events. */
    @Test
    void gatesGiveWhatTheThresholdGives() {
        List<LabFile> files = VirtualLab.perform(
                new VirtualProliferation(),
                Settings.of(Map.of("doses", "2", "fold", "30", "replicates", "1", "events", "3000")),
                3);
        RawFile gates = files.stream()
                .filter(file -> file.name().equals("gates.xml"))
                .map(file -> new RawFile(file.name(), file.bytes()))
                .findFirst()
                .orElseThrow();
        AnalysisDocument threshold = analyze(files);
        AnalysisDocument gated = analyze(
                files,
                Map.of("gating", gates),
                Map.of(
                        "compound", "defactinib",
                        "gating", "gates.xml",
                        "gate", "live",
                        "viabilityOf", "cells",
                        "mostGenerations", "7"));

        List<SubjectResult> cultures = gated.results().stream()
                .filter(result -> result.estimate("divisionIndex").isPresent())
                .toList();
        assertThat(cultures).hasSize(3);
        for (SubjectResult culture : cultures) {
            SubjectResult other = threshold.results().stream()
                    .filter(result -> result.subject().equals(culture.subject()))
                    .findFirst()
                    .orElseThrow();
            assertThat(culture.estimate("divisionIndex")).isEqualTo(other.estimate("divisionIndex"));
            assertThat(culture.estimate("viability"))
                    .isEqualTo(other.estimate("viability"))
                    .isPresent();
        }
    }

    @Test
    void offspringOfBinomialPrecursors() {
        DividingCells cells = new DividingCells(5, 0.3);
        RandomStream random = RandomStream.ofSeed(1);
        double precursors = 0;
        double weighted = 0;
        for (int i = 0; i < 200_000; i++) {
            int divisions = cells.divisions(random);
            precursors += 1.0 / (1 << divisions);
            weighted += (double) divisions / (1 << divisions);
        }
        assertThat(weighted / precursors).isBetween(0.99 * cells.divisionIndex(), 1.01 * cells.divisionIndex());
        assertThat(200_000 / precursors).isBetween(0.99 * cells.expansion(), 1.01 * cells.expansion());
    }

    @Test
    void impossibleIndexIsAFault() {
        assertThatThrownBy(() -> VirtualLab.perform(
                        new VirtualProliferation(), Settings.of(Map.of("divisionIndex", "3", "mostDivisions", "2")), 1))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("mostDivisions");
    }
}

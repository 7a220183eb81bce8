package org.kindlin.lab.tracks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
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
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.tracks.TracksAssay;
import org.kindlin.fault.InputFaultException;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.VirtualLab;

/** What the lab writes comes back through the analysis, with the truth in its intervals. */
class VirtualTracksTest {

    @Test
    void truthComesBack() {
        List<LabFile> files = VirtualLab.perform(
                new VirtualTracks(),
                Settings.of(Map.of("conditions", "vehicle=0.6|25, drug=0.35|15", "cells", "25")),
                5);
        LabFile table = files.getFirst();
        AnalysisDocument document = Analysis.run(
                new TracksAssay(),
                List.of(InputFile.of(new RawFile(table.name(), table.bytes()))),
                Settings.of(Map.of("by", "condition", "replicate", "dish", "level", "0.99")),
                1);
        assertThat(document.inputs()).allMatch(input -> input.simulated());
        holds(document.results().get(0), "speed", 0.6);
        holds(document.results().get(0), "persistenceTime", 25);
        holds(document.results().get(0), "diffusion", 0.6 * 0.6 * 25 / 2);
        holds(document.results().get(1), "speed", 0.35);
        holds(document.results().get(1), "persistenceTime", 15);
    }

    private static void holds(SubjectResult result, String name, double truth) {
        Estimate estimate = result.estimate(name).orElseThrow();
        assertThat(truth)
                .as("%s %s", result.subject(), name)
                .isBetween(Objects.requireNonNull(estimate.low()), Objects.requireNonNull(estimate.high()));
    }

    /** Cells that do not meet are found in nearly every frame; two that overlap are one spot. */
    @Test
    void theFilmsCellsAreFoundAndTheirSpeedComesBack() {
        List<LabFile> files = VirtualLab.perform(
                new VirtualTracks(),
                Settings.of(Map.of("conditions", "vehicle=0.6|25", "film", "true", "frames", "40")),
                3);
        LabFile film = files.get(1);
        assertThat(film.name()).isEqualTo("film-vehicle.tif");
        long seen =
                new String(files.get(2).bytes(), StandardCharsets.UTF_8).lines().count() - 2;
        AnalysisDocument document = Analysis.run(
                new TracksAssay(),
                List.of(InputFile.of(new RawFile(film.name(), film.bytes()))),
                Settings.of(Map.of("spotDiameter", "10")),
                1);
        double found = document.results().stream()
                .filter(result -> result.subject().containsKey("track"))
                .mapToDouble(result -> Objects.requireNonNull(
                        result.estimate("points").orElseThrow().value()))
                .sum();
        assertThat(found / seen).isBetween(0.95, 1.02);
        assertThat(document.simulated()).isTrue();
        holds(document.results().getFirst(), "speed", 0.6);
    }

    @Test
    void conditionsThatDoNotFitAreAFault() {
        assertThatThrownBy(() ->
                        VirtualLab.perform(new VirtualTracks(), Settings.of(Map.of("conditions", "vehicle=fast")), 1))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("NAME=SPEED|PERSISTENCE");
    }
}

package org.kindlin.assays.cytometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.result.Warning;

class PolarisationGapsTest {
    private static final PolarisationProtocol HOW = new PolarisationProtocol(
            List.of("CD80", "CD86"),
            List.of("CD163", "CD206"),
            FileMap.NONE,
            "",
            150,
            FileMap.NONE,
            0.995,
            FileMap.NONE,
            "nM",
            FileMap.NONE,
            new PolarisationProtocol.Conditions("", "", ""));

    private static PolarisedSample sample(String donor, double dose, double cd80, String... without) {
        List<MarkerMedian> medians = List.of("CD80", "CD86", "CD163", "CD206").stream()
                .filter(marker -> !List.of(without).contains(marker))
                .map(marker -> new MarkerMedian(marker, marker.equals("CD80") ? cd80 : 500, 1, 0.1))
                .toList();
        return new PolarisedSample(
                donor + dose,
                OptionalDouble.of(dose),
                donor,
                medians,
                Map.of(),
                medians.isEmpty() ? Optional.empty() : Optional.of(new PolarisedSample.Score(1, 0.1)),
                List.of());
    }

    private static List<String> told(PolarisedSample... samples) {
        return PolarisationGaps.of(List.of(samples), HOW).stream()
                .map(Warning::toString)
                .toList();
    }

    @Test
    void aCompleteExperimentHasNoGaps() {
        assertThat(told(sample("a", 0, 300), sample("a", 10, 400))).isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        List<String> told = told(
                sample("a", 0, 300),
                sample("a", 10, -20),
                sample("b", 10, 300, "CD86"),
                sample("a", 30, 300, "CD80", "CD86", "CD163", "CD206"));

        assertThat(PolarisationGaps.ofControls(
                        List.of("a", "b"), List.of(sample("a", 0, 300), sample("b", 0, 300), sample("c", 0, 300))))
                .singleElement()
                .asString()
                .contains("control-of-another-donor", ": c");
        assertThat(PolarisationGaps.ofControls(List.of("", ""), List.of(sample("a", 0, 300))))
                .isEmpty();
        assertThat(told).hasSize(4);
        assertThat(told.get(0)).contains("not-scored", "a30.0");
        assertThat(told.get(1)).contains("donor-without-vehicle", ": b");
        assertThat(told.get(2)).contains("median-not-positive", "CD80", "a10.0");
        assertThat(told.get(3)).contains("marker-missing", "CD86", "b10.0");
    }
}

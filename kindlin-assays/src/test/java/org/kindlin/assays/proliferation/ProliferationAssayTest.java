package org.kindlin.assays.proliferation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.InputFaultException;
import org.kindlin.numerics.random.RandomStream;

class ProliferationAssayTest {
    private static final int[][] BY_DOSE = {
        {600, 500, 700, 600}, {700, 550, 600, 500}, {1200, 500, 300, 100}, {1900, 150, 40, 0}, {1950, 60, 0, 0}
    };
    private static final double[] DOSES = {0, 10, 100, 1000, 10_000};

    /** One file a culture with a sheet: four replicates of five doses, and both controls. */
    private static List<InputFile> series(double[] viability) {
        RandomStream random = RandomStream.ofSeed(3);
        StringBuilder sheet = new StringBuilder("file,role,dose_uM,replicate,viability\n");
        List<RawFile> files = new ArrayList<>();
        for (int d = 0; d < DOSES.length; d++) {
            for (int r = 1; r <= 2; r++) {
                String name = "culture-" + d + "-" + r + ".csv";
                files.add(file(name, Cultures.simulate(BY_DOSE[d], 30_000, 0.15, 150, 0.3, random)));
                sheet.append(name + ",sample," + DOSES[d] / 1000 + "," + r + "," + viability[d] + "\n");
            }
        }
        files.add(file("undivided.csv", Cultures.simulate(new int[] {2000}, 31_000, 0.15, 150, 0.3, random)));
        files.add(file("unstained.csv", Cultures.simulate(new int[] {2000}, 1e-3, 0.15, 150, 0.3, random)));
        sheet.append("undivided.csv,undivided,,,\nunstained.csv,unstained,,,\n");
        RawFile layout = Cultures.text("samples.csv", sheet.toString());
        return files.stream()
                .map(file -> new InputFile(file, Optional.of(layout), Map.of()))
                .toList();
    }

    private static RawFile file(String name, double[] intensities) {
        StringBuilder text = new StringBuilder("CFSE-A,Time\n");
        for (int i = 0; i < intensities.length; i++) {
            text.append(intensities[i]).append(',').append(i).append('\n');
        }
        return Cultures.text(name, text.toString());
    }

    @Test
    void doseSeriesWithControls() {
        AnalysisDocument document = Cultures.analyze(
                series(new double[] {95, 94, 95, 93, 60}), Map.of("compound", "defactinib", "mostGenerations", "4"));
        SubjectResult curve = document.results().getFirst();
        assertThat(curve.subject()).containsEntry("response", "divisionIndex").containsEntry("compound", "defactinib");
        Estimate ic50 = curve.estimate("ic50").orElseThrow();
        assertThat(ic50.unit()).isEqualTo("nM");
        assertThat(Objects.requireNonNull(ic50.value())).isBetween(30.0, 300.0);
        assertThat(Cultures.value(curve, "highestToleratedDose")).isEqualTo(1000);
        assertThat(curve.warning("toxic-doses")).isPresent();
        assertThat(document.results().get(1).subject()).containsEntry("response", "viability");
        assertThat(document.verdicts().getFirst()).contains("up to 1000 nM", "of vehicle");
        assertThat(document.figures()).extracting("name").contains("division-index", "generations-01");
        SubjectResult vehicle = Cultures.whole(document);
        assertThat(vehicle.subject()).containsEntry("dose", "0 nM").containsEntry("replicate", "1");
        assertThat(vehicle.warnings()).isEmpty();
        assertThat(Cultures.value(vehicle, "autofluorescence")).isCloseTo(150, within(10.0));
        double truth = DivisionIndex.DIVISION_INDEX
                .of(new double[] {600, 500, 700, 600})
                .orElseThrow();
        assertThat(Cultures.value(vehicle, "divisionIndex")).isCloseTo(truth, within(0.05 * truth));
    }

    @Test
    void lossOfDivisionWithoutViabilityIsNotCalledArrest() {
        RandomStream random = RandomStream.ofSeed(4);
        StringBuilder text = new StringBuilder("dose,cfse_linear\n");
        for (int d = 0; d < DOSES.length; d++) {
            for (double x : Cultures.simulate(BY_DOSE[d], 30_000, 0.15, 150, 0.3, random)) {
                text.append(DOSES[d]).append(',').append(x).append('\n');
            }
        }
        AnalysisDocument document =
                Cultures.analyze(Cultures.text("all.csv", text.toString()), Map.of("mostGenerations", "4"));
        assertThat(document.results().getFirst().warning("viability-unknown")).isPresent();
        assertThat(document.verdicts().getFirst()).contains("may be toxicity");
    }

    @Test
    void deadCellsAreNotCounted() {
        RandomStream random = RandomStream.ofSeed(5);
        StringBuilder text = new StringBuilder("CTV,LiveDead\n");
        for (double x : Cultures.simulate(new int[] {1000, 1500, 900}, 20_000, 0.15, 100, 0.3, random)) {
            text.append(x).append(",50\n");
        }
        for (int i = 0; i < 850; i++) {
            text.append(random.nextLogNormal(600, 0.6)).append(",5000\n");
        }
        SubjectResult whole = Cultures.whole(Cultures.analyze(
                Cultures.text("dead.csv", text.toString()),
                Map.of("viabilityChannel", "LiveDead", "viabilityThreshold", "1000", "autofluorescence", "100")));
        assertThat(Cultures.value(whole, "viability")).isCloseTo(80, within(1e-9));
        assertThat(Cultures.value(whole, "generations")).isEqualTo(2);
        double truth =
                DivisionIndex.DIVISION_INDEX.of(new double[] {1000, 1500, 900}).orElseThrow();
        assertThat(Cultures.value(whole, "divisionIndex")).isCloseTo(truth, within(0.04 * truth));
    }

    /** Doublets and debris belong to no generation and must not make one. */
    @Test
    void strayEventsMakeNoGeneration() {
        RandomStream random = RandomStream.ofSeed(6);
        StringBuilder text = new StringBuilder("cfse\n");
        for (double x : Cultures.simulate(new int[] {3000, 3000, 3000}, 20_000, 0.14, 100, 0.3, random)) {
            text.append(x).append('\n');
        }
        for (int i = 0; i < 100; i++) {
            text.append(Math.pow(10, random.nextUniform(1.5, 5))).append('\n');
        }
        SubjectResult whole = Cultures.whole(Cultures.analyze(Cultures.text("stray.csv", text.toString()), Map.of()));
        assertThat(Cultures.value(whole, "generations")).isEqualTo(2);
        double truth = DivisionIndex.DIVISION_INDEX.of(new double[] {1, 1, 1}).orElseThrow();
        assertThat(Cultures.value(whole, "divisionIndex")).isCloseTo(truth, within(0.03 * truth));
    }

    @Test
    void skippedGenerationsAreFound() {
        RandomStream random = RandomStream.ofSeed(7);
        StringBuilder text = new StringBuilder("cfse\n");
        for (double x : Cultures.simulate(new int[] {1000, 0, 0, 8000}, 20_000, 0.14, 100, 0.3, random)) {
            text.append(x).append('\n');
        }
        SubjectResult whole = Cultures.whole(Cultures.analyze(Cultures.text("gap.csv", text.toString()), Map.of()));
        assertThat(Cultures.value(whole, "proliferationIndex")).isCloseTo(3, within(0.03));
        assertThat(Cultures.value(whole, "divisionIndex")).isCloseTo(1.5, within(0.08));
    }

    @Test
    void tooFewEventsGiveNullNotAGuess() {
        SubjectResult whole =
                Cultures.whole(Cultures.analyze(Cultures.text("few.csv", "cfse\n" + "100\n".repeat(50)), Map.of()));
        assertThat(whole.estimate("divisionIndex").orElseThrow().value()).isNull();
        assertThat(whole.warning("too-few-events")).isPresent();
    }

    @Test
    void sameSeedSameBytes() {
        RawFile file = file("a.csv", Cultures.simulate(BY_DOSE[0], 3e4, 0.15, 150, 0.3, RandomStream.ofSeed(8)));
        Map<String, String> settings = Map.of("intervals", "bootstrap", "bootstrapSamples", "100");
        assertThat(Cultures.analyze(file, settings).results())
                .isEqualTo(Cultures.analyze(file, settings).results());
    }

    @Test
    void faultsNameFileAndRemedy() {
        assertThatThrownBy(() -> Cultures.analyze(Cultures.text("x.csv", "a,b\n1,2\n"), Map.of()))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("x.csv")
                .hasMessageContaining("there are: a, b");
        assertThatThrownBy(() -> Cultures.analyze(Cultures.text("x.csv", "cfse\n1\n"), Map.of("channel", "ctv")))
                .hasMessageContaining("there is no 'ctv'");
        assertThatThrownBy(() -> Cultures.analyze(Cultures.text("x.csv", "cfse,role\n1,mouse\n"), Map.of()))
                .hasMessageContaining("'mouse' is no role");
        assertThatThrownBy(() -> Cultures.analyze(Cultures.text("x.csv", "cfse,dose\n1,3 mL\n"), Map.of()))
                .hasMessageContaining("no dose in nM");
        assertThatThrownBy(() -> Cultures.analyze(Cultures.text("x.csv", "cfse\n0\n-4\n"), Map.of()))
                .hasMessageContaining("above zero");
        assertThatThrownBy(() -> Cultures.analyze(Cultures.text("x.csv", "cfse_log10\n400\n"), Map.of()))
                .hasMessageContaining("logarithm");
        assertThatThrownBy(() -> Cultures.analyze(Cultures.text("x.csv", "cfse,role\n5,undivided\n"), Map.of()))
                .hasMessageContaining("every sample is a control");
        assertThatThrownBy(
                        () -> Cultures.analyze(Cultures.text("x.csv", "cfse\n5\n"), Map.of("viabilityChannel", "dead")))
                .hasMessageContaining("viabilityThreshold");
        assertThatThrownBy(() -> Cultures.analyze(
                        List.of(new InputFile(
                                Cultures.text("x.csv", "cfse\n5\n"),
                                Optional.of(Cultures.text("sheet.csv", "file,dose\ny.csv,3\n")),
                                Map.of())),
                        Map.of()))
                .hasMessageContaining("no row for x.csv");
        assertThatThrownBy(() ->
                        Cultures.analyze(new RawFile("x.csv.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0}), Map.of()))
                .hasMessageContaining("damaged");
    }
}

package org.kindlin.assays.elisa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
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
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.InputFaultException;

/** From files to document, on plates made of known numbers. */
class ElisaAssayTest {
    private static final String ROWS = "ABCDEFGH";
    private static final double[] NOISE = {0.02, -0.02, 0.01, -0.01, 0.03, -0.03, 0.015, -0.015};

    private final StringBuilder map = new StringBuilder("well,role,compound,form,concentration,unit\n");
    private final Map<String, Double> antibody = new LinkedHashMap<>();
    private final Map<String, Double> dapi = new LinkedHashMap<>();

    /** A column of eight wells: antigen per cell and cells, each with a little scatter that cancels. */
    private void column(int number, String contents, double antigen, double cells) {
        for (int i = 0; i < 8; i++) {
            String well = ROWS.charAt(i) + Integer.toString(number);
            map.append(well).append(',').append(contents).append('\n');
            antibody.put(well, 0.1 + antigen * cells * (1 + NOISE[i]));
            dapi.put(well, 50 + 1000 * cells);
        }
    }

    /** Unstimulated 0.2, vehicle 0.6; doses halve activation at 100 nM; the highest leaves a third of the cells. */
    private void plate(double cellsAtTop) {
        column(1, "blank,,,,", 0, 0);
        column(2, "unstimulated,,,,", 0.2, 1);
        column(3, "vehicle,,,,", 0.6, 1);
        double[] doses = {1, 10, 30, 100, 300, 1000, 10_000};
        for (int i = 0; i < doses.length; i++) {
            double antigen = 0.2 + 0.4 / (1 + doses[i] / 100);
            column(4 + i, "sample,defactinib,HCl," + doses[i] + ",nM", antigen, i == 6 ? cellsAtTop : 1);
        }
    }

    private static RawFile raw(String name, Map<String, Double> wells) {
        StringBuilder text = new StringBuilder("well,value\n");
        wells.forEach(
                (well, value) -> text.append(well).append(',').append(value).append('\n'));
        return text(name, text.toString());
    }

    private static RawFile text(String name, String content) {
        return new RawFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private AnalysisDocument run(Map<String, String> stated) {
        Optional<RawFile> layout = Optional.of(text("map.csv", map.toString()));
        return Analysis.run(
                new ElisaAssay(),
                List.of(
                        new InputFile(raw("sma.csv", antibody), layout, Map.of()),
                        new InputFile(raw("dapi.csv", dapi), layout, Map.of())),
                Settings.of(stated),
                1);
    }

    private static SubjectResult subject(AnalysisDocument document, String key, String value) {
        return document.results().stream()
                .filter(result -> value.equals(result.subject().get(key)))
                .findFirst()
                .orElseThrow();
    }

    private static double value(SubjectResult subject, String name) {
        return Objects.requireNonNull(subject.estimate(name).orElseThrow().value());
    }

    @Test
    void foldInhibitionAndCells() {
        plate(1);
        AnalysisDocument document = run(Map.of("normalizationFile", "dapi"));
        SubjectResult compound = subject(document, "compound", "defactinib");
        assertThat(value(compound, "ic50")).isCloseTo(100, within(1.0));
        assertThat(compound.warnings()).noneMatch(warning -> warning.code().startsWith("tox"));
        assertThat(value(subject(document, "plate", "sma"), "foldActivation")).isCloseTo(3, within(1e-6));
        Estimate half = subject(document, "dose", "100 nM")
                .estimate("percentInhibition")
                .orElseThrow();
        assertThat(half.value()).isCloseTo(50, within(1e-6));
        assertThat(half.low()).isLessThan(50);
        assertThat(half.high()).isGreaterThan(50);
        assertThat(document.figures()).extracting(figure -> figure.name()).contains("curves-defactinib-hcl");
    }

    @Test
    void lossOfCellsIsToldApartFromTheEffect() {
        plate(1.0 / 3);
        AnalysisDocument document = run(Map.of("normalizationFile", "dapi"));
        SubjectResult compound = subject(document, "compound", "defactinib");
        assertThat(value(compound, "toxicDose")).isEqualTo(10_000);
        assertThat(compound.warning("toxic-doses")).isPresent();
        assertThat(value(compound, "ic50")).isCloseTo(100, within(1.0));
    }

    @Test
    void fibroblastsAloneAreComparedWithTheirSeededShare() {
        column(1, "blank,,,,", 0, 0);
        column(2, "unstimulated,,,,", 0.2, 1);
        column(3, "vehicle,,,,", 0.3, 2); // half of the cells carry 0.6
        Map<String, String> stated = new LinkedHashMap<>(Map.of("normalizationFile", "dapi"));
        SubjectResult plain = subject(run(stated), "plate", "sma");
        assertThat(value(plain, "foldActivation")).isCloseTo(1.5, within(1e-6));
        assertThat(plain.warning("cells-differ-between-groups")).isPresent();
        stated.putAll(Map.of(
                "unstimulatedCells", "fibroblasts-alone", "fibroblastsPerWell", "4000", "otherCellsPerWell", "4000"));
        assertThat(value(subject(run(stated), "plate", "sma"), "foldActivation"))
                .isCloseTo(3, within(1e-6));
    }

    @Test
    void confoundersOfTheProtocolAreNamed() {
        plate(1);
        SubjectResult sma = subject(
                run(Map.of("normalizationFile", "dapi", "stopSolution", "2 N H2SO4", "treatmentTime", "7 d")),
                "plate",
                "sma");
        assertThat(sma.warnings())
                .extracting(warning -> warning.code())
                .contains("dapi-after-acid", "no-peroxidase-quench", "compound-given-once");
    }

    @Test
    void normalisationWithoutItsReadingIsRefused() {
        plate(1);
        assertThatThrownBy(() -> run(Map.of("normalization", "dapi")))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("none is named");
        assertThatThrownBy(() -> run(Map.of("normalizationRead", "value")))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("divided by itself");
    }

    /** Vehicle wells without cells cannot be put per cell; then nothing on the plate is a percentage of them. */
    @Test
    void aPlateWhoseVehicleWellsAreAllUnusable() {
        plate(1);
        dapi.replaceAll((well, value) -> well.endsWith("3") ? 0 : value);
        AnalysisDocument document = run(Map.of("normalizationFile", "dapi"));
        assertThat(document.results().stream()
                        .flatMap(result -> result.estimates().stream())
                        .filter(estimate -> estimate.name().equals("percentInhibition"))
                        .map(Estimate::value))
                .allMatch(Objects::isNull);
        assertThat(document.figures()).isNotEmpty();
    }
}

package org.kindlin.assays.viability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

class ViabilityAnalysisTest {
    private static final Map<String, String> LINE = Map.of("cellLine", "A549", "time", "72 h");
    private static final Map<String, String> DAY_ZERO = Map.of("cellLine", "A549", "time", "0 h");

    private static AnalysisDocument analyze(Experiments.Growing cells, Map<String, String> settings) {
        return Experiments.analyze(
                List.of(cells.dayZero("day0.csv", DAY_ZERO), cells.treated("plate.csv", LINE)), settings);
    }

    private static Estimate estimate(SubjectResult result, String name) {
        return result.estimate(name).orElseThrow();
    }

    private static List<String> codes(SubjectResult result) {
        return result.warnings().stream().map(Warning::code).toList();
    }

    @Test
    void withoutNoiseTheTruthComesBack() {
        SubjectResult result =
                Experiments.only(analyze(new Experiments.Growing(3, 5000, -0.3, 1.5, 0, 1), Map.of()), "compound");
        assertThat(estimate(result, "gec50").value()).isCloseTo(5000, within(1.0));
        assertThat(estimate(result, "grInf").value()).isCloseTo(-0.3, within(1e-4));
        assertThat(estimate(result, "hGR").value()).isCloseTo(1.5, within(1e-3));
        assertThat(estimate(result, "gr50").value()).isCloseTo(5000 * Math.pow(1.3 / 0.8 - 1, 1 / 1.5), within(1.0));
        SubjectResult line =
                Experiments.only(analyze(new Experiments.Growing(3, 5000, -0.3, 1.5, 0, 1), Map.of()), "cellLine");
        assertThat(line.subject()).containsEntry("cellLine", "A549");
    }

    @ParameterizedTest
    @CsvSource({"-0.5,KILLS,kills", "0.4,SLOWS,delays growth and is not shown to kill", "0,ARRESTS,stops growth"})
    void killingIsToldFromGrowthDelayByTheDayZeroPlate(double grInf, GrowthEffect effect, String words) {
        AnalysisDocument document = analyze(new Experiments.Growing(3, 2000, grInf, 2, 0.05, 4), Map.of());
        Estimate gr = estimate(Experiments.only(document, "compound"), "grMax");
        assertThat(GrowthEffect.of(gr)).isEqualTo(effect);
        assertThat(document.verdicts()).anyMatch(verdict -> verdict.contains(words));
    }

    @Test
    void withoutDayZeroNobodySaysWhetherItKills() {
        Experiments.Growing cells = new Experiments.Growing(3, 2000, -0.5, 2, 0.05, 4);
        AnalysisDocument document = Experiments.analyze(List.of(cells.treated("plate.csv", LINE)), Map.of());
        SubjectResult result = Experiments.only(document, "compound");
        assertThat(result.estimate("gr50")).isEmpty();
        assertThat(codes(result)).contains("no-day-zero");
        assertThat(document.verdicts())
                .anyMatch(verdict -> verdict.contains("cannot be told: there is no day-0 plate"));
    }

    @Test
    void aDoublingTimeStandsForTheDayZeroPlate() {
        Experiments.Growing cells = new Experiments.Growing(3, 5000, -0.3, 1.5, 0, 1);
        SubjectResult result = Experiments.only(
                Experiments.analyze(List.of(cells.treated("plate.csv", LINE)), Map.of("doublingTime", "24 h")),
                "compound");
        assertThat(estimate(result, "gec50").value()).isCloseTo(5000, within(1.0));
        assertThat(codes(result)).doesNotContain("no-day-zero", "no-growth");
    }

    @Test
    void theKeyNamesTheDayZeroFileToo() {
        Experiments.Growing cells = new Experiments.Growing(3, 5000, -0.3, 1.5, 0.03, 1);
        Map<String, String> line = Map.of("cellLine", "a-549");
        List<InputFile> files =
                List.of(cells.dayZero("untreated.csv", Map.of("cellLine", "A549")), cells.treated("plate.csv", line));
        SubjectResult result = Experiments.only(Experiments.analyze(files, Map.of("dayZero", "untreated")), "compound");
        assertThat(result.estimate("gr50")).isPresent();
        assertThat(Experiments.faultsOf(files, Map.of("dayZero", "nowhere.csv")))
                .singleElement()
                .asString()
                .contains("no file of the experiment is called 'nowhere.csv'");
    }

    @Test
    void cellsThatDidNotGrowHaveNoGrowthRateInhibition() {
        Experiments.Growing start = new Experiments.Growing(0.01, 5000, 0, 1.5, 0, 1);
        InputFile dayZero = new Experiments.Growing(-0.5, 1, 0, 1, 0, 1).dayZero("day0.csv", DAY_ZERO);
        SubjectResult result = Experiments.only(
                Experiments.analyze(List.of(dayZero, start.treated("plate.csv", LINE)), Map.of()), "compound");
        assertThat(codes(result)).contains("no-growth");
        assertThat(result.estimate("gr50")).isEmpty();
    }

    @Test
    void timePointsAreCurvesOfTheirOwn() {
        Experiments.Growing early = new Experiments.Growing(2, 5000, 0.1, 1.5, 0.04, 1);
        Experiments.Growing late = new Experiments.Growing(3, 5000, 0.1, 1.5, 0.04, 2);
        AnalysisDocument document = Experiments.analyze(
                List.of(
                        early.treated("p48.csv", Map.of("cellLine", "A549", "time", "48 h")),
                        late.treated("p72.csv", Map.of("cellLine", "A549", "time", "72 h"))),
                Map.of("doublingTime", "24 h"));
        assertThat(document.results().stream()
                        .filter(result -> result.subject().containsKey("compound")
                                && !result.subject().containsKey("comparison"))
                        .map(result -> result.subject().get("time")))
                .containsExactly("48 h", "72 h");
    }

    @Test
    void theReferenceWavelengthIsSubtractedWellByWell() {
        String map = """
                well,role,compound,form,concentration_nM
                A1,blank,,,
                A2,blank,,,
                A3,vehicle,,,
                A4,vehicle,,,
                B1,sample,x,base,10
                B2,sample,x,base,100
                B3,sample,x,base,1000
                B4,sample,x,base,10000
                B5,sample,x,base,3
                """;
        String plate = """
                A1,0.10,0.05
                A2,0.30,0.25
                A3,1.10,0.05
                A4,1.30,0.25
                B1,1.00,0.05
                B2,0.60,0.05
                B3,0.20,0.05
                B4,0.15,0.05
                B5,1.05,0.05
                """;
        StringBuilder twoReads = new StringBuilder("well,read,absorbance\n");
        plate.lines().forEach(row -> {
            String[] cells = row.split(",", -1);
            twoReads.append(cells[0]).append(",Abs (570),").append(cells[1]).append('\n');
            twoReads.append(cells[0]).append(",Abs (630),").append(cells[2]).append('\n');
        });
        AnalysisDocument document = Experiments.analyze(
                List.of(Experiments.file("two.csv", twoReads.toString(), Optional.of(map), Map.of())),
                Map.of("read", "570", "referenceRead", "630", "reagent", "mtt"));
        assertThat(document.methods()).contains("less the reference 'Abs (630)' well by well");
        assertThat(Experiments.only(document, "plate").warnings().stream().map(Warning::code))
                .doesNotContain("read-wavelength");
        assertThat(document.results().getFirst().estimate("top").orElseThrow().value())
                .isCloseTo(100, within(15.0));
    }

    @Test
    void whatTheBenchShouldKnowIsWarnedOf() {
        AnalysisDocument document = analyze(
                new Experiments.Growing(3, 5000, 0.2, 1.5, 0.04, 9),
                Map.of("dmsoPercent", "1", "seedingDensity", "50000", "exposure", "24 h", "reagent", "wst-8"));
        SubjectResult result = Experiments.only(document, "compound");
        assertThat(codes(result))
                .contains("two-dimensional-growth", "dmso-high", "seeding-density")
                .doesNotContain("exposure-time"); // the tag says 72 h
        assertThat(result.warning("two-dimensional-growth").orElseThrow().message())
                .contains("12 mesothelioma lines")
                .contains("assumption");
        assertThat(codes(Experiments.only(
                        analyze(new Experiments.Growing(3, 5000, 0.2, 1.5, 0.04, 9), Map.of("culture", "3d")),
                        "compound")))
                .doesNotContain("two-dimensional-growth");
    }

    @Test
    void aCompoundWithoutEffectIsCensored() {
        SubjectResult result = Experiments.only(
                analyze(new Experiments.Growing(3, 5000, 0.9999, 1.5, 0.05, 11), Map.of()), "compound");
        assertThat(estimate(result, "ic50").relation()).isEqualTo(Relation.ABOVE);
        assertThat(estimate(result, "gr50").relation()).isEqualTo(Relation.ABOVE);
        assertThat(estimate(result, "gr50").value()).isEqualTo(100_000);
    }

    @Test
    void missingControlsAreFaultsWithARemedy() {
        Experiments.Growing cells = new Experiments.Growing(3, 5000, 0.2, 1.5, 0.04, 9);
        InputFile whole = cells.treated("plate.csv", LINE);
        String map = new String(whole.layout().orElseThrow().bytes(), StandardCharsets.UTF_8).replace("blank", "empty");
        String plate = new String(whole.data().bytes(), StandardCharsets.UTF_8);
        InputFile without = Experiments.file("plate.csv", plate, Optional.of(map), LINE);
        assertThat(Experiments.faultsOf(List.of(without), Map.of()))
                .singleElement()
                .asString()
                .contains("no usable blank well")
                .contains("normalization=vehicle");
        assertThat(Experiments.faultsOf(List.of(without), Map.of("normalization", "vehicle")))
                .isEmpty();
        assertThat(Experiments.faultsOf(List.of(Experiments.file("p.csv", plate, Optional.empty(), LINE)), Map.of()))
                .singleElement()
                .asString()
                .contains("has no plate map");
    }

    @Test
    void theSameDataGiveTheSameDocument() {
        Experiments.Growing cells = new Experiments.Growing(3, 5000, -0.3, 1.5, 0.05, 1);
        assertThat(analyze(cells, Map.of()).results())
                .isEqualTo(analyze(cells, Map.of()).results());
    }
}

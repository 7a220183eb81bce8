package org.kindlin.assays.kinase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

class KinaseAnalysisTest {
    private static final Map<String, String> CAREFUL =
            Map.of("atp", "10", "preincubation", "30", "detergent", "0.01 % Triton X-100", "enzymeConcentration", "1");

    private static KinaseResult analyze(Map<String, String> stated, AssayBlock... blocks) {
        KinaseProtocol protocol = KinaseProtocolTest.protocol(stated);
        return KinaseAnalysis.analyze(VirtualPlate.data(protocol, blocks), protocol, 1);
    }

    private static Estimate estimate(KinaseResult result, int potency, String name) {
        return result.potencies().get(potency).result().estimate(name).orElseThrow();
    }

    private static double value(KinaseResult result, String name) {
        return Objects.requireNonNull(estimate(result, 0, name).value(), name);
    }

    private static boolean covers(Estimate estimate, double truth) {
        Double low = estimate.low();
        Double high = estimate.high();
        return (low == null || low <= truth) && (high == null || high >= truth);
    }

    /** FAK at the fact base's values: Ki 0.6 nM, ATP 10 uM, Km 1.2 uM, so Ki_app 5.6 nM and IC50 6.1 nM at 1 nM enzyme. */
    @Test
    void theTruthLiesInTheIntervalsAsOftenAsTheySay() {
        int ic50 = 0;
        int kiApp = 0;
        int ki = 0;
        int trials = 40;
        for (int seed = 0; seed < trials; seed++) {
            KinaseResult result =
                    analyze(CAREFUL, VirtualPlate.of("FAK", 5.6, 1).block("p", 1000 + seed));
            ic50 += covers(estimate(result, 0, "ic50"), 6.1) ? 1 : 0;
            kiApp += covers(estimate(result, 0, "ki-app"), 5.6) ? 1 : 0;
            ki += covers(estimate(result, 0, "ki"), 5.6 / (1 + 10 / 1.2)) ? 1 : 0;
        }
        // 40 trials of 95 %: 33 or more with probability above 0.999. The 4PL is not quite the true curve here.
        assertThat(kiApp).isBetween(33, 40);
        assertThat(ki).isEqualTo(kiApp);
        assertThat(ic50).isBetween(33, 40);
    }

    @Test
    void anEqualPotencyIsDual() {
        KinaseResult result = analyze(
                CAREFUL,
                VirtualPlate.of("FAK", 5.6, 1).block("fak", 1),
                VirtualPlate.of("Pyk2", 5.6, 1).block("pyk2", 2));
        Selectivity selectivity = result.selectivities().getFirst();
        assertThat(selectivity.verdict()).isEqualTo(SelectivityVerdict.DUAL);
        assertThat(covers(selectivity.ratio(), 1)).isTrue();
        assertThat(result.verdicts().getFirst()).startsWith("defactinib (free base) is a dual FAK/Pyk2 inhibitor");
        assertThat(selectivity.result().subject())
                .containsEntry("comparison", "Pyk2 / FAK")
                .containsEntry("compound", "defactinib");
    }

    @Test
    void aHundredfoldIsSelectiveAndAnInactiveTargetIsToo() {
        KinaseResult hundred = analyze(
                CAREFUL,
                VirtualPlate.of("Pyk2", 560, 1).block("pyk2", 2),
                VirtualPlate.of("FAK", 5.6, 1).block("fak", 1));
        assertThat(hundred.selectivities().getFirst().words()).isEqualTo("FAK-selective");
        KinaseResult inactive = analyze(
                CAREFUL,
                VirtualPlate.of("FAK", 5.6, 1).block("fak", 1),
                VirtualPlate.of("Pyk2", 1e6, 1).block("pyk2", 2));
        assertThat(inactive.selectivities().getFirst().words()).isEqualTo("FAK-selective");
        assertThat(inactive.selectivities().getFirst().ratio().relation().symbol())
                .isEqualTo(">");
    }

    /** With 4 nM enzyme both IC50 lie near its half, though the affinities differ sixtyfold. */
    @Test
    void underTightBindingTheVerdictGoesByTheApparentKi() {
        KinaseResult result = analyze(
                Map.of("atp", "10", "enzymeConcentration", "4"),
                VirtualPlate.of("FAK", 0.05, 4).block("fak", 1),
                VirtualPlate.of("Pyk2", 3, 4).block("pyk2", 2));
        Selectivity selectivity = result.selectivities().getFirst();
        Estimate ic50 = selectivity.result().estimate("ic50-ratio").orElseThrow();
        assertThat(Objects.requireNonNull(ic50.high())).isLessThan(10);
        assertThat(selectivity.ratio().name()).isEqualTo("ki-app-ratio");
        assertThat(covers(selectivity.ratio(), 60)).isTrue();
        assertThat(selectivity.words()).isEqualTo("FAK-selective");
        assertThat(result.verdicts().getFirst())
                .startsWith("defactinib (free base) is FAK-selective: apparent Ki on Pyk2 over apparent Ki on FAK is ")
                .endsWith("The enzyme concentration limits the IC50, so the apparent Ki are compared.");
    }

    /** A sixth of the way at the highest dose: a steep curve with a low plateau fits, and its mid-point means nothing. */
    @Test
    void aTouchOfInhibitionAtTheTopDoseIsNoPotency() {
        KinaseResult result = analyze(CAREFUL, VirtualPlate.of("FAK", 5000, 1).block("fak", 4));
        SubjectResult potency = result.potencies().getFirst().result();
        Estimate ic50 = potency.estimate("ic50").orElseThrow();
        assertThat(ic50.relation()).isEqualTo(Relation.ABOVE);
        assertThat(Objects.requireNonNull(ic50.value())).isLessThan(5000);
        Estimate half = potency.estimate("ic50-absolute").orElseThrow();
        assertThat(half.relation()).isEqualTo(Relation.ABOVE);
        assertThat(half.value()).isEqualTo(1000);
    }

    @Test
    void nearTheThresholdIsUndetermined() {
        KinaseResult result = analyze(
                CAREFUL,
                VirtualPlate.of("FAK", 5.6, 1).block("fak", 1),
                VirtualPlate.of("Pyk2", 61, 1).block("pyk2", 2));
        assertThat(result.selectivities().getFirst().verdict()).isEqualTo(SelectivityVerdict.UNDETERMINED);
        assertThat(result.selectivities().getFirst().result().warning("selectivity-undetermined"))
                .isPresent();
        assertThat(result.verdicts().getFirst()).endsWith("which may lie on either side of 10.");
    }

    @Test
    void inactiveOnBothTargetsCannotBeJudged() {
        KinaseResult result = analyze(
                CAREFUL,
                VirtualPlate.of("FAK", 1e6, 1).block("fak", 1),
                VirtualPlate.of("Pyk2", 1e6, 1).block("pyk2", 2));
        assertThat(result.verdicts().getFirst())
                .endsWith("cannot be judged: its IC50 is above 1000 nM on FAK and above 1000 nM on Pyk2.");
    }

    @Test
    void pyk2KiIsShownAsConditionalOnAnAssumption() {
        KinaseResult result = analyze(CAREFUL, VirtualPlate.of("Pyk2", 5.6, 1).block("p", 3));
        double ki = value(result, "ki");
        assertThat(estimate(result, 0, "ki-km-low").value()).isCloseTo(ki * 3 / 11, within(1e-9));
        assertThat(estimate(result, 0, "ki-km-high").value()).isCloseTo(ki * 3 / 1.5, within(1e-9));
        assertThat(estimate(result, 0, "ki").method()).contains("assumption");
        assertThat(result.potencies().getFirst().result().warning("km-assumed")).isPresent();
        assertThat(result.verdicts().getFirst()).contains("(assumption)").contains("over the range assumed for Km");
        assertThat(result.methods()).contains("assumption, none is published");
    }

    @Test
    void platesAreNormalizedOneByOneAndCombined() {
        AssayBlock dim = new VirtualPlate("FAK", 5.6, 1, 400, 12, 0.03).block("dim", 4);
        AssayBlock bright = new VirtualPlate("FAK", 5.6, 1, 3000, 12, 0.03).block("bright", 5);
        KinaseResult result = analyze(CAREFUL, dim, bright);
        assertThat(covers(estimate(result, 0, "ki-app"), 5.6)).isTrue();
        assertThat(covers(estimate(result, 0, "plateShift"), 1)).isTrue();
        assertThat(result.potencies().getFirst().plates()).hasSize(2);
        assertThat(result.potencies().getFirst().result().warning("plate-shift"))
                .isEmpty();
        assertThat(result.subjects())
                .anySatisfy(subject -> assertThat(subject.subject())
                        .containsEntry("plate", "bright")
                        .containsEntry("compound", "defactinib"));
    }

    @Test
    void aShiftedPlateIsReported() {
        KinaseResult result = analyze(
                CAREFUL,
                VirtualPlate.of("FAK", 5.6, 1).block("one", 4),
                VirtualPlate.of("FAK", 14, 1).block("two", 5));
        SubjectResult potency = result.potencies().getFirst().result();
        assertThat(potency.warning("plate-shift")).isPresent();
        assertThat(potency.tests()).anyMatch(test -> test.name().equals("plate-shift-F") && test.p() < 1e-6);
        assertThat(covers(estimate(result, 0, "plateShift"), 1)).isFalse();
    }

    @Test
    void standardsGiveTheConversionAndItsWarning() {
        KinaseResult low = analyze(CAREFUL, VirtualPlate.of("FAK", 5.6, 1).withStandards("p", 6));
        SubjectResult plate = low.plateReports().getFirst();
        assertThat(plate.estimate("conversion").orElseThrow().value()).isCloseTo(12, within(0.6));
        assertThat(plate.warning("high-conversion")).isEmpty();
        KinaseResult high = analyze(CAREFUL, new VirtualPlate("FAK", 5.6, 1, 1000, 34, 0.04).withStandards("p", 6));
        assertThat(high.potencies()
                        .getFirst()
                        .result()
                        .warning("high-conversion")
                        .orElseThrow()
                        .message())
                .containsPattern("turned over 3[345]");
        assertThat(high.plateReports().getFirst().quality())
                .anyMatch(check -> check.check().equals("conversion") && check.verdict() == QualityCheck.Verdict.FAIL);
    }

    @Test
    void invertedControlsLoseThePlateWithAReason() {
        KinaseResult result = analyze(
                Map.of("signal", "falls-with-adp"),
                VirtualPlate.of("FAK", 5.6, 1).block("p", 7));
        assertThat(result.potencies()).isEmpty();
        assertThat(result.plateReports().getFirst().warning("controls-inverted"))
                .isPresent();
        assertThat(result.exclusions()).anyMatch(exclusion -> exclusion.place().equals("plate p"));
    }

    @Test
    void withoutNormalizationTheMidPointIsTheSame() {
        AssayBlock block = VirtualPlate.of("FAK", 5.6, 1).block("p", 8);
        KinaseResult normalized = analyze(CAREFUL, block);
        KinaseResult raw = analyze(Map.of("normalization", "none", "enzymeConcentration", "1"), block);
        double ic50 = value(normalized, "ic50");
        assertThat(estimate(raw, 0, "ic50").value()).isCloseTo(ic50, within(1e-6 * ic50));
        assertThat(estimate(raw, 0, "ki-app").value()).isCloseTo(value(normalized, "ki-app"), within(1e-5));
        assertThat(estimate(raw, 0, "top").unit()).isEqualTo("RLU");
    }

    @Test
    void conditionsThatMatterAreWarnedAboutInTheResult() {
        KinaseResult result =
                analyze(Map.of("atp", "10"), VirtualPlate.of("FAK", 5.6, 1).block("p", 9));
        assertThat(result.potencies().getFirst().result().warnings())
                .extracting(Warning::code)
                .contains("atp-far-from-km", "no-preincubation", "no-detergent", "enzyme-not-stated");
        assertThat(result.methods())
                .containsPattern("Not stated: [^.]*preincubation")
                .contains("signal rises-with-adp (default)");
    }

    @Test
    void theSameDataGiveTheSameResult() {
        AssayBlock block = VirtualPlate.of("FAK", 5.6, 1).block("p", 10);
        assertThat(analyze(CAREFUL, block).subjects())
                .isEqualTo(analyze(CAREFUL, block).subjects());
    }
}

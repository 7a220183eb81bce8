package org.kindlin.assays.doseresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.numerics.sigmoid.Direction;

/** What is said of one curve, on curves whose truth is plain to see. */
class CurveAnalysisTest {
    private static final Units MOLAR = new Units("M", "%");
    private static final CurveProtocol FOUR_PARAMETER = CurveProtocol.standard(MOLAR);

    @Test
    void aWellDeterminedCurveHasAllItsNumbers() {
        CurveResult result = CurveAnalysis.analyze(Curves.sigmoid(-7.3, 1.1, 100, 2), FOUR_PARAMETER, 1);
        Estimate ic50 = result.result().estimate("ic50").orElseThrow();
        assertThat(ic50.value()).isCloseTo(StrictMath.pow(10, -7.3), within(1e-8));
        assertThat(ic50.relation()).isEqualTo(Relation.EQUAL);
        assertThat(ic50.low()).isNotNull().isLessThan(ic50.value());
        assertThat(ic50.high()).isNotNull().isGreaterThan(ic50.value());
        assertThat(result.result().estimate("pIC50").orElseThrow().value()).isCloseTo(7.3, within(0.1));
        assertThat(result.result().estimate("hillSlope").orElseThrow().value()).isCloseTo(1.1, within(0.15));
        assertThat(result.result().estimate("df").orElseThrow().value()).isEqualTo(26);
    }

    @Test
    void aMidpointBeyondTheHighestDoseIsCensoredAndItsOptimumStaysVisible() {
        CurveResult result = CurveAnalysis.analyze(
                Curves.sigmoid(-4.3, 1, 100, 0),
                FOUR_PARAMETER.with(
                        org.kindlin.numerics.sigmoid.Parameter.BOTTOM,
                        org.kindlin.numerics.sigmoid.Constraint.fixed(0)),
                1);
        Estimate ic50 = result.result().estimate("ic50").orElseThrow();
        assertThat(ic50.relation()).isEqualTo(Relation.ABOVE);
        assertThat(ic50.value()).isCloseTo(1e-5, within(1e-17));
        assertThat(ic50.low()).isNotNull().isGreaterThanOrEqualTo(1e-5);
        assertThat(ic50.high()).isNull();
        assertThat(result.result().warning("ic50-censored")).isPresent();
        assertThat(result.result().estimate("ic50-optimum").orElseThrow().value())
                .isCloseTo(5e-5, within(2e-5));
        assertThat(result.result().estimate("pIC50").orElseThrow().relation()).isEqualTo(Relation.BELOW);
    }

    @Test
    void aFlatResponseHasNoMidpointUnlessNoEffectIsKnown() {
        CurveData flat = Curves.flat(100);
        CurveResult unknown = CurveAnalysis.analyze(flat, FOUR_PARAMETER, 1);
        assertThat(unknown.result().estimate("ic50").orElseThrow().value()).isNull();
        assertThat(unknown.result().warning("no-dose-dependence")).isPresent();

        CurveProtocol known = FOUR_PARAMETER.withControl(100).with(Direction.FALLING);
        Estimate inactive =
                CurveAnalysis.analyze(flat, known, 1).result().estimate("ic50").orElseThrow();
        assertThat(inactive.relation()).isEqualTo(Relation.ABOVE);
        assertThat(inactive.value()).isCloseTo(1e-5, within(1e-17));

        CurveProtocol inhibition = FOUR_PARAMETER.withControl(100).with(Direction.RISING);
        Estimate active = CurveAnalysis.analyze(flat, inhibition, 1)
                .result()
                .estimate("ic50")
                .orElseThrow();
        assertThat(active.relation()).isEqualTo(Relation.BELOW);
    }

    @Test
    void aCurveThatCannotBeFittedIsAResultWithAReason() {
        CurveData two = CurveData.ofDoses(Map.of(), new double[] {1, 2}, new double[] {10, 5});
        CurveResult result = CurveAnalysis.analyze(two, FOUR_PARAMETER, 1);
        assertThat(result.fitted()).isEmpty();
        assertThat(result.result().estimate("ic50").orElseThrow().value()).isNull();
        assertThat(result.result().warning("not-fitted")).isPresent();
    }

    @Test
    void theOrderOfObservationsChangesNothing() {
        CurveData data = Curves.sigmoid(-7, 1, 100, 0);
        CurveData reversed = new CurveData(data.subject(), data.observations().reversed());
        assertThat(CurveAnalysis.analyze(reversed, FOUR_PARAMETER, 1).result())
                .isEqualTo(CurveAnalysis.analyze(data, FOUR_PARAMETER, 1).result());
    }
}

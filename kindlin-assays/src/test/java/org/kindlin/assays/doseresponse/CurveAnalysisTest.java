package org.kindlin.assays.doseresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.numerics.sigmoid.Constraint;
import org.kindlin.numerics.sigmoid.Direction;
import org.kindlin.numerics.sigmoid.Parameter;

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

    /** Curve 54 of the hard synthetic reference set: all of the fall lies between its two lowest doses. */
    @Test
    void aLimitThatRestsOnTheSteepestSlopeIsMarkedAndMovesWithIt() {
        double[][] means = {
            {3.16227766e-10, 28.8919, 29.5636, 28.2228},
            {1e-9, 11.3292, 10.1162, 12.1274},
            {3.16227766e-9, 6.2164, 5.1838, 5.4807},
            {1e-8, 6.26, 1.6017, 4.2255},
            {3.16227766e-8, 7.37, 5.5859, 6.0052},
            {1e-7, 6.9256, 4.755, 2.9637},
            {3.16227766e-7, 3.1217, 3.386, 4.3008},
            {1e-6, 5.5251, 2.8656, 9.2908},
            {3.16227766e-6, 4.6733, 6.9967, -3.3048},
            {1e-5, 6.6631, -2.0088, 8.0853}
        };
        double[] doses = new double[30];
        double[] responses = new double[30];
        for (int i = 0; i < 30; i++) {
            doses[i] = means[i / 3][0];
            responses[i] = means[i / 3][1 + i % 3];
        }
        CurveData data = CurveData.ofDoses(Map.of(), doses, responses);
        SubjectResult searched = CurveAnalysis.analyze(data, FOUR_PARAMETER, 1).result();
        assertThat(searched.warning("hill-at-bound")).isEmpty();
        assertThat(searched.warning("ic50-limit-at-slope-bound")).isPresent();

        CurveProtocol steeper = FOUR_PARAMETER.with(Parameter.HILL_SLOPE, Constraint.bounded(0.1, 100));
        SubjectResult wider = CurveAnalysis.analyze(data, steeper, 1).result();
        assertThat(upperLimit(wider)).isGreaterThan(1.001 * upperLimit(searched));
        assertThat(CurveAnalysis.analyze(Curves.sigmoid(-7.3, 1.1, 100, 2), FOUR_PARAMETER, 1)
                        .result()
                        .warning("ic50-limit-at-slope-bound"))
                .isEmpty();
    }

    private static double upperLimit(SubjectResult result) {
        return Objects.requireNonNull(result.estimate("ic50").orElseThrow().high());
    }

    @Test
    void aMidpointBeyondTheHighestDoseIsCensoredAndItsOptimumStaysVisible() {
        CurveResult result = CurveAnalysis.analyze(
                Curves.sigmoid(-4.3, 1, 100, 0), FOUR_PARAMETER.with(Parameter.BOTTOM, Constraint.fixed(0)), 1);
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

    /** 16 % at the highest dose, of a curve with its mid-point at 5000: the steepest slope searched fits best, at 340. */
    @Test
    void aMidpointThatTheSlopesLimitChoseIsCensoredWhereItsIntervalIsOpen() {
        double[] dose = {0.017, 0.051, 0.152, 0.457, 1.37, 4.12, 12.3, 37, 111, 333, 1000};
        double[] response = {
            -0.5, -2.7, 3.4, -0.7, 3.0, -2.2, -0.7, 2.5, 0, 1.0, 1.1, -3.6, 4.1, -0.4, 0.9, 5.7, -0.5, 0, 9.4, 5.7,
            14.5, 17.9
        };
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < response.length; i++) {
            observations.add(new Observation(StrictMath.log10(dose[i / 2]), response[i], ResponseVariance.ALIKE));
        }
        CurveResult result = CurveAnalysis.analyze(
                new CurveData(Map.of(), observations), CurveProtocol.standard(new Units("nM", "%")), 1);
        Estimate ic50 = result.result().estimate("ic50").orElseThrow();
        assertThat(ic50.relation()).isEqualTo(Relation.ABOVE);
        assertThat(ic50.value()).isEqualTo(111);
        assertThat(result.result().estimate("ic50-optimum").orElseThrow().value())
                .isCloseTo(340.26, within(0.01));
        assertThat(result.result().warning("ic50-censored")).isPresent();
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

    @Test
    void aCensoredDoseReadsAsItWasTyped() {
        double[] dose = {0, 1, 3, 10, 30, 100, 300};
        double[] alike = {5, 5, 5, 5, 5, 5, 5};
        CurveResult result = CurveAnalysis.analyze(CurveData.ofDoses(Map.of(), dose, alike), FOUR_PARAMETER, 1);
        assertThat(result.result().estimate("ic50").orElseThrow().value()).isEqualTo(300);
    }

    @Test
    void aRisingCurveHasNotReachedHalfOfAMeasuredControl() {
        double[] dose = {0, 1, 3, 10, 30, 100, 300};
        double[] rising = {10, 11, 20, 50, 80, 95, 100};
        CurveResult result = CurveAnalysis.analyze(CurveData.ofDoses(Map.of(), dose, rising), FOUR_PARAMETER, 1);
        Estimate absolute = result.result().estimate("ic50-absolute").orElseThrow();
        assertThat(absolute.relation()).isEqualTo(Relation.ABOVE);
        assertThat(absolute.value()).isEqualTo(300);

        double[] fromNothing = {0, 1, 10, 50, 80, 95, 100};
        CurveResult zero = CurveAnalysis.analyze(CurveData.ofDoses(Map.of(), dose, fromNothing), FOUR_PARAMETER, 1);
        assertThat(zero.result().estimate("ic50-absolute").orElseThrow().value())
                .isNull();
        assertThat(zero.result().warning("control-not-positive")).isPresent();
    }

    @Test
    void aPlateauOutOfSightIsNoNumber() {
        double[] dose = {1e-9, 1e-8, 1e-7, 1e-6, 1e-5};
        double[] justFalling = {100.1, 99.9, 100, 100, 95};
        CurveProtocol farMidpoint = FOUR_PARAMETER
                .with(Parameter.LOG_IC50, Constraint.fixed(-3))
                .with(Parameter.HILL_SLOPE, Constraint.fixed(2));
        CurveResult result = CurveAnalysis.analyze(CurveData.ofDoses(Map.of(), dose, justFalling), farMidpoint, 1);
        assertThat(result.fitted().orElseThrow().curve().bottom()).isLessThan(-1000);
        assertThat(result.result().estimate("bottom").orElseThrow().value()).isNull();
        assertThat(result.result().warning("plateau-not-determined")).isPresent();
        assertThat(result.result().estimate("top").orElseThrow().value()).isCloseTo(100, within(1.0));
    }

    @Test
    void responsesAtADoseAreThoseOfThatDose() {
        CurveData data =
                CurveData.ofDoses(Map.of(), new double[] {10, 0, 1, 10, 0, 100}, new double[] {5, 1, 2, 4, 0, 9});
        assertThat(data.responsesAt(Double.NEGATIVE_INFINITY)).containsExactly(0, 1);
        assertThat(data.responsesAt(1)).containsExactly(4, 5);
        assertThat(data.responsesAt(2)).containsExactly(9);
        assertThat(data.responsesAt(1.5)).isEmpty();
        assertThat(data.responsesAt(3)).isEmpty();
    }
}

package org.kindlin.numerics.sigmoid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.sigmoid.NotEstimable.Reason;

class SigmoidRegressionTest {

    @Test
    void theOrderOfObservationsDoesNotChangeABit() {
        var random = new Random(1);
        for (int trial = 0; trial < 20; trial++) {
            SigmoidData data = Simulated.of(Simulated.randomCurve(random), 4, random);
            double[] dose = data.logDose().clone();
            double[] response = data.response().clone();
            for (int i = dose.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                swap(dose, i, j);
                swap(response, i, j);
            }
            SigmoidFit first = Simulated.fit(data, SigmoidSpec.fourParameter());
            SigmoidFit second = Simulated.fit(SigmoidData.ofLogDoses(dose, response), SigmoidSpec.fourParameter());
            assertThat(second.curve()).isEqualTo(first.curve());
            assertThat(second.rss()).isEqualTo(first.rss());
        }
    }

    @Test
    void inhibitionAndActivityOfTheSameWellsGiveTheSameMidPoint() {
        var random = new Random(2);
        for (SigmoidSpec spec : new SigmoidSpec[] {SigmoidSpec.fourParameter(), SigmoidSpec.fiveParameter()}) {
            SigmoidData activity = Simulated.of(Simulated.randomCurve(random), 3, random);
            double[] inhibition = activity.response().clone();
            for (int i = 0; i < inhibition.length; i++) {
                inhibition[i] = 100 - inhibition[i];
            }
            SigmoidFit first = Simulated.fit(activity, spec);
            SigmoidFit second = Simulated.fit(SigmoidData.ofLogDoses(activity.logDose(), inhibition), spec);
            assertThat(second.curve().logIc50()).isCloseTo(first.curve().logIc50(), within(1e-8));
            assertThat(second.curve().asymmetry()).isCloseTo(first.curve().asymmetry(), within(1e-7));
            assertThat(second.curve().direction()).isNotEqualTo(first.curve().direction());
            assertThat(second.curve().top()).isCloseTo(100 - first.curve().bottom(), within(1e-6));
        }
    }

    @Test
    void exactDataOfFiveParametersAreRecoveredAndTheMidPointIsHalfWay() {
        var truth = new SigmoidCurve(-7.2, 1.1, 100, 5, 2.5, Direction.FALLING);
        SigmoidFit fit = Simulated.fit(Simulated.of(truth, 0, new Random(3)), SigmoidSpec.fiveParameter());
        assertThat(fit.curve().logIc50()).isCloseTo(-7.2, within(1e-7));
        assertThat(fit.curve().asymmetry()).isCloseTo(2.5, within(1e-5));
        assertThat(fit.curve().value(fit.curve().logIc50())).isCloseTo(52.5, within(1e-6));
        assertThat(fit.curve().logDoseAt(30).orElseThrow())
                .isCloseTo(truth.logDoseAt(30).orElseThrow(), within(1e-7));
    }

    @Test
    void moreFreedomNeverFitsWorse() {
        var random = new Random(4);
        for (int trial = 0; trial < 20; trial++) {
            SigmoidData data = Simulated.of(Simulated.randomCurve(random), 6, random);
            double three = Simulated.fit(data, SigmoidSpec.threeParameter()).rss();
            double four = Simulated.fit(data, SigmoidSpec.fourParameter()).rss();
            double five = Simulated.fit(data, SigmoidSpec.fiveParameter()).rss();
            var bounded = SigmoidSpec.fourParameter().with(Parameter.BOTTOM, Constraint.bounded(-1, 1));
            double between = Simulated.fit(data, bounded).rss();
            assertThat(four).isLessThanOrEqualTo(between * (1 + 1e-12));
            assertThat(between).isLessThanOrEqualTo(three * (1 + 1e-12));
            assertThat(five).isLessThanOrEqualTo(four * (1 + 1e-12));
        }
    }

    @Test
    void aBoundedPlateauEndsAtItsLimitAndSaysSo() {
        var truth = new SigmoidCurve(-7, 1, 100, 20, 1, Direction.FALLING);
        SigmoidData data = Simulated.of(truth, 1, new Random(5));
        var spec = SigmoidSpec.fourParameter().with(Parameter.BOTTOM, Constraint.bounded(-5, 10));
        SigmoidFit fit = Simulated.fit(data, spec);
        assertThat(fit.curve().bottom()).isCloseTo(10, within(1e-10));
        assertThat(fit.atBound()).containsExactly(Parameter.BOTTOM);
        assertThat(fit.covariance()).isEmpty();
        assertThat(fit.gradientNorm()).isLessThan(1e-9);
    }

    @Test
    void zeroDosesLieOnThePlateau() {
        double[] dose = {0, 0, 1, 3, 10, 30, 100, 300};
        double[] response = {10, 10, 9.9, 9.3, 7.1, 4.2, 2.1, 1.3};
        SigmoidFit fit = Simulated.fit(SigmoidData.ofDoses(dose, response), SigmoidSpec.fourParameter());
        assertThat(fit.curve().value(Double.NEGATIVE_INFINITY))
                .isEqualTo(fit.curve().top());
        assertThat(fit.curve().top()).isCloseTo(10, within(0.1));
    }

    @Test
    void whatCannotBeEstimatedIsAResultWithAReason() {
        var spec = SigmoidSpec.fourParameter();
        assertReason(new double[] {1, 2, 3}, new double[] {1, 2, 3}, Reason.TOO_FEW_POINTS);
        assertReason(new double[] {1, 1, 1, 2, 2}, new double[] {1, 2, 3, 4, 5}, Reason.TOO_FEW_DOSES);
        assertReason(new double[] {1, 2, 3, 4, 5}, new double[] {7, 7, 7, 7, 7}, Reason.CONSTANT_RESPONSE);
        assertReason(new double[] {1, 2, 3, 4}, new double[] {7, Double.NaN, 7, 7}, Reason.UNUSABLE_VALUE);
        assertReason(new double[] {1, -2, 3, 4}, new double[] {7, 1, 7, 7}, Reason.UNUSABLE_VALUE);
        assertReason(new double[0], new double[0], Reason.TOO_FEW_POINTS);
        double[] doses = {1, 2, 3, 4, 5};
        SigmoidData negative = SigmoidData.ofDoses(doses, new double[] {-9, -8, -5, -2, -1});
        var impossible =
                spec.with(Parameter.BOTTOM, Constraint.fixed(0)).with(Parameter.TOP, Constraint.bounded(-5, -1));
        assertThat(SigmoidRegression.fit(negative, impossible))
                .isEqualTo(new NotEstimable(Reason.NO_CURVE_WITHIN_LIMITS));
    }

    @Test
    void robustLossesIgnoreAnOutlier() {
        var truth = new SigmoidCurve(-7, 1, 100, 0, 1, Direction.FALLING);
        SigmoidData clean = Simulated.of(truth, 2, new Random(6));
        double[] spoiled = clean.response().clone();
        spoiled[13] += 90;
        SigmoidData data = SigmoidData.ofLogDoses(clean.logDose(), spoiled);
        double honest =
                Simulated.fit(clean, SigmoidSpec.fourParameter()).curve().logIc50();
        double plain = Simulated.fit(data, SigmoidSpec.fourParameter()).curve().logIc50();
        double huber = Simulated.fit(data, SigmoidSpec.fourParameter().with(Loss.huber()))
                .curve()
                .logIc50();
        double biweight = Simulated.fit(data, SigmoidSpec.fourParameter().with(Loss.biweight()))
                .curve()
                .logIc50();
        assertThat(Math.abs(huber - honest)).isLessThan(0.7 * Math.abs(plain - honest));
        assertThat(Math.abs(biweight - honest)).isLessThan(0.3 * Math.abs(plain - honest));
    }

    private static void assertReason(double[] dose, double[] response, Reason reason) {
        SigmoidOutcome outcome =
                SigmoidRegression.fit(SigmoidData.ofDoses(dose, response), SigmoidSpec.fourParameter());
        assertThat(outcome).isEqualTo(new NotEstimable(reason));
        assertThat(reason.text()).isNotBlank();
    }

    private static void swap(double[] values, int i, int j) {
        double kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }
}

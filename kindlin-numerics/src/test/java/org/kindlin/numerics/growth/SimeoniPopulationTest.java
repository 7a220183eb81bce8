package org.kindlin.numerics.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.growth.SimeoniPopulation.Parameter;
import org.kindlin.numerics.mixed.Contrast;
import org.kindlin.numerics.random.RandomStream;

/** The fit of Simeoni's model to populations drawn from it by the accurate integrator. */
class SimeoniPopulationTest {
    private static final SimeoniModel TRUTH = new SimeoniModel(0.18, 90, 20, 0.6, 0.0011);
    private static final SimeoniModel.Exposure NONE = SimeoniModel.constant(0);
    private static final List<Double> DAILY =
            IntStream.rangeClosed(3, 16).mapToObj(day -> (double) day).toList();
    private static final double[] DAYS = {0, 3, 6, 9, 12, 15, 18, 21, 24, 27};

    private static SimeoniModel.Exposure dose(double peak) {
        return SimeoniModel.doses(DAILY, peak, 1.4);
    }

    private static List<SimeoniPopulation.Course> population(List<SimeoniModel.Exposure> arms, int animals, long seed) {
        RandomStream random = RandomStream.ofSeed(seed);
        List<SimeoniPopulation.Course> courses = new ArrayList<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            for (int i = 0; i < animals; i++) {
                SimeoniModel own = new SimeoniModel(
                        TRUTH.exponentialRate() * Math.exp(0.12 * random.nextGaussian()),
                        TRUTH.linearRate(),
                        20,
                        TRUTH.deathRate(),
                        TRUTH.potency());
                double[] log = SimeoniModel.mass(
                        own.course(120 * Math.exp(0.15 * random.nextGaussian()), arms.get(arm), DAYS));
                for (int j = 0; j < log.length; j++) {
                    log[j] = Math.log(log[j]) + 0.1 * random.nextGaussian();
                }
                courses.add(new SimeoniPopulation.Course(arm, DAYS, log));
            }
        }
        return courses;
    }

    @Test
    void theFastCurveIsTheAccurateOne() {
        double[] accurate = SimeoniModel.mass(TRUTH.course(120, dose(200), DAYS));
        double[] fast = new SimeoniCurve(dose(200), DAYS, 27).logVolume(120, TRUTH, DAYS);
        for (int i = 0; i < DAYS.length; i++) {
            assertThat(fast[i]).isCloseTo(Math.log(accurate[i]), within(1e-5));
        }
    }

    @Test
    void theTruthComesBack() {
        List<SimeoniModel.Exposure> arms = List.of(NONE, dose(100), dose(200));
        SimeoniPopulation.Fit fit = SimeoniPopulation.fit(
                        population(arms, 10, 5), arms, new double[] {120, 0.15, 150, 1, 0.0005})
                .orElseThrow();
        assertThat(fit.hasSettled()).isTrue();
        assertThat(fit.open()).isEmpty();
        Map<Parameter, Double> truth = Map.of(
                Parameter.START, 120.0,
                Parameter.EXPONENTIAL_RATE, 0.18,
                Parameter.LINEAR_RATE, 90.0,
                Parameter.DEATH_RATE, 0.6,
                Parameter.POTENCY, 0.0011);
        truth.forEach((parameter, value) -> {
            Contrast log = fit.contrast(List.of(parameter), 1);
            assertThat(Math.log(value)).isBetween(log.low(0.99), log.high(0.99));
        });
        assertThat(fit.value(Parameter.POTENCY)).isBetween(0.0009, 0.0013);
    }

    @Test
    void growthThatNeverBendsLeavesTheLinearRateOpen() {
        List<SimeoniModel.Exposure> arms = List.of(NONE, dose(150));
        List<SimeoniPopulation.Course> early = population(arms, 8, 9).stream()
                .map(course -> new SimeoniPopulation.Course(
                        course.arm(), Arrays.copyOf(course.time(), 4), Arrays.copyOf(course.logVolume(), 4)))
                .toList();
        SimeoniPopulation.Fit fit = SimeoniPopulation.fit(early, arms, new double[] {120, 0.15, 5000, 0.6, 0.0005})
                .orElseThrow();
        assertThat(fit.open()).contains(Parameter.LINEAR_RATE);
    }

    /** The marginal likelihood by sums over a grid of the animals' own effects, which no approximation touches. */
    @Test
    void theLastStepRaisesTheMarginalLikelihood() {
        List<SimeoniModel.Exposure> arms = List.of(NONE, dose(100), dose(200));
        List<SimeoniPopulation.Course> courses = population(arms, 8, 3);
        SimeoniPopulation.Fit fit = SimeoniPopulation.fit(courses, arms, new double[] {120, 0.15, 150, 1, 0.0005})
                .orElseThrow();
        double before = marginal(courses, arms, fit, fit.linear().coefficients());
        double after = marginal(courses, arms, fit, fit.logParameters());
        assertThat(after).isGreaterThan(before + 0.02);
        assertThat(fit.logParameters()[2]).isLessThan(fit.linear().coefficients()[2]);
    }

    private static double marginal(
            List<SimeoniPopulation.Course> courses,
            List<SimeoniModel.Exposure> arms,
            SimeoniPopulation.Fit fit,
            double[] log) {
        double[][] d = fit.linear().randomCovariance();
        double determinant = d[0][0] * d[1][1] - d[0][1] * d[1][0];
        double variance = fit.linear().sigma() * fit.linear().sigma();
        double[] sd = {Math.sqrt(d[0][0]), Math.sqrt(d[1][1])};
        double sum = 0;
        for (SimeoniPopulation.Course course : courses) {
            SimeoniCurve curve = new SimeoniCurve(arms.get(course.arm()), DAYS, 27);
            double likelihood = 0;
            for (double u = -4; u <= 4.01; u += 0.5) {
                for (double v = -4; v <= 4.01; v += 0.5) {
                    double start = u * sd[0];
                    double rate = v * sd[1];
                    double[] expected = curve.logVolume(
                            Math.exp(log[0] + start),
                            new SimeoniModel(
                                    Math.exp(log[1] + rate), Math.exp(log[2]), 20, Math.exp(log[3]), Math.exp(log[4])),
                            DAYS);
                    double square = (d[1][1] * start * start - 2 * d[0][1] * start * rate + d[0][0] * rate * rate)
                            / determinant;
                    for (int j = 0; j < expected.length; j++) {
                        square += Math.pow(course.logVolume()[j] - expected[j], 2) / variance;
                    }
                    likelihood += Math.exp(-square / 2);
                }
            }
            sum += Math.log(likelihood);
        }
        return sum;
    }
}

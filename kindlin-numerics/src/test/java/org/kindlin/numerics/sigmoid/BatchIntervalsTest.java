package org.kindlin.numerics.sigmoid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.numerics.sigmoid.SyntheticSet.Expected;

/** Profile limits found in lanes, against the reference and against one fit at a time. */
class BatchIntervalsTest {
    /** The reference prints limits to ten digits. */
    private static final double PRINTED = 1e-8;

    private static final double SAME = 1e-9;

    @ParameterizedTest
    @CsvSource({"easy,1000", "hard,593"})
    void limitsAreThoseOfTheReference(String name, int count) {
        SyntheticSet set = SyntheticSet.load(name);
        Set<String> noise = name.equals("hard") ? SyntheticProfileTest.NOISE : Set.of();
        List<Expected> expected =
                set.expected().stream().filter(e -> !noise.contains(e.curve())).toList();
        assertThat(expected).hasSize(count);
        double[] logDose = set.data(expected.getFirst()).logDose();
        double[][] responses =
                expected.stream().map(e -> set.data(e).response()).toArray(double[][]::new);
        BatchIntervals found = SigmoidBatch.of(logDose).fitWithIntervals(responses, 0.95);
        for (int i = 0; i < responses.length; i++) {
            assertLimit(found.low()[i], expected.get(i).lower(), PRINTED);
            assertLimit(found.high()[i], expected.get(i).upper(), PRINTED);
        }
    }

    /** Mid-points far outside the doses, slopes from shallow to steep, amplitudes down to the noise. */
    @Test
    void limitsOfRandomCurvesAreThoseOfSingleFits() {
        var random = new Random(11);
        double[][] responses = new double[300][];
        for (int i = 0; i < responses.length; i++) {
            var curve = new SigmoidCurve(
                    -11 + 7 * random.nextDouble(),
                    StrictMath.exp(random.nextGaussian()),
                    100 * random.nextDouble(),
                    -20 + 10 * random.nextGaussian(),
                    1,
                    random.nextBoolean() ? Direction.FALLING : Direction.RISING);
            responses[i] = Simulated.of(curve, StrictMath.exp(4 * random.nextDouble()), random)
                    .response();
        }
        assertSingle(Simulated.of(Simulated.randomCurve(random), 1, random).logDose(), responses, 0.95);
    }

    @Test
    void unequalReplicatesAZeroDoseAndAnotherLevel() {
        double[] logDose = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, -8, -7.5, -7, -7, -6.2, -6, -5};
        double[][] responses = {
            {101, 98, 97, 80, 55, 51, 15, 12, 3},
            {3, 4, 7, 12, 55, 60, 78, 90, 96},
            {99, 98, 101, 100, 97, 99, 90, 85, 40}
        };
        assertSingle(logDose, responses, 0.8);
        int[] order = {8, 3, 0, 5, 1, 7, 2, 6, 4};
        double[] shuffledDoses =
                Arrays.stream(order).mapToDouble(i -> logDose[i]).toArray();
        double[][] shuffled = Arrays.stream(responses)
                .map(row -> Arrays.stream(order).mapToDouble(i -> row[i]).toArray())
                .toArray(double[][]::new);
        assertSingle(shuffledDoses, shuffled, 0.8);
    }

    private static void assertSingle(double[] logDose, double[][] responses, double level) {
        BatchIntervals found = SigmoidBatch.of(logDose).fitWithIntervals(responses, level);
        for (int i = 0; i < responses.length; i++) {
            SigmoidFit fit = Simulated.fit(SigmoidData.ofLogDoses(logDose, responses[i]), SigmoidSpec.fourParameter());
            ProfileInterval single =
                    ProfileLikelihood.interval(fit, Parameter.LOG_IC50, level).orElseThrow();
            assertLimit(found.interval(i).low(), single.low(), SAME);
            assertLimit(found.interval(i).high(), single.high(), SAME);
        }
    }

    private static void assertLimit(double actual, double expected, double tolerance) {
        if (Double.isInfinite(expected)) {
            assertThat(actual).isEqualTo(expected);
        } else {
            assertThat(actual).isCloseTo(expected, within(tolerance));
        }
    }

    @Test
    void anIntervalDoesNotDependOnItsCompany() {
        var random = new Random(12);
        double[][] responses = new double[301][];
        for (int i = 0; i < responses.length; i++) {
            responses[i] = Simulated.of(Simulated.randomCurve(random), 10 * random.nextDouble(), random)
                    .response();
        }
        SigmoidBatch batch = SigmoidBatch.of(
                Simulated.of(Simulated.randomCurve(random), 1, random).logDose());
        BatchIntervals together = batch.fitWithIntervals(responses, 0.95);
        for (int i = 0; i < responses.length; i += 25) {
            BatchIntervals alone = batch.fitWithIntervals(new double[][] {responses[i]}, 0.95);
            assertThat(alone.interval(0)).isEqualTo(together.interval(i));
            assertThat(alone.fits().curve(0)).isEqualTo(together.fits().curve(i));
        }
    }

    @Test
    void aConstantCurveExcludesNothingAndARowMustFitTheDesign() {
        double[] logDose = {-9, -8, -7, -6, -5};
        SigmoidBatch batch = SigmoidBatch.of(logDose);
        BatchIntervals found = batch.fitWithIntervals(new double[][] {{7, 7, 7, 7, 7}}, 0.95);
        assertThat(found.interval(0))
                .isEqualTo(new ProfileInterval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0.95));
        assertThatIllegalArgumentException().isThrownBy(() -> batch.fit(new double[][] {{1, 2, 3, 4}}));
    }

    @Test
    void aLadderInLanesExplainsWhatALadderAloneLeaves() {
        double[] logDose = {Double.NEGATIVE_INFINITY, -9, -8, -7.5, -7, -6.2, -6, -5};
        double[][] responses = {{101, 98, 97, 80, 55, 15, 12, 3}};
        var design = new BatchDesign(logDose);
        var means = new DoseMeans(responses, design);
        var ladder = new LaneLadder(design);
        var problem = new ProjectedProblem(Replicates.of(design.data(responses[0])), PlateauLimits.NONE);
        for (double logMid = -13; logMid <= -1; logMid += 0.25) {
            ladder.mid[5] = logMid * Replicates.LN10;
            means.load(0, ladder.response, 5);
            ladder.evaluate();
            double[] left = new SlopeLadder(problem, design.box).values(ladder.mid[5]);
            for (int rung = 0; rung < left.length; rung++) {
                double scatter = means.scatter[0];
                assertThat(scatter - ladder.explained[rung][5]).isCloseTo(left[rung], within(1e-9 * scatter));
            }
        }
    }
}

package org.kindlin.numerics.sigmoid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindlin.numerics.sigmoid.SyntheticSet.Expected;

/** The batch against one fit at a time. */
class SigmoidBatchTest {

    @ParameterizedTest
    @ValueSource(strings = {"easy", "hard"})
    void agreesWithSingleFitsOnEveryReferenceCurve(String name) {
        SyntheticSet set = SyntheticSet.load(name);
        List<SigmoidFit> single = new ArrayList<>();
        for (Expected expected : set.expected()) {
            single.add(Simulated.fit(set.data(expected), SigmoidSpec.fourParameter()));
        }
        double[][] responses = single.stream().map(fit -> fit.data().response()).toArray(double[][]::new);
        BatchFits batch = SigmoidBatch.of(single.getFirst().data().logDose()).fit(responses);
        for (int i = 0; i < responses.length; i++) {
            assertAgrees(batch, i, single.get(i));
        }
    }

    @Test
    void aCurveDoesNotDependOnItsCompany() {
        var random = new Random(1);
        double[][] responses = new double[200][];
        for (int i = 0; i < responses.length; i++) {
            responses[i] = Simulated.of(Simulated.randomCurve(random), 20 * random.nextDouble(), random)
                    .response();
        }
        double[] logDose =
                Simulated.of(Simulated.randomCurve(random), 1, random).logDose();
        SigmoidBatch batch = SigmoidBatch.of(logDose);
        BatchFits together = batch.fit(responses);
        for (int i = 0; i < responses.length; i += 7) {
            BatchFits alone = batch.fit(new double[][] {responses[i]});
            assertThat(alone.curve(0)).isEqualTo(together.curve(i));
            assertThat(alone.rss[0]).isEqualTo(together.rss[i]);
            assertThat(alone.seAtInfiniteDose[0]).isEqualTo(together.seAtInfiniteDose[i]);
        }
    }

    @Test
    void unequalReplicatesAndAZeroDose() {
        double[] logDose = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, -8, -7.5, -7, -7, -6.2, -6, -5};
        double[] response = {101, 98, 97, 80, 55, 51, 15, 12, 3};
        BatchFits batch = SigmoidBatch.of(logDose).fit(new double[][] {response});
        SigmoidFit single = Simulated.fit(SigmoidData.ofLogDoses(logDose, response), SigmoidSpec.fourParameter());
        assertAgrees(batch, 0, single);
    }

    @Test
    void aConstantCurveIsNotEstimableAndExactDataAreRecovered() {
        var truth = new SigmoidCurve(-7, 1.2, 100, 3, 1, Direction.RISING);
        SigmoidData exact = Simulated.of(truth, 0, new Random(2));
        double[][] responses = {new double[30], exact.response()};
        BatchFits batch = SigmoidBatch.of(exact.logDose()).fit(responses);
        assertThat(batch.estimable).containsExactly(false, true);
        assertThat(batch.curve(1).logIc50()).isCloseTo(-7, within(1e-9));
        assertThat(batch.curve(1).direction()).isEqualTo(Direction.RISING);
        assertThatIllegalArgumentException().isThrownBy(() -> SigmoidBatch.of(new double[] {1, 2, 3, 1, 2, 3}));
    }

    private static void assertAgrees(BatchFits batch, int i, SigmoidFit single) {
        assertThat(batch.estimable[i]).isTrue();
        assertThat(batch.rss[i]).as("rss %s", i).isCloseTo(single.rss(), within(1e-10 * single.rss()));
        assertThat(batch.atBound[i]).isEqualTo(!single.atBound().isEmpty());
        if (!batch.atBound[i]) {
            boolean falling = single.curve().direction() == Direction.FALLING;
            Parameter atInfinity = falling ? Parameter.BOTTOM : Parameter.TOP;
            double error = single.standardError(Parameter.LOG_IC50).orElseThrow();
            double errorAtInfinity = single.standardError(atInfinity).orElseThrow();
            assertThat(batch.logIc50[i]).isCloseTo(single.curve().logIc50(), within(1e-9 * error + 1e-12));
            assertThat(batch.seLogIc50[i]).isCloseTo(error, within(1e-9 * error));
            assertThat(batch.seAtInfiniteDose[i]).isCloseTo(errorAtInfinity, within(1e-9 * errorAtInfinity));
        }
    }
}

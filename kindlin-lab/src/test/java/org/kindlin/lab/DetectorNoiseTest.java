package org.kindlin.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.statistics.Descriptive;

class DetectorNoiseTest {

    @Test
    void coefficientOfVariationIsShotNoiseAndWellNoiseTogether() {
        DetectorNoise noise = new DetectorNoise(0.01, 0.04, 0, 0, 0);
        double[] readings = readings(noise, 100_000, false);
        double expected = Math.sqrt(1 / (0.01 * 100_000) + 0.04 * 0.04);
        assertThat(Descriptive.coefficientOfVariation(readings)).isCloseTo(expected, within(0.001));
    }

    @Test
    void edgeWellsLoseTheStatedFraction() {
        DetectorNoise noise = new DetectorNoise(1, 0.01, 0.1, 0, 0);
        double ratio =
                Descriptive.mean(readings(noise, 10_000, true)) / Descriptive.mean(readings(noise, 10_000, false));
        assertThat(ratio).isCloseTo(0.9, within(0.001));
    }

    private static double[] readings(DetectorNoise noise, double signal, boolean edge) {
        RandomStream root = RandomStream.ofSeed(11);
        return IntStream.range(0, 20_000)
                .mapToDouble(i -> noise.read(signal, edge, root.child(i)))
                .toArray();
    }
}

package org.kindlin.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

/** Reference answers: {@code src/test/python/variance_function.py} (scipy, Nelder-Mead from many starts), to its digits. */
class VarianceFunctionFitTest {

    private static VarianceFunctionFit fit(ReplicateGroup... groups) {
        return VarianceFunctionFit.of(List.of(groups)).orElseThrow();
    }

    @Test
    void twoGroupsAreMetExactly() {
        VarianceFunctionFit fit = fit(new ReplicateGroup(81500, 6.1e6, 31), new ReplicateGroup(1500, 9500, 31));
        assertThat(fit.function().floor()).isCloseTo(86.23341201, within(1e-5));
        assertThat(fit.function().cv()).isCloseTo(0.03028603584, within(1e-9));
        assertThat(fit.floorError()).isCloseTo(0.1660968, within(1e-6));
        assertThat(fit.cvError()).isCloseTo(0.12719838, within(1e-6));
        assertThat(fit.function().at(81500)).isCloseTo(6.1e6, within(1e-3));
        assertThat(fit.function().at(1500)).isCloseTo(9500, within(1e-6));
    }

    @Test
    void fourGroupsAreFittedByTheirLikelihood() {
        VarianceFunctionFit fit = fit(
                new ReplicateGroup(40000, 1.7e6, 15),
                new ReplicateGroup(900, 5200, 15),
                new ReplicateGroup(21000, 6.0e5, 7),
                new ReplicateGroup(2500, 30000, 3));
        assertThat(fit.function().floor()).isCloseTo(69.92750683, within(1e-6));
        assertThat(fit.function().cv()).isCloseTo(0.03573721169, within(1e-9));
        assertThat(fit.floorError()).isCloseTo(0.22056998, within(1e-6));
        assertThat(fit.cvError()).isCloseTo(0.14875836, within(1e-6));
    }

    @Test
    void neitherPartGoesBelowZero() {
        VarianceFunctionFit proportional = fit(new ReplicateGroup(40000, 1.6e6, 15), new ReplicateGroup(1000, 300, 15));
        assertThat(proportional.function().floor()).isZero();
        assertThat(proportional.function().cv()).isCloseTo(0.02549509768, within(1e-9));
        assertThat(proportional.floorError()).isInfinite();
        VarianceFunctionFit constant = fit(new ReplicateGroup(400, 90, 15), new ReplicateGroup(100, 110, 15));
        assertThat(constant.function().cv()).isZero();
        assertThat(constant.function().floor()).isCloseTo(10, within(1e-9));
    }

    @Test
    void whatCannotBeToldApartHasNoEstimate() {
        assertThat(VarianceFunctionFit.of(List.of(new ReplicateGroup(10, 4, 3))))
                .isEmpty();
        assertThat(VarianceFunctionFit.of(List.of(new ReplicateGroup(10, 4, 3), new ReplicateGroup(-10, 5, 3))))
                .isEmpty();
        assertThat(VarianceFunctionFit.of(List.of(ReplicateGroup.of(1, 1), ReplicateGroup.of(5, 5, 5))))
                .isEmpty();
    }

    @Test
    void theTruthComesBackWithinItsErrorsAndOnAnyScale() {
        RandomStream random = RandomStream.ofSeed(11);
        int inside = 0;
        for (int plate = 0; plate < 400; plate++) {
            List<ReplicateGroup> groups = new ArrayList<>();
            for (double mean : new double[] {0, 300, 2000, 10000}) {
                double[] values = new double[24];
                for (int i = 0; i < values.length; i++) {
                    values[i] = random.nextGaussian(mean, Math.sqrt(50 * 50 + 0.04 * 0.04 * mean * mean));
                }
                groups.add(ReplicateGroup.of(values));
            }
            VarianceFunctionFit fit = VarianceFunctionFit.of(groups).orElseThrow();
            inside += Math.abs(Math.log(fit.function().cv() / 0.04)) < 2 * fit.cvError() ? 1 : 0;
            VarianceFunctionFit scaled = VarianceFunctionFit.of(
                            groups.stream().map(group -> group.inUnitsOf(1e4)).toList())
                    .orElseThrow();
            assertThat(scaled.function().floor() * 1e4).isCloseTo(fit.function().floor(), within(1e-6));
            assertThat(scaled.function().cv()).isCloseTo(fit.function().cv(), within(1e-9));
        }
        assertThat(inside).isBetween(366, 396);
    }
}

package org.kindlin.numerics.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MixturePopulationsTest {

    /** At distance d of two equal unit normals the density in the middle is exp(-d^2/8) against (1 + exp(-d^2/2))/2. */
    @Test
    void theValleyOfTwoEqualNormalsIsThatOfTheirSum() {
        for (double d : new double[] {3, 4, 6}) {
            BivariateNormal a = new BivariateNormal(0.5, 0, 0, 1, 0, 1);
            BivariateNormal b = new BivariateNormal(0.5, d, 0, 1, 0, 1);
            double atMeans = (1 + Math.exp(-d * d / 2)) / 2;
            double expected = 1 - Math.exp(-d * d / 8) / atMeans;

            double depth = MixturePopulations.valley(a, b, new BivariateMixture(List.of(a, b), 0));

            assertThat(depth).isGreaterThanOrEqualTo(expected).isCloseTo(expected, within(0.02));
        }
    }

    @Test
    void normalsWithoutAValleyAreOnePopulationOfTheirMoments() {
        BivariateNormal a = new BivariateNormal(0.75, 0, 0, 1, 0, 1);
        BivariateNormal b = new BivariateNormal(0.25, 1.5, 0, 1, 0, 1);

        List<BivariateNormal> populations = MixturePopulations.of(new BivariateMixture(List.of(a, b), 0));

        assertThat(populations).hasSize(1);
        assertThat(populations.getFirst().weight()).isCloseTo(1, within(1e-12));
        assertThat(populations.getFirst().meanX()).isCloseTo(0.375, within(1e-12));
        assertThat(populations.getFirst().varianceX()).isCloseTo(1 + 0.75 * 0.25 * 1.5 * 1.5, within(1e-12));
        assertThat(populations.getFirst().covariance()).isZero();
    }

    @Test
    void aBroadComponentUnderTwoPopulationsDoesNotJoinThem() {
        BivariateNormal left = new BivariateNormal(0.45, -3, 0, 0.25, 0.1, 0.25);
        BivariateNormal right = new BivariateNormal(0.45, 3, 0, 0.25, 0, 0.25);
        BivariateNormal under = new BivariateNormal(0.1, 0, 0, 9, 0, 9);

        List<BivariateNormal> populations = MixturePopulations.of(new BivariateMixture(List.of(left, right, under), 0));

        assertThat(populations).hasSize(2);
        assertThat(populations.getFirst().weight()).isCloseTo(0.55, within(1e-12));
        assertThat(populations.getLast().weight()).isCloseTo(0.45, within(1e-12));
    }
}

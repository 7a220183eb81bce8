package org.kindlin.numerics.sigmoid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The start from a node of the grid, and the derivatives that a search from there needs. */
class StartTest {

    @Test
    void theExpansionAboutANodeLeadsNearTheOptimum() {
        var random = new Random(11);
        int near = 0;
        for (int i = 0; i < 200; i++) {
            SigmoidData data = Simulated.of(Simulated.randomCurve(random), 3, random);
            Replicates replicates = Replicates.of(data);
            SearchBox box = SearchBox.of(SigmoidSpec.fourParameter(), replicates);
            double[] optimum =
                    Simulated.fit(data, SigmoidSpec.fourParameter()).curve().coordinates();
            double slope = StrictMath.exp(optimum[1]);
            double[] node = {optimum[0] + 0.3 / slope, optimum[1] - 0.2};
            var expansion = new NodeExpansion(replicates, box, new double[] {node[0]}, new double[] {node[1]});
            var start = new NodeExpansion.Workspace();
            expansion.start(0, replicates.deviations(), start);
            double distance = Math.max(slope * Math.abs(start.mid - optimum[0]), Math.abs(start.logSlope - optimum[1]));
            assertThat(distance).as("never farther than the node").isLessThan(0.4);
            near += distance < 0.05 ? 1 : 0;
        }
        assertThat(near).isGreaterThan(190);
    }

    @Test
    void derivativesOfSymmetricCurvesAreThoseOfTheGeneralProblem() {
        var random = new Random(12);
        double[] logDose = {Double.NEGATIVE_INFINITY, -9, -8.6, -8, -7.5, -7, -6.2, -6, -5};
        double[] weight = {3, 1, 2, 1, 1, 0.5, 1, 1, 2};
        for (int i = 0; i < 500; i++) {
            double[] response = random.doubles(logDose.length, -50, 150).toArray();
            Replicates data = Replicates.of(new SigmoidData(logDose, response, weight));
            var symmetric = new ProjectedProblem(data, PlateauLimits.NONE);
            symmetric.shape.searchesAsymmetry = false;
            var general = new ProjectedProblem(data, PlateauLimits.NONE);
            double[] at = {-25 + 18 * random.nextDouble(), -2 + 4 * random.nextDouble(), 0};
            PlateauFit quick = symmetric.derivatives(at);
            PlateauFit slow = general.derivatives(at);
            double squares = data.sumOfSquares();
            assertThat(quick.sumOfSquares()).isCloseTo(slow.sumOfSquares(), within(1e-11 * squares));
            assertThat(quick.atZero()).isCloseTo(slow.atZero(), within(1e-7 * Math.abs(slow.spread()) + 1e-7));
            for (int p = 0; p < 2; p++) {
                assertThat(symmetric.gradient[p]).isCloseTo(general.gradient[p], within(1e-8 * squares));
                assertThat(symmetric.hessian[p][0]).isCloseTo(general.hessian[p][0], within(1e-7 * squares));
                assertThat(symmetric.hessian[p][1]).isCloseTo(general.hessian[p][1], within(1e-7 * squares));
                assertThat(symmetric.curvatureScale[p]).isCloseTo(general.curvatureScale[p], within(1e-7 * squares));
            }
        }
    }

    @Test
    void aQuarticHasTheDerivativesOfItsDifferences() {
        double[] c = new Random(13).doubles(Quartic.TERMS, -1, 1).toArray();
        var at = new Quartic();
        var ahead = new Quartic();
        double step = 1e-6;
        at.evaluate(c, 0.3, -0.2);
        ahead.evaluate(c, 0.3 + step, -0.2);
        assertThat((ahead.value - at.value) / step).isCloseTo(at.byX, within(1e-5));
        assertThat((ahead.byX - at.byX) / step).isCloseTo(at.byXX, within(1e-5));
        assertThat((ahead.byY - at.byY) / step).isCloseTo(at.byXY, within(1e-5));
        ahead.evaluate(c, 0.3, -0.2 + step);
        assertThat((ahead.value - at.value) / step).isCloseTo(at.byY, within(1e-5));
        assertThat((ahead.byY - at.byY) / step).isCloseTo(at.byYY, within(1e-5));
        assertThat(c[Quartic.term(1, 3)]).isEqualTo(c[13]);
    }
}

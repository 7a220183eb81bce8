package org.kindlin.numerics.sigmoid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindlin.numerics.sigmoid.SyntheticSet.Expected;

/** Short cuts against the plain searches that they replace, and the meshes that are kept. */
class FastPathTest {

    /** A plateau bounded beyond reach restricts nothing, but sends the search node by node and through every basin. */
    @ParameterizedTest
    @ValueSource(strings = {"easy", "hard"})
    void theSearchOfEveryBasinFindsNothingBetterThanTheSearchFromTheGrid(String name) {
        SyntheticSet set = SyntheticSet.load(name);
        List<Expected> expected = set.expected();
        for (int i = 0; i < expected.size(); i += 2) {
            assertThatNoSearchFindsBetter(Replicates.of(set.data(expected.get(i))));
        }
    }

    /** Curves that are mostly noise have the most basins; few doses leave them the least apart. */
    @Test
    void noiseHidesNoOptimumFromTheGrid() {
        var random = new Random(10);
        for (int i = 0; i < 400; i++) {
            double[] logDose = new double[5 + i % 6];
            double[] response = new double[logDose.length];
            for (int j = 0; j < logDose.length; j++) {
                logDose[j] = -9.5 + 4.5 * j / (logDose.length - 1);
                response[j] = 10 * random.nextGaussian() + (i % 3) * 20 / (1 + StrictMath.exp(2 * logDose[j] + 14));
            }
            assertThatNoSearchFindsBetter(Replicates.of(SigmoidData.ofLogDoses(logDose, response)));
        }
    }

    private static void assertThatNoSearchFindsBetter(Replicates data) {
        var wide = new PlateauLimits(-Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MAX_VALUE);
        SearchBox box = SearchBox.of(SigmoidSpec.fourParameter(), data);
        double fromGrid = leastSquares(new ProjectedProblem(data, PlateauLimits.NONE), box, null);
        double everyBasin = leastSquares(new ProjectedProblem(data, wide), box, null);
        double byAngles = Math.min(
                leastSquares(new ProjectedProblem(data, PlateauLimits.NONE), box, Direction.FALLING),
                leastSquares(new ProjectedProblem(data, PlateauLimits.NONE), box, Direction.RISING));
        double rounding = 1e-12 * data.sumOfSquares() + 1e-9 * everyBasin;
        assertThat(fromGrid).isLessThanOrEqualTo(everyBasin + rounding);
        assertThat(fromGrid).isLessThanOrEqualTo(byAngles + rounding);
        assertThat(byAngles).isCloseTo(everyBasin, within(1e-6 * everyBasin));
    }

    private static double leastSquares(ProjectedProblem problem, SearchBox box, @Nullable Direction only) {
        GlobalSearch.Optimum best = new GlobalSearch(problem, box, only).find();
        return best == null ? Double.POSITIVE_INFINITY : best.plateaus().sumOfSquares();
    }

    @ParameterizedTest
    @ValueSource(strings = {"easy", "hard"})
    void quickLimitsAreThoseOfTheWalkedProfile(String name) {
        SyntheticSet set = SyntheticSet.load(name);
        int quick = 0;
        for (int i = 0; i < set.expected().size(); i += 5) {
            SigmoidData data = set.data(set.expected().get(i));
            for (SigmoidSpec spec : new SigmoidSpec[] {SigmoidSpec.fourParameter(), SigmoidSpec.threeParameter()}) {
                SigmoidFit fit = Simulated.fit(data, spec);
                QuickLimit limit = QuickLimit.of(fit);
                quick += limit == null ? 0 : 1;
                if (limit != null) {
                    assertThatItIsWalked(fit, limit);
                }
            }
        }
        assertThat(quick).isGreaterThan(100);
    }

    private static void assertThatItIsWalked(SigmoidFit fit, QuickLimit limit) {
        double quantile = Quantiles.twoSided(0.95, fit.degreesOfFreedom());
        double wald = quantile * fit.standardError(Parameter.LOG_IC50).orElseThrow() * Replicates.LN10;
        double reach = ProfileLikelihood.REACH_DECADES * Replicates.LN10;
        double stride = 0.1 * Replicates.LN10;
        double threshold = ProfileLikelihood.threshold(fit, quantile);
        double estimate = fit.curve().logIc50() * Replicates.LN10;
        Profile profile = ProfileLikelihood.walk(fit, Parameter.LOG_IC50);
        limit.find(threshold, -1, wald, stride, reach)
                .ifPresent(
                        low -> assertThat(low).isLessThan(estimate).isCloseTo(profile.below(threshold), within(1e-9)));
        limit.find(threshold, 1, wald, stride, reach)
                .ifPresent(high ->
                        assertThat(high).isGreaterThan(estimate).isCloseTo(profile.above(threshold), within(1e-9)));
    }

    @Test
    void aLadderGivesTheSumsOfSquaresOfItsSlopes() {
        double[] logDose = {Double.NEGATIVE_INFINITY, -9, -8, -7.5, -7, -6.2, -6, -5};
        double[] response = {101, 98, 97, 80, 55, 15, 12, 3};
        Replicates data = Replicates.of(SigmoidData.ofLogDoses(logDose, response));
        var problem = new ProjectedProblem(data, PlateauLimits.NONE);
        var ladder = new SlopeLadder(problem, SearchBox.of(SigmoidSpec.fourParameter(), data));
        double mid = -7.1 * Replicates.LN10;
        double[] values = ladder.values(mid);
        assertThat(ladder.logSlope[0]).isEqualTo(StrictMath.log(0.1));
        assertThat(ladder.logSlope[values.length - 1]).isEqualTo(StrictMath.log(10));
        for (int i = 0; i < values.length; i++) {
            double expected =
                    problem.value(new double[] {mid, ladder.logSlope[i], 0}).sumOfSquares();
            assertThat(values[i]).isCloseTo(expected, within(1e-10 * expected));
        }
        assertThat(SlopeLadder.basins(new double[] {1, 1, 2, 1, 0, 0, 3, 2})).containsExactly(0, 4, 7);
    }

    @Test
    void noBitDependsOnWhichMeshesAreKeptNorOnTheThread() {
        var random = new Random(9);
        List<SigmoidData> curves = new ArrayList<>();
        for (int design = 0; design < 40; design++) {
            double[] logDose = new double[8];
            double[] response = new double[8];
            double[] weight = new double[8];
            for (int i = 0; i < logDose.length; i++) {
                logDose[i] = -9 + 0.5 * i + 0.01 * design;
                response[i] = 100 / (1 + StrictMath.pow(10, logDose[i] + 7)) + 5 * random.nextGaussian();
                weight[i] = 1 + random.nextInt(3);
            }
            curves.add(new SigmoidData(logDose, response, weight));
        }
        List<SigmoidCurve> inOrder = curves.stream().map(FastPathTest::curve).toList();
        List<SigmoidCurve> crowded = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> curve(curves.get(i * 7 % curves.size())))
                .toList();
        for (int i = 0; i < crowded.size(); i++) {
            assertThat(crowded.get(i)).isEqualTo(inOrder.get(i * 7 % curves.size()));
        }
    }

    private static SigmoidCurve curve(SigmoidData data) {
        return Simulated.fit(data, SigmoidSpec.fourParameter()).curve();
    }

    @Test
    void aMemoForgetsTheLeastRecentlyUsed() {
        var computed = new ArrayList<Integer>();
        var memo = new Memo<Integer, Integer>(2, key -> {
            computed.add(key);
            return -key;
        });
        for (int key : new int[] {1, 2, 1, 3, 1, 2}) {
            assertThat(memo.get(key)).isEqualTo(-key);
        }
        assertThat(computed).containsExactly(1, 2, 3, 2);
    }
}

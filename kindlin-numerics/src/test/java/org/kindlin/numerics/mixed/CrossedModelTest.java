package org.kindlin.numerics.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

/** Crossed and nested random intercepts by restricted maximum likelihood. */
class CrossedModelTest {
    private static final int CONDITIONS = 5;

    /** Blot, condition, lysate (two of each condition), known variance, logarithm of a ratio: four blots with gaps. */
    private static final double[][] LANES = {
        {0, 0, 1, 0.0004, -0.2503}, {0, 1, 2, 0.0016, -0.3095}, {0, 1, 3, 0.0016, -0.2091}, {0, 2, 4, 0.0036, -0.9758},
        {0, 2, 5, 0.0036, -1.1762}, {0, 3, 7, 0.0064, -1.2753}, {0, 4, 8, 0.01, -1.8335}, {0, 4, 9, 0.01, -1.8652},
        {1, 0, 0, 0.0004, -0.0935}, {1, 0, 1, 0.0004, -0.0709}, {1, 1, 2, 0.0016, -0.2187}, {1, 1, 3, 0.0016, 0.0643},
        {1, 2, 4, 0.0036, -1.0672}, {1, 3, 6, 0.0064, -0.9972}, {1, 3, 7, 0.0064, -0.9676}, {1, 4, 8, 0.01, -1.4082},
        {1, 4, 9, 0.01, -1.8996}, {2, 0, 0, 0.0004, -0.2995}, {2, 0, 1, 0.0004, -0.4848}, {2, 1, 2, 0.0016, -0.6091},
        {2, 1, 3, 0.0016, -0.0878}, {2, 2, 4, 0.0036, -1.1543}, {2, 2, 5, 0.0036, -1.096}, {2, 3, 6, 0.0064, -1.1014},
        {2, 3, 7, 0.0064, -1.3226}, {2, 4, 8, 0.01, -1.7265}, {2, 4, 9, 0.01, -1.9541}, {3, 0, 0, 0.0004, -0.5525},
        {3, 0, 1, 0.0004, -0.8181}, {3, 1, 2, 0.0016, -0.8221}, {3, 1, 3, 0.0016, -0.3639}, {3, 2, 5, 0.0036, -1.5808},
        {3, 3, 6, 0.0064, -1.4128}, {3, 3, 7, 0.0064, -1.5408}, {3, 4, 8, 0.01, -2.1097}, {3, 4, 9, 0.01, -1.995}
    };

    private static CrossedData crossed() {
        int n = LANES.length;
        double[] response = new double[n];
        double[][] fixed = new double[n][CONDITIONS];
        double[] known = new double[n];
        int[] blot = new int[n];
        int[] lysate = new int[n];
        for (int i = 0; i < n; i++) {
            blot[i] = (int) LANES[i][0];
            fixed[i][(int) LANES[i][1]] = 1;
            lysate[i] = (int) LANES[i][2];
            known[i] = LANES[i][3];
            response[i] = LANES[i][4];
        }
        return new CrossedData(response, fixed, known, List.of(blot, lysate));
    }

    /**
     * By an independent program: the restricted likelihood written out with NumPy's dense matrices and minimised over the
     * logarithms of the variances by SciPy (Nelder-Mead, then BFGS), to some seven digits.
     */
    @Test
    void agreesWithTheRestrictedLikelihoodWrittenOut() {
        CrossedFit fit = CrossedModel.fit(crossed()).orElseThrow();
        assertThat(fit.criterion()).isCloseTo(-19.0798897894408, within(1e-8));
        assertThat(fit.variance(0)).isCloseTo(0.0454666, within(2e-6));
        assertThat(fit.variance(1)).isCloseTo(0.0149528, within(1e-6));
        assertThat(fit.residualVariance()).isCloseTo(0.00874868, within(5e-7));
        assertThat(fit.coefficients()[0]).isCloseTo(-0.350491971, within(1e-6));
        assertThat(fit.coefficients()[3]).isCloseTo(-1.214287043, within(1e-6));
        assertThat(fit.effects(0)[3]).isCloseTo(-0.28235703, within(1e-5));
        Contrast contrast = fit.contrast(new double[] {-1, 0, 0, 0, 1});
        assertThat(contrast.value()).isCloseTo(-1.498483029, within(1e-6));
        assertThat(contrast.standardError()).isCloseTo(0.136591888, within(1e-5));
        assertThat(contrast.df()).isCloseTo(5.00706, within(1e-3));
    }

    /** In blocks that hold every condition once, REML is the analysis of variance: differences on (blots - 1)(conditions - 1). */
    @Test
    void completeBlocksAreTheAnalysisOfVariance() {
        int blots = 3;
        int conditions = 6;
        RandomStream random = RandomStream.ofSeed(5);
        double[][] y = new double[blots][conditions];
        for (int b = 0; b < blots; b++) {
            double scale = random.nextGaussian(0, 1);
            for (int c = 0; c < conditions; c++) {
                y[b][c] = scale + 0.3 * c + random.nextGaussian(0, 0.2);
            }
        }
        double[] rows = new double[blots];
        double[] columns = new double[conditions];
        double mean = 0;
        for (int b = 0; b < blots; b++) {
            for (int c = 0; c < conditions; c++) {
                rows[b] += y[b][c] / conditions;
                columns[c] += y[b][c] / blots;
                mean += y[b][c] / blots / conditions;
            }
        }
        double[] response = new double[blots * conditions];
        double[][] fixed = new double[response.length][conditions];
        int[] blot = new int[response.length];
        double rss = 0;
        for (int i = 0; i < response.length; i++) {
            blot[i] = i / conditions;
            response[i] = y[blot[i]][i % conditions];
            fixed[i][i % conditions] = 1;
            double away = response[i] - rows[blot[i]] - columns[i % conditions] + mean;
            rss += away * away;
        }
        int df = (blots - 1) * (conditions - 1);
        CrossedFit fit = CrossedModel.fit(new CrossedData(response, fixed, new double[response.length], List.of(blot)))
                .orElseThrow();
        Contrast contrast = fit.contrast(new double[] {-1, 0, 0, 0, 0, 1});
        assertThat(fit.residualVariance()).isCloseTo(rss / df, within(1e-7 * rss));
        assertThat(contrast.value()).isCloseTo(columns[5] - columns[0], within(1e-12));
        assertThat(contrast.standardError()).isCloseTo(Math.sqrt(2 * rss / df / blots), within(1e-6));
        assertThat(contrast.df()).isCloseTo(df, within(1e-4));
    }

    @Test
    void groupsThatDoNotDifferHaveNoVariance() {
        double[] response = {1, 3, 3, 1, 1, 3, 3, 1};
        double[][] fixed = new double[8][1];
        int[] group = new int[8];
        for (int i = 0; i < 8; i++) {
            fixed[i][0] = 1;
            group[i] = i / 2;
        }
        CrossedFit fit = CrossedModel.fit(new CrossedData(response, fixed, new double[8], List.of(group)))
                .orElseThrow();
        assertThat(fit.variance(0)).isZero();
        assertThat(fit.residualVariance()).isCloseTo(8 / 7.0, within(1e-9));
        assertThat(fit.contrast(new double[] {1}).df()).isCloseTo(7, within(1e-9));
    }

    @Test
    void saturatedOrDependentDesignsAreNotFitted() {
        double[] two = {1, 2};
        int[] group = {0, 1};
        assertThat(CrossedModel.fit(new CrossedData(
                        two, new double[][] {{1, 0}, {0, 1}}, new double[2], List.of(group))))
                .isEmpty();
        double[] four = {1, 2, 3, 5};
        double[][] dependent = {{1, 1}, {1, 1}, {1, 1}, {1, 1}};
        assertThat(CrossedModel.fit(new CrossedData(four, dependent, new double[4], List.of(new int[] {0, 0, 1, 1}))))
                .isEmpty();
    }
}

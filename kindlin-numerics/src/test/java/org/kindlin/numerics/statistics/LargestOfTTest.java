package org.kindlin.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * The largest |t|. Tukey's tails are SciPy 1.17.1's {@code studentized_range.sf(c sqrt 2, m, df)}; Dunnett's are double integrals of
 * products of normal probabilities (120 Hermite nodes inside, adaptive to 1e-12 outside), also in SciPy. Agreement is to 2e-7 of each
 * tail at rank 2, 2e-5 at rank 3 (four arms) and 1.5e-3 up to rank 9.
 */
class LargestOfTTest {
    private static final double PERCENT = 2e-3;
    private static final double HIGHER_PERCENT = 0.15;

    /** Correlation of all pairs of independent arms of equal size. */
    private static double[][] pairs(int arms) {
        double[][] contrast = new double[arms * (arms - 1) / 2][arms];
        int row = 0;
        for (int i = 0; i < arms; i++) {
            for (int j = 0; j < i; j++) {
                contrast[row][i] = Math.sqrt(0.5);
                contrast[row++][j] = -Math.sqrt(0.5);
            }
        }
        double[][] correlation = new double[row][row];
        for (int i = 0; i < row; i++) {
            for (int j = 0; j < row; j++) {
                for (int a = 0; a < arms; a++) {
                    correlation[i][j] += contrast[i][a] * contrast[j][a];
                }
            }
        }
        return correlation;
    }

    private static double[][] products(double... b) {
        double[][] correlation = new double[b.length][b.length];
        for (int i = 0; i < b.length; i++) {
            for (int j = 0; j < b.length; j++) {
                correlation[i][j] = i == j ? 1 : b[i] * b[j];
            }
        }
        return correlation;
    }

    @Test
    void meetsTheStudentisedRange() {
        double[][] expected = {
            {4, 20, 2.5, 0.09049795968748053},
            {4, 20, 3.7, 0.007122494711373273},
            {5, 36, 4.2, 0.0014861254023220694},
            {10, 90, 3.0, 0.09481402523944493}
        };
        for (double[] row : expected) {
            assertThat(LargestOfT.of(pairs((int) row[0]), row[1]).upperTail(row[2]))
                    .isCloseTo(row[3], withinPercentage(row[0] > 4 ? HIGHER_PERCENT : PERCENT));
        }
        assertThat(LargestOfT.of(pairs(3), 12.3).upperTail(2.2)).isCloseTo(0.11060498244109418, withinPercentage(2e-5));
    }

    @Test
    void meetsDunnettsIntegral() {
        double half = Math.sqrt(0.5);
        assertThat(LargestOfT.of(products(half, half, half), 36).upperTail(2.3))
                .isCloseTo(0.07009186152953562, withinPercentage(PERCENT));
        assertThat(LargestOfT.of(products(half, half, half), 36).upperTail(3.4))
                .isCloseTo(0.004648822871029745, withinPercentage(PERCENT));
        assertThat(LargestOfT.of(products(0.3, 0.6, 0.8), 20).upperTail(2.6))
                .isCloseTo(0.04707104121540928, withinPercentage(PERCENT));
        assertThat(LargestOfT.of(products(half, half), 8.5).upperTail(2.0))
                .isCloseTo(0.13480803495622506, withinPercentage(2e-5));
        double[] nine = new double[9];
        Arrays.fill(nine, half);
        assertThat(LargestOfT.of(products(nine), 90).upperTail(2.7))
                .isCloseTo(0.05548145735365828, withinPercentage(HIGHER_PERCENT));
    }

    @Test
    void oneContrastIsStudents() {
        LargestOfT one = LargestOfT.of(new double[][] {{1}}, 7.5);
        assertThat(one.upperTail(2.1)).isCloseTo(Distributions.studentTwoSided(2.1, 7.5), withinPercentage(1e-10));
        assertThat(one.quantile(0.95)).isCloseTo(Distributions.studentQuantile(0.975, 7.5), withinPercentage(1e-7));
    }

    @Test
    void sameContrastsAreOne() {
        double[][] same = {{1, 1, -1}, {1, 1, -1}, {-1, -1, 1}};
        assertThat(LargestOfT.of(same, 9).upperTail(1.7))
                .isCloseTo(Distributions.studentTwoSided(1.7, 9), withinPercentage(1e-10));
    }

    @Test
    void quantileGoesBackToItsTail() {
        LargestOfT all = LargestOfT.of(pairs(4), Double.POSITIVE_INFINITY);
        assertThat(all.upperTail(all.quantile(0.95))).isCloseTo(0.05, withinPercentage(1e-6));
    }
}

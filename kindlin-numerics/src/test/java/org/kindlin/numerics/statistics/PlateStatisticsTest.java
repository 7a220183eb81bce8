package org.kindlin.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

/**
 * Statistics of plates. Reference answers: {@code src/test/python/plate_statistics.py} (numpy, scipy), to 1e-12 relative;
 * the intraclass correlation is Shrout and Fleiss's own example (0.17), the outlier test that of Rosner 1983 as NIST works it
 * (e-Handbook of Statistical Methods 1.3.5.17.3, to the three decimals printed there).
 */
class PlateStatisticsTest {
    private static final double[] HIGH = {102.1, 98.4, 105.7, 99.9, 101.3, 96.2, 103.8, 88.0};
    private static final double[] LOW = {9.8, 11.2, 10.4, 8.9, 10.1, 12.6, 9.5};
    private static final double[] ROSNER = {
        -0.25, 0.68, 0.94, 1.15, 1.20, 1.26, 1.26, 1.34, 1.38, 1.43, 1.49, 1.49, 1.55, 1.56, 1.58, 1.65, 1.69, 1.70,
        1.76, 1.77, 1.81, 1.91, 1.94, 1.96, 1.99, 2.06, 2.09, 2.10, 2.14, 2.15, 2.23, 2.24, 2.26, 2.35, 2.37, 2.40,
        2.47, 2.54, 2.62, 2.64, 2.90, 2.92, 2.92, 2.93, 3.21, 3.26, 3.30, 3.59, 3.68, 4.30, 4.64, 5.34, 5.42, 6.01
    };

    private static Offset<Double> close(double to) {
        return within(1e-12 * Math.abs(to));
    }

    private static void assertValue(OptionalDouble actual, double expected) {
        assertThat(actual.orElseThrow()).isCloseTo(expected, close(expected));
    }

    @Test
    void separationOfControls() {
        assertValue(SeparationFactor.ssmd(HIGH, LOW), 15.820578623967215);
        assertValue(SeparationFactor.robustSsmd(HIGH, LOW), 22.069536687524113);
        assertValue(SeparationFactor.signalWindow(HIGH, LOW), 12.539993939969621);
        assertValue(SeparationFactor.ssmd(LOW, HIGH), -15.820578623967215);
        assertThat(SeparationFactor.ssmd(new double[] {1, 1}, new double[] {2, 2}))
                .isEmpty();
        assertThat(SeparationFactor.robustSsmd(HIGH, new double[] {2})).isEmpty();
    }

    @Test
    void trend() {
        MannKendall rising =
                MannKendall.of(5.1, 4.8, 5.6, 5.9, 5.3, 6.4, 6.1, 6.8).orElseThrow();
        assertThat(rising.score()).isEqualTo(20);
        assertThat(rising.p()).isCloseTo(0.014136904761904762, close(0.014));
        assertThat(rising.slope()).isCloseTo(0.25, close(0.25));
        MannKendall tied = MannKendall.of(3, 3, 4, 2, 5, 5, 4, 6, 6, 7).orElseThrow();
        assertThat(tied.score()).isEqualTo(31);
        assertThat(tied.p()).isCloseTo(0.006386023282707057, close(0.0064));
        assertThat(tied.slope()).isCloseTo(0.42857142857142855, close(0.43));
        assertThat(MannKendall.of(1, 2, 3, 4)).isEmpty();
        assertThat(MannKendall.of(2, 2, 2, 2, 2).orElseThrow().p()).isEqualTo(1);
    }

    @Test
    void agreementOfReplicates() {
        List<double[]> judges = List.of(
                new double[] {9, 2, 5, 8},
                new double[] {6, 1, 3, 2},
                new double[] {8, 4, 6, 8},
                new double[] {7, 1, 2, 6},
                new double[] {10, 5, 6, 9},
                new double[] {6, 2, 4, 7});
        IntraclassCorrelation icc = IntraclassCorrelation.of(judges, 0.95).orElseThrow();
        assertThat(icc.value()).isCloseTo(0.16574176840547544, close(0.166));
        assertThat(icc.low()).isCloseTo(-0.13293232487475098, within(1e-11));
        assertThat(icc.high()).isCloseTo(0.722560062328121, within(1e-11));
        assertThat(IntraclassCorrelation.of(List.of(new double[] {1, 2}), 0.95)).isEmpty();
    }

    @Test
    void regression() {
        double[][] columns = new double[3][30];
        double[] y = new double[30];
        double[] weight = new double[30];
        for (int i = 0; i < 30; i++) {
            columns[0][i] = Math.sin(1 + i);
            columns[1][i] = Math.cos(2 * i);
            columns[2][i] = i % 7 / 7.0 - 0.4;
            y[i] = 0.3 * columns[0][i] - 1.1 * columns[1][i] + 0.05 * Math.sin(13 * i);
            weight[i] = 1 + i % 4;
        }
        WeightedRegression fit = WeightedRegression.fit(columns, y, weight, 5).orElseThrow();
        double[] beta = {0.3025983008455899, -1.0906003437519285, -0.009520747583031779};
        double[] error = {0.010505340689901487, 0.010460949371055477, 0.02624832493570716};
        for (int k = 0; k < 3; k++) {
            assertThat(fit.coefficients().get(k).orElseThrow()).isCloseTo(beta[k], within(1e-13));
            assertThat(fit.errors().get(k).orElseThrow()).isCloseTo(error[k], within(1e-13));
        }
        assertThat(fit.rss()).isCloseTo(0.08741848047207955, within(1e-14));
        double[] sum = new double[30];
        Arrays.setAll(sum, i -> columns[0][i] + columns[1][i]);
        WeightedRegression confounded = WeightedRegression.fit(
                        new double[][] {columns[0], columns[1], sum, columns[2], new double[30]}, y, weight, 5)
                .orElseThrow();
        assertThat(confounded.coefficients())
                .extracting(OptionalDouble::isPresent)
                .containsExactly(false, false, false, true, false);
    }

    @Test
    void medianPolish() {
        double[][] table = {
            {12.0, 15.5, 9.0, 14.2},
            {11.1, Double.NaN, 8.2, 30.0},
            {13.7, 17.9, 10.4, 15.8}
        };
        MedianPolish polish = MedianPolish.of(table);
        assertThat(polish.overall()).isCloseTo(13.1, within(1e-12));
        assertThat(polish.rows()).containsExactly(new double[] {0, -0.775, 1.65}, within(1e-12));
        assertThat(polish.columns()).containsExactly(new double[] {-1.1, 2.775, -4.125, 1.1}, within(1e-12));
        assertThat(polish.residuals()[1][1]).isNaN();
        assertThat(polish.bScores()[1][3]).isCloseTo(223.59335219000585, within(1e-8));
        assertThat(table[1][3]).isEqualTo(30);
    }

    @Test
    void outliersOfRosnersExample() {
        ExtremeDeviates found = ExtremeDeviates.of(ROSNER, new int[ROSNER.length], 10, 0.05);
        assertThat(found.outliers()).extracting(ExtremeDeviates.Outlier::index).containsExactly(53, 52, 51);
        // NIST divides by s alone; sqrt(1 - 1/n) with n = 54, 53 and 52 turns one form into the other.
        double[] deviate = {3.118, 2.942, 3.179};
        double[] critical = {3.158, 3.151, 3.143};
        for (int i = 0; i < 3; i++) {
            double form = Math.sqrt(1 - 1.0 / (54 - i));
            assertThat(found.outliers().get(i).deviate() * form).isCloseTo(deviate[i], within(0.001));
            assertThat(found.outliers().get(i).critical() * form).isCloseTo(critical[i], within(0.001));
        }
        assertThat(ExtremeDeviates.of(new double[] {1, 100}, new int[2], 1, 0.05)
                        .outliers())
                .isEmpty();
        assertThat(ExtremeDeviates.of(new double[] {5, 5, 5}, new int[3], 1, 0.05)
                        .outliers())
                .isEmpty();
    }

    @Test
    void aPlateWithoutOutliersIsFlaggedAsOftenAsTheLevelSays() {
        RandomStream random = RandomStream.ofSeed(5);
        int flagged = 0;
        for (int plate = 0; plate < 2000; plate++) {
            double[] value = new double[60];
            int[] group = new int[60];
            for (int i = 0; i < 60; i++) {
                group[i] = i < 20 ? 0 : 1 + (i - 20) / 4;
                value[i] = 10 * group[i] + random.nextGaussian();
            }
            flagged += ExtremeDeviates.of(value, group, 6, 0.05).outliers().isEmpty() ? 0 : 1;
        }
        assertThat(flagged).isBetween(70, 130);
    }

    @Test
    void controlChart() {
        ControlChart chart = ControlChart.of(10, 12, 11, 13, 9);
        assertThat(chart.centre()).isEqualTo(11);
        assertThat(chart.sigma()).isCloseTo(2 / (Math.sqrt(2) * Distributions.normalQuantile(0.75)), close(2));
        assertThat(ControlChart.of(10, 11, 10, 11, 30, 10, 11, 10).isOutside(30))
                .isTrue();
        assertThat(chart.isOutside(11 + 2.9 * chart.sigma())).isFalse();
        assertThat(chart.isOutside(11 - 3.1 * chart.sigma())).isTrue();
        assertThatThrownBy(() -> ControlChart.of(1)).isInstanceOf(IllegalArgumentException.class);
    }
}

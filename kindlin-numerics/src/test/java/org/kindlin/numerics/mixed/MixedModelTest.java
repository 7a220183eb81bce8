package org.kindlin.numerics.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

class MixedModelTest {

    /** Animals with random intercept and slope on one set of days. */
    static MixedData simulated(int animals, int visits, double interceptSd, double slopeSd, RandomStream random) {
        List<Subject> subjects = new ArrayList<>();
        for (int a = 0; a < animals; a++) {
            double intercept = 5 + interceptSd * random.nextGaussian();
            double slope = 0.1 + slopeSd * random.nextGaussian();
            double[] y = new double[visits];
            double[][] x = new double[visits][];
            for (int i = 0; i < visits; i++) {
                double day = 3.0 * i;
                x[i] = new double[] {1, day};
                y[i] = intercept + slope * day + 0.2 * random.nextGaussian();
            }
            subjects.add(new Subject(y, x, x));
        }
        return new MixedData(subjects);
    }

    @Test
    void theDevianceIsThatOfTheDenseNormalDensity() {
        MixedData data = GrowthSets.relative("SW837");
        MixedFit fit = MixedModel.fit(data, RandomStructure.CORRELATED, Criterion.ML);
        double deviance = 0;
        double variance = fit.sigma() * fit.sigma();
        double g = fit.randomCovariance()[0][0];
        for (Subject subject : data.subjects()) {
            int n = subject.rows();
            double[] v = new double[n * n];
            double[] r = new double[n];
            for (int i = 0; i < n; i++) {
                r[i] = subject.response()[i] - SmallMatrix.dot(subject.fixed()[i], fit.coefficients());
                for (int j = 0; j < n; j++) {
                    v[i * n + j] = g * subject.random()[i][0] * subject.random()[j][0] + (i == j ? variance : 0);
                }
            }
            SmallMatrix.cholesky(v, n);
            SmallMatrix.forward(v, n, r, 1);
            deviance += n * Math.log(2 * Math.PI) + SmallMatrix.dot(r, r);
            for (int i = 0; i < n; i++) {
                deviance += 2 * Math.log(v[i * n + i]);
            }
        }
        assertThat(fit.criterionValue()).isCloseTo(deviance, within(1e-10));
    }

    @Test
    void withoutVariationBetweenAnimalsTheFitIsOnTheBorderAndIsLeastSquares() {
        RandomStream random = RandomStream.ofSeed(3);
        int onBorder = 0;
        for (int study = 0; study < 40; study++) {
            MixedFit fit = MixedModel.fit(
                    simulated(12, 6, 0, 0, random.child(study)), RandomStructure.CORRELATED, Criterion.REML);
            assertThat(fit.hasConverged()).isTrue();
            if (fit.isSingular()) {
                onBorder++;
                double[][] g = fit.randomCovariance();
                double determinant = g[0][0] * g[1][1] - g[0][1] * g[1][0];
                assertThat(determinant).isCloseTo(0, within(1e-15));
            }
            assertThat(fit.contrast(new double[] {0, 1}, SmallSample.KENWARD_ROGER)
                            .df())
                    .isGreaterThan(1);
            assertThat(fit.contrast(new double[] {0, 1}, SmallSample.SATTERTHWAITE)
                            .df())
                    .isGreaterThan(1);
        }
        assertThat(onBorder).isGreaterThan(25);
    }

    @Test
    void noAlarmOnSeventyFiveThousandRows() {
        MixedData data = simulated(5000, 15, 0.3, 0.02, RandomStream.ofSeed(1));
        MixedFit fit = MixedModel.fit(data, RandomStructure.CORRELATED, Criterion.REML);
        assertThat(fit.hasConverged()).isTrue();
        assertThat(fit.isSingular()).isFalse();
        assertThat(Math.sqrt(fit.randomCovariance()[1][1])).isCloseTo(0.02, within(0.001));
        assertThat(fit.sigma()).isCloseTo(0.2, within(0.002));
    }

    @Test
    void orderOfAnimalsAndUnitOfTimeChangeNothing() {
        MixedData data = GrowthSets.interceptAndSlope("CR1197");
        MixedFit fit = MixedModel.fit(data, RandomStructure.CORRELATED, Criterion.REML);
        List<Subject> reversed = new ArrayList<>(data.subjects());
        Collections.reverse(reversed);
        MixedFit other = MixedModel.fit(new MixedData(reversed), RandomStructure.CORRELATED, Criterion.REML);
        MixedData inHours = new MixedData(data.subjects().stream()
                .map(subject -> new Subject(subject.response(), subject.fixed(), hours(subject.random())))
                .toList());
        MixedFit hourly = MixedModel.fit(inHours, RandomStructure.CORRELATED, Criterion.REML);
        for (int i = 0; i < fit.coefficients().length; i++) {
            assertThat(other.coefficients()[i]).isCloseTo(fit.coefficients()[i], within(1e-9));
            assertThat(hourly.coefficients()[i]).isCloseTo(fit.coefficients()[i], within(1e-9));
        }
        assertThat(hourly.criterionValue()).isCloseTo(fit.criterionValue(), within(1e-8));
    }

    private static double[][] hours(double[][] rows) {
        double[][] hours = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            hours[i] = new double[] {rows[i][0], 24 * rows[i][1]};
        }
        return hours;
    }

    @Test
    void dependentColumnsAreRefused() {
        double[][] twice = {{1, 2}, {1, 2}, {1, 2}};
        double[][] one = {{1}, {1}, {1}};
        MixedData data = new MixedData(List.of(new Subject(new double[] {1, 2, 4}, twice, one)));
        assertThatThrownBy(() -> MixedModel.fit(data, RandomStructure.CORRELATED, Criterion.REML))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not linearly independent");
    }
}

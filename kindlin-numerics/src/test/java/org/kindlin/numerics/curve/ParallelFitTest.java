package org.kindlin.numerics.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.sigmoid.SigmoidData;
import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.statistics.RatioInterval;

/** Curves that differ in potency alone. */
class ParallelFitTest {
    private static CurveFit fit(List<CurveFamily> families, double[] dose, double[] response) {
        return CurveSearch.fit(families, SigmoidData.ofDoses(dose, response), CurveOptions.STANDARD)
                .fit()
                .orElseThrow();
    }

    /** The slope-ratio assay: its profile interval is Fieller's of the ratio of slopes with a common intercept. */
    @Test
    void theProfileOfStraightLinesIsFiellersInterval() {
        double[] dose = {0, 1, 2, 4, 8, 0, 1, 2, 4, 8};
        double[] reference = {5.1, 7.3, 9.0, 13.4, 20.8, 4.6, 6.9, 9.4, 12.7, 21.3};
        double[] test = {4.9, 8.4, 11.0, 17.9, 29.5, 5.4, 8.0, 11.6, 17.1, 30.2};
        ParallelFit parallel = ParallelFit.of(
                        fit(CurveFamilies.straightLine(), dose, reference),
                        fit(CurveFamilies.straightLine(), dose, test))
                .orElseThrow();
        RatioInterval.Bounded expected = fieller(dose, reference, test);
        CurveParameter.Limits limits = parallel.profile(0.95).orElseThrow();
        assertThat(Math.pow(10, limits.low())).isCloseTo(expected.low(), within(1e-8));
        assertThat(Math.pow(10, limits.high())).isCloseTo(expected.high(), within(1e-8));
    }

    /** Multiple regression on (1, dose of reference, dose of test) by its normal equations, solved by Cramer's rule. */
    private static RatioInterval.Bounded fieller(double[] dose, double[] reference, double[] test) {
        double n = 2.0 * dose.length;
        double s = 0;
        double ss = 0;
        double y = 0;
        double xr = 0;
        double xt = 0;
        for (int i = 0; i < dose.length; i++) {
            s += dose[i];
            ss += dose[i] * dose[i];
            y += reference[i] + test[i];
            xr += dose[i] * reference[i];
            xt += dose[i] * test[i];
        }
        // Eliminating the intercept leaves a symmetric system of two slopes.
        double diagonal = ss - s * s / n;
        double off = -s * s / n;
        double right = xr - s * y / n;
        double left = xt - s * y / n;
        double determinant = diagonal * diagonal - off * off;
        double ofReference = (diagonal * right - off * left) / determinant;
        double ofTest = (diagonal * left - off * right) / determinant;
        double intercept = (y - s * (ofReference + ofTest)) / n;
        double rss = 0;
        for (int i = 0; i < dose.length; i++) {
            rss += Math.pow(reference[i] - intercept - ofReference * dose[i], 2);
            rss += Math.pow(test[i] - intercept - ofTest * dose[i], 2);
        }
        double variance = rss / (n - 3);
        return (RatioInterval.Bounded) RatioInterval.fieller(
                ofTest,
                ofReference,
                variance * diagonal / determinant,
                variance * diagonal / determinant,
                -variance * off / determinant,
                Distributions.studentQuantile(0.975, n - 3));
    }

    @Test
    void aShiftedCurveHasItsShiftAsPotency() {
        RandomStream random = RandomStream.ofSeed(4);
        double[] dose = {0, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100};
        for (List<CurveFamily> families : List.of(
                CurveFamilies.fourParameterLogistic(Optional.empty()),
                CurveFamilies.weibullOne(Optional.empty()),
                CurveFamilies.gompertz(Optional.empty()))) {
            double[] reference = new double[dose.length];
            double[] test = new double[dose.length];
            for (int i = 0; i < dose.length; i++) {
                reference[i] = random.nextGaussian(100 / (1 + Math.pow(dose[i] / 2, 1.2)), 0.5);
                test[i] = random.nextGaussian(100 / (1 + Math.pow(4 * dose[i] / 2, 1.2)), 0.5);
            }
            ParallelFit parallel = ParallelFit.of(fit(families, dose, reference), fit(families, dose, test))
                    .orElseThrow();
            assertThat(Math.pow(10, parallel.logPotency())).isBetween(3.2, 4.8);
            assertThat(parallel.degreesOfFreedom()).isEqualTo(15);
            CurveParameter.Limits limits = parallel.profile(0.95).orElseThrow();
            assertThat(limits.low()).isLessThan(parallel.logPotency());
            assertThat(limits.high()).isGreaterThan(parallel.logPotency());
        }
    }
}

package org.kindlin.numerics.sigmoid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

class KnownStartTest {
    private static final double[] DOSES = {3000, 1000, 1000 / 3.0, 1000 / 9.0, 1000 / 27.0, 1000 / 81.0};
    private static final double[] WEIGHTS = {3, 3, 3, 2, 3, 3};

    @Test
    void aCurveWithoutNoiseIsFound() {
        double[] response = responses(new KnownStartFit(0.02, 0.7, Math.log(150), 1.4));
        KnownStartFit fit = new KnownStart(DOSES, WEIGHTS).fit(response, 0.02, 0.02, 1);
        assertThat(Math.exp(fit.lnIc50())).isCloseTo(150, within(1e-6));
        assertThat(fit.hillSlope()).isCloseTo(1.4, within(1e-8));
        assertThat(fit.amplitude()).isCloseTo(0.7, within(1e-8));
    }

    /** The general regression searches the same box on another way; on none of 400 noisy sets does it find a better curve. */
    @Test
    void theOptimumIsThatOfTheGeneralRegression() {
        RandomStream random = RandomStream.ofSeed(6);
        KnownStart design = new KnownStart(DOSES, WEIGHTS);
        int worse = 0;
        for (int i = 0; i < 400; i++) {
            RandomStream own = random.child(i);
            KnownStartFit truth = new KnownStartFit(
                    0, own.nextUniform(0.2, 1), Math.log(10) * own.nextUniform(1.5, 3), own.nextUniform(0.6, 2.5));
            double[] response = Arrays.stream(responses(truth))
                    .map(y -> y + 0.03 * own.nextGaussian())
                    .toArray();
            double ours = squares(design.fit(response, 0, 0, 1), response);
            double theirs = general(response);
            worse += ours > theirs * (1 + 1e-6) ? 1 : 0;
        }
        assertThat(worse).isZero();
    }

    @Test
    void thePlateauStaysWithinItsLimits() {
        double[] response = {1.3, 1.1, 0.8, 0.3, 0.1, 0};
        KnownStartFit fit = new KnownStart(DOSES, WEIGHTS).fit(response, 0.05, 0.05, 1);
        assertThat(fit.start() + fit.amplitude()).isLessThanOrEqualTo(1 + 1e-12);
        double[] falling = {-0.3, -0.2, -0.1, 0, 0, 0};
        assertThat(new KnownStart(DOSES, WEIGHTS).fit(falling, 0, 0, 1).amplitude())
                .isZero();
    }

    @Test
    void dosesMustBePositive() {
        assertThatThrownBy(() -> new KnownStart(new double[] {0, 1}, new double[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double[] responses(KnownStartFit curve) {
        return Arrays.stream(DOSES)
                .map(dose -> curve.value(StrictMath.log(dose)))
                .toArray();
    }

    private static double squares(KnownStartFit fit, double[] response) {
        double[] fitted = responses(fit);
        double squares = 0;
        for (int i = 0; i < fitted.length; i++) {
            squares += WEIGHTS[i] * (response[i] - fitted[i]) * (response[i] - fitted[i]);
        }
        return squares;
    }

    private static double general(double[] response) {
        SigmoidSpec spec = SigmoidSpec.fourParameter()
                .with(Direction.RISING)
                .with(Parameter.BOTTOM, Constraint.fixed(0))
                .with(Parameter.TOP, Constraint.bounded(0, 1));
        SigmoidFit fit = SigmoidRegression.fit(SigmoidData.ofDoses(DOSES, response, WEIGHTS), spec)
                .fit()
                .orElseThrow();
        return fit.rss();
    }
}

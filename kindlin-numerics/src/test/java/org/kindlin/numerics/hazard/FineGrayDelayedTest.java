package org.kindlin.numerics.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.survival.CompetingSample;
import org.kindlin.numerics.survival.CumulativeIncidence;

/**
 * Fine and Gray's model with delayed entry. Expected values come from a direct computation with NumPy: weights from both product-limit
 * curves as Geskus (2011) defines them, full risk sets, Newton's steps, the sandwich of score residuals. Agreement is to 1e-12.
 */
class FineGrayDelayedTest {
    private static final int N = 60;
    private static final double[] ENTRY = new double[N];
    private static final double[] TIME = new double[N];
    private static final int[] CAUSE = new int[N];
    private static final double[] X = new double[N];
    private static final double[] Z = new double[N];

    static {
        int[] causes = {0, 1, 2, 1, 2, 0, 1};
        for (int k = 0; k < N; k++) {
            ENTRY[k] = k * 7 % 13 * 0.5;
            TIME[k] = ENTRY[k] + 0.25 + k * 11 % 17 * 0.45;
            CAUSE[k] = causes[k % 7];
            X[k] = k * 5 % 9 / 4.0;
            Z[k] = k % 2;
        }
    }

    @Test
    void meetsTheDirectComputation() {
        FineGray.Fit fit =
                FineGray.fit(new CompetingSample(ENTRY, TIME, CAUSE), 1, X, Z).orElseThrow();
        assertThat(fit.coefficients()[0]).isCloseTo(-0.0372131676729981, within(1e-12));
        assertThat(fit.coefficients()[1]).isCloseTo(0.1285766807910239, within(1e-12));
        assertThat(Math.sqrt(fit.covariance()[0][0])).isCloseTo(0.3483157691414634, within(1e-12));
        assertThat(Math.sqrt(fit.covariance()[1][1])).isCloseTo(0.4412963263742718, within(1e-12));
        assertThat(fit.covariance()[0][1]).isCloseTo(-0.05427882282973956, within(1e-12));
        assertThat(fit.logLikelihood()).isCloseTo(-89.25118124442307, within(1e-11));
        assertThat(fit.logLikelihoodNull()).isCloseTo(-89.30236175588895, within(1e-11));
    }

    /** Geskus' theorem: the product-limit estimate with these weights is Aalen and Johansen's; here by the entry curve alone. */
    @Test
    void weightsGiveAalenAndJohansensIncidence() {
        int[] uncensored =
                Arrays.stream(CAUSE).map(cause -> cause == 0 ? 2 : cause).toArray();
        CompetingSample sample = new CompetingSample(ENTRY, TIME, uncensored);
        CumulativeIncidence incidence = CumulativeIncidence.of(sample, 1);
        double product = 1;
        for (int at = 0; at < incidence.time().length; at++) {
            double t = incidence.time()[at];
            double now = EntryCurve.before(sample, new double[] {t})[0];
            double weights = 0;
            for (int i = 0; i < N; i++) {
                if (ENTRY[i] < t && t <= TIME[i]) {
                    weights++;
                } else if (TIME[i] < t && uncensored[i] == 2) {
                    weights += now / EntryCurve.before(sample, new double[] {TIME[i]})[0];
                }
            }
            product *= 1 - incidence.own()[at] / weights;
            assertThat(1 - product).isCloseTo(incidence.incidence()[at], within(1e-13));
        }
    }

    @Test
    void entryAtTheOriginChangesNoEstimate() {
        Optional<FineGray.Fit> plain = FineGray.fit(new CompetingSample(TIME, CAUSE), 1, X);
        Optional<FineGray.Fit> entered = FineGray.fit(new CompetingSample(new double[N], TIME, CAUSE), 1, X);
        assertThat(entered.orElseThrow().coefficients()[0])
                .isCloseTo(plain.orElseThrow().coefficients()[0], within(1e-12));
    }
}

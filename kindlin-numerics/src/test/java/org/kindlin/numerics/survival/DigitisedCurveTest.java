package org.kindlin.numerics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.hazard.CoxData;
import org.kindlin.numerics.hazard.CoxOutcome;
import org.kindlin.numerics.hazard.CoxRegression;
import org.kindlin.numerics.hazard.Ties;
import org.kindlin.numerics.survival.DigitisedCurve.Reconstruction;
import org.kindlin.numerics.survival.Reference.Table;

/**
 * The lung set digitised exactly and coarsely (with noise), against the truth it came from: 138 men with 112 deaths, 90 women
 * with 53, hazard ratio 0.588. The reference file's own reconstruction errs by -0.014 (exact) and -0.024 (coarse) in log hazard.
 */
class DigitisedCurveTest {
    private static final double LOG_HAZARD = Math.log(0.588002818563589);
    private static final double[] TIMES = {0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000};
    private static final int[] MEN = {138, 114, 78, 49, 31, 20, 13, 8, 6, 2, 2};
    private static final int[] WOMEN = {90, 82, 66, 43, 26, 21, 11, 8, 2, 1};

    private static Reconstruction read(String which, int sex) {
        return read(which, sex, sex == 1 ? MEN : WOMEN, OptionalInt.empty());
    }

    private static Reconstruction read(String which, int sex, int[] atRisk, OptionalInt events) {
        Table curve = new Table("survival/ipd/lung_" + sex + "_" + which + "_curve.csv");
        return DigitisedCurve.reconstruct(
                curve.numbers("time"), curve.numbers("surv"), Arrays.copyOf(TIMES, atRisk.length), atRisk, events);
    }

    /** With one number at risk nothing tells who was lost: 138 of 138 minus few would have died. The printed 112 deaths do. */
    @Test
    void theNumberOfEventsTellsHowManyWereLost() {
        for (String which : new String[] {"exact", "coarse"}) {
            Reconstruction without = read(which, 1, new int[] {138}, OptionalInt.empty());
            Reconstruction with = read(which, 1, new int[] {138}, OptionalInt.of(112));
            assertThat(without.eventError()).isEmpty();
            assertThat(without.sample().events()).isGreaterThan(120);
            assertThat(with.sample().size()).isEqualTo(138);
            assertThat(with.eventError().orElseThrow()).isBetween(-1, 1);
        }
    }

    /** The numbers at risk are kept, and the events come as near to those printed as the curve allows. */
    @Test
    void eventsBesideNumbersAtRisk() {
        Reconstruction women = read("exact", 2, WOMEN, OptionalInt.of(53));
        assertThat(Math.abs(women.eventError().orElseThrow()))
                .isLessThanOrEqualTo(Math.abs(read("exact", 2).sample().events() - 53));
        assertThat(women.atRiskError()).isEqualTo(read("exact", 2).atRiskError());
        Reconstruction few = read("exact", 1, MEN, OptionalInt.of(20));
        assertThat(few.sample().size()).isEqualTo(138);
        assertThat(few.eventError().orElseThrow()).isPositive();
    }

    @Test
    void exactCurves() {
        Reconstruction men = read("exact", 1);
        Reconstruction women = read("exact", 2);
        assertThat(men.sample().size()).isEqualTo(138);
        assertThat(women.sample().size()).isEqualTo(90);
        assertThat(men.sample().events()).isBetween(109, 115);
        assertThat(women.sample().events()).isBetween(50, 56);
        assertThat(men.rootMeanSquare()).isLessThan(0.01);
        assertThat(logHazard(men, women)).isCloseTo(LOG_HAZARD, within(0.05));
    }

    @Test
    void coarseCurvesStateALargerError() {
        Reconstruction men = read("coarse", 1);
        Reconstruction women = read("coarse", 2);
        assertThat(men.sample().size()).isEqualTo(138);
        assertThat(men.rootMeanSquare()).isGreaterThan(read("exact", 1).rootMeanSquare());
        assertThat(logHazard(men, women)).isCloseTo(LOG_HAZARD, within(0.1));
    }

    private static double logHazard(Reconstruction zero, Reconstruction one) {
        int n = zero.sample().size() + one.sample().size();
        double[] exit = new double[n];
        boolean[] event = new boolean[n];
        double[] arm = new double[n];
        for (int i = 0; i < n; i++) {
            boolean second = i >= zero.sample().size();
            SurvivalSample from = second ? one.sample() : zero.sample();
            int at = second ? i - zero.sample().size() : i;
            exit[i] = from.exit()[at];
            event[i] = from.event()[at];
            arm[i] = second ? 1 : 0;
        }
        return ((CoxOutcome.Fitted) CoxRegression.fit(CoxData.of(SurvivalSample.of(exit, event), arm), Ties.EFRON))
                .fit()
                .coefficients()[0];
    }
}

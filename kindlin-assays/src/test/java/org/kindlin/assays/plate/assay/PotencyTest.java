package org.kindlin.assays.plate.assay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.numerics.random.RandomStream;

class PotencyTest {
    private static Potency measured(double value, double low, double high) {
        return Potency.of(Estimate.of("ic50", value, "nM", low, high, 0.95, Double.NaN, "profile-likelihood"));
    }

    private static Potency censored(Relation relation, double limit) {
        boolean above = relation == Relation.ABOVE;
        return Potency.of(new Estimate(
                "ic50", limit, "nM", relation, above ? limit : null, above ? null : limit, 0.95, null, "censored"));
    }

    @Test
    void symmetricLogIntervalsAddInQuadrature() {
        Potency ratio = measured(50, 50 / 1.5, 50 * 1.5).over(measured(5, 5 / 2.0, 5 * 2.0));
        double half = Math.hypot(Math.log(1.5), Math.log(2));
        assertThat(ratio.point().getAsDouble()).isCloseTo(10, within(1e-12));
        assertThat(ratio.low()).isCloseTo(10 / Math.exp(half), within(1e-10));
        assertThat(ratio.high()).isCloseTo(10 * Math.exp(half), within(1e-10));
    }

    @Test
    void turningTheRatioRoundTurnsTheIntervalRound() {
        Potency a = measured(14, 9, 40);
        Potency b = measured(1.5, 1.2, 1.6);
        assertThat(a.over(b).low() * b.over(a).high()).isCloseTo(1, within(1e-12));
        assertThat(a.over(b).high() * b.over(a).low()).isCloseTo(1, within(1e-12));
    }

    @Test
    void anOpenSideLeavesTheRatioOpen() {
        Potency ratio = measured(50, 40, Double.POSITIVE_INFINITY).over(measured(5, 4, 6));
        assertThat(ratio.high()).isInfinite();
        assertThat(ratio.low()).isBetween(6.0, 10.0);
        assertThat(ratio.asEstimate("ic50-ratio", 0.95, "").high()).isNull();
    }

    @Test
    void aCensoredSideBoundsTheRatioFromOneSide() {
        Estimate ratio = censored(Relation.ABOVE, 1000).over(measured(5, 4, 6)).asEstimate("ic50-ratio", 0.95, "");
        assertThat(ratio.relation()).isEqualTo(Relation.ABOVE);
        assertThat(ratio.value()).isCloseTo(1000.0 / 6, within(1e-9));
        Estimate weaker =
                measured(50, 40, 60).over(censored(Relation.ABOVE, 1000)).asEstimate("r", 0.95, "");
        assertThat(weaker.relation()).isEqualTo(Relation.BELOW);
        assertThat(weaker.value()).isCloseTo(0.06, within(1e-12));
    }

    @Test
    void twoCensoredSidesSayNothing() {
        Estimate ratio = censored(Relation.ABOVE, 1000)
                .over(censored(Relation.ABOVE, 1000))
                .asEstimate("r", 0.95, "");
        assertThat(ratio.value()).isNull();
        Potency unknown = Potency.of(Estimate.notEstimable("ic50", "nM", 0.95, "none"));
        assertThat(unknown.over(measured(5, 4, 6)).high()).isInfinite();
    }

    @Test
    void theIntervalCoversTheTrueRatioAsOftenAsItSays() {
        RandomStream random = RandomStream.ofSeed(11);
        int covered = 0;
        int trials = 4000;
        for (int i = 0; i < trials; i++) {
            double a = Math.log(40) + 0.2 * random.nextGaussian();
            double b = Math.log(4) + 0.1 * random.nextGaussian();
            Potency pa = measured(Math.exp(a), Math.exp(a - 0.2 * 1.96), Math.exp(a + 0.2 * 1.96));
            Potency pb = measured(Math.exp(b), Math.exp(b - 0.1 * 1.96), Math.exp(b + 0.1 * 1.96));
            Potency ratio = pa.over(pb);
            covered += ratio.low() <= 10 && ratio.high() >= 10 ? 1 : 0;
        }
        assertThat(covered / (double) trials).isBetween(0.94, 0.96);
    }
}

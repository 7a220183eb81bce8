package org.kindlin.numerics.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

class GrowthRateInhibitionTest {

    /** The example in the documentation of the authors' Python package gr50 (datarail/gr_metrics): 0.965305500206. */
    @Test
    void theAuthorsOwnExample() {
        GrowthRateInhibition growth = GrowthRateInhibition.ofCounts(492.8, 1766);
        assertThat(growth.ofRelativeCount(1710 / 1766.0)).isCloseTo(0.965305500206, within(5e-13));
    }

    /** MCF10A, drugA, 48 h of the authors' toy example: GR_AOC 0.622696637674 in their published output. */
    @Test
    void theAreaOverThePublishedCurve() {
        double[] concentration = {0.001, 0.003162, 0.01, 0.03162, 0.1, 0.3162, 1, 3.162, 10};
        double[] count = {1131, 1205, 1021, 743, 459, 318, 284, 274, 249};
        GrowthRateInhibition growth = GrowthRateInhibition.ofCounts(299.5, 1212.5);
        double area = GrowthRateInhibition.areaOverCurve(
                Arrays.stream(concentration).map(StrictMath::log10).toArray(),
                Arrays.stream(count)
                        .map(x -> growth.ofRelativeCount(x / 1212.5))
                        .toArray());
        assertThat(area).isCloseTo(0.622696637674, within(5e-13));
    }

    @Test
    void untreatedIsOneStandstillIsZeroAndNobodyLeftIsMinusOne() {
        GrowthRateInhibition growth = new GrowthRateInhibition(2.5);
        assertThat(growth.ofRelativeCount(1)).isEqualTo(1);
        assertThat(growth.ofRelativeCount(growth.atStart())).isCloseTo(0, within(1e-15));
        assertThat(growth.ofRelativeCount(0)).isEqualTo(-1);
        assertThat(growth.ofRelativeCount(-0.1)).isEqualTo(-1);
    }

    @Test
    void countsAndGrowthTurnIntoEachOther() {
        RandomStream random = RandomStream.ofSeed(5);
        for (int i = 0; i < 1000; i++) {
            GrowthRateInhibition growth = new GrowthRateInhibition(random.nextUniform(0.2, 6));
            double fraction = random.nextUniform(0.001, 1.4);
            double gr = growth.ofRelativeCount(fraction);
            assertThat(growth.relativeCount(gr)).isCloseTo(fraction, within(1e-11));
            double step = 1e-6 * fraction;
            double slope =
                    (growth.ofRelativeCount(fraction + step) - growth.ofRelativeCount(fraction - step)) / 2 / step;
            assertThat(growth.slope(fraction)).isCloseTo(slope, within(1e-6 * Math.abs(slope) + 1e-8));
        }
    }

    @Test
    void cellsThatDoNotGrowHaveNoGrowthRate() {
        assertThatIllegalArgumentException().isThrownBy(() -> GrowthRateInhibition.ofCounts(100, 90));
    }

    /** Counts of BT20 cells from the test data of GRmetrics, the split recomputed in Python (12 digits). */
    @Test
    void staticAndToxicEffects() {
        var start = new StaticAndToxic.Counts(1608.92857142857, 127.681818181818);
        var untreated = new StaticAndToxic.Counts(5426.1, 484.3);
        check(start, untreated, 1342, 901, 0.196573209325, -0.128315477011);
        check(start, untreated, 398, 1870, 0.376649501306, -0.468523076818);
        check(start, untreated, 4628, 958, 1.01876743937, -0.0572953554633);
    }

    private static void check(
            StaticAndToxic.Counts start,
            StaticAndToxic.Counts untreated,
            double living,
            double dead,
            double staticEffect,
            double toxicEffect) {
        StaticAndToxic split = StaticAndToxic.of(start, untreated, new StaticAndToxic.Counts(living, dead), 3);
        assertThat(split.staticEffect()).isCloseTo(staticEffect, within(1e-11));
        assertThat(split.toxicEffect()).isCloseTo(toxicEffect, within(1e-11));
    }

    @Test
    void theSplitIsContinuousWhereLivingCellsHaveNotChanged() {
        var start = new StaticAndToxic.Counts(1000, 50);
        var untreated = new StaticAndToxic.Counts(4000, 200);
        StaticAndToxic at = StaticAndToxic.of(start, untreated, new StaticAndToxic.Counts(1000, 400), 3);
        StaticAndToxic near = StaticAndToxic.of(start, untreated, new StaticAndToxic.Counts(1000.001, 400), 3);
        assertThat(at.staticEffect()).isCloseTo(near.staticEffect(), within(1e-5));
        assertThat(at.toxicEffect()).isCloseTo(near.toxicEffect(), within(1e-5));
    }
}

package org.kindlin.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TicksTest {
    @Test
    void whatIsCountedIsTickedAtWholeNumbersOnly() {
        for (double high : new double[] {1, 2, 3, 7, 40, 5000}) {
            for (Ticks ticks : new LinearTransform(true).candidates(new Range(0.9, high + 0.1))) {
                assertThat(ticks.major())
                        .allSatisfy(tick -> assertThat(tick.value()).isEqualTo(Math.rint(tick.value())));
            }
        }
    }

    @Test
    void linearTicksAreMultiplesOfOneTwoOrFiveInsideTheRange() {
        Random random = new Random(1);
        for (int run = 0; run < 2000; run++) {
            double low = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 4);
            double high = low + Math.pow(10, 10 * random.nextDouble() - 4);
            List<Ticks> candidates = new LinearTransform().candidates(new Range(low, high));
            assertThat(candidates).anyMatch(ticks -> ticks.major().size() >= 2);
            for (Ticks ticks : candidates) {
                assertThat(ticks.major()).allMatch(tick -> new Range(low, high).contains(tick.value()));
                assertStep(ticks.major());
            }
        }
    }

    private static void assertStep(List<Tick> ticks) {
        if (ticks.size() < 2) {
            return;
        }
        double step = (ticks.getLast().value() - ticks.getFirst().value()) / (ticks.size() - 1);
        double mantissa = step / Math.pow(10, Math.floor(Math.log10(step) + 1e-3));
        assertThat(Math.round(mantissa)).isIn(1L, 2L, 5L);
        assertThat(mantissa).isCloseTo(Math.rint(mantissa), Offset.offset(0.02));
    }

    @Test
    void linearLabelsAreAllDifferentAndSayTheirValue() {
        Random random = new Random(2);
        for (int run = 0; run < 2000; run++) {
            double low = random.nextGaussian() * Math.pow(10, random.nextInt(10) - 4);
            double high = low + Math.pow(10, 8 * random.nextDouble() - 3);
            for (Ticks ticks : new LinearTransform().candidates(new Range(low, high))) {
                assertThat(ticks.major().stream().map(Tick::label)).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void linearTicksAreExactDecimals() {
        assertThat(new LinearTransform().candidates(new Range(0, 1)).getFirst().major())
                .contains(new Tick(0.3, "0.3"), new Tick(0.7, "0.7"), new Tick(0, "0.0"));
    }

    @Test
    void logTicksAreDecadesWithTwoToNineBetween() {
        ScaledAxis axis = ScaledAxis.horizontal(Axis.log("dose", "nM"), new Range(-2, 3), 0, 500);
        assertThat(axis.ticks().major().stream().map(Tick::label))
                .containsExactly("0.01", "0.1", "1", "10", "100", "1,000");
        assertThat(axis.ticks().minor()).hasSize(5 * 8).contains(0.02, 0.09, 2.0, 900.0);
    }

    @Test
    void smallConcentrationsAreLabelledAsPowers() {
        ScaledAxis axis = ScaledAxis.horizontal(Axis.log("dose", "M"), new Range(-10, -5), 0, 500);
        assertThat(axis.ticks().major().stream().map(Tick::label))
                .containsExactly("10⁻¹⁰", "10⁻⁹", "10⁻⁸", "10⁻⁷", "10⁻⁶", "10⁻⁵");
    }

    @Test
    void halfADecadeStillHasTwoLabels() {
        Random random = new Random(3);
        for (int run = 0; run < 2000; run++) {
            double low = 8 * random.nextDouble() - 4;
            ScaledAxis axis = ScaledAxis.horizontal(
                    Axis.log("dose", "nM"), new Range(low, low + 0.3 + 6 * random.nextDouble()), 0, 400);
            assertThat(axis.ticks().major()).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void logTicksLieInsideTheRangeAndHaveMantissasOfDecades() {
        Random random = new Random(4);
        for (int run = 0; run < 3000; run++) {
            double low = 20 * random.nextDouble() - 12;
            Range decades = new Range(low, low + 2.2 + 30 * random.nextDouble());
            Range values = new Range(Math.pow(10, decades.low()), Math.pow(10, decades.high()));
            for (Ticks ticks : new LogTransform().candidates(values)) {
                assertThat(ticks.major()).allMatch(tick -> decades.contains(Math.log10(tick.value())));
                assertThat(ticks.minor()).allMatch(tick -> decades.contains(Math.log10(tick)));
            }
        }
    }

    @Test
    void tickLabelsNeverTouch() {
        Random random = new Random(5);
        for (int run = 0; run < 8_000; run++) {
            boolean log = random.nextBoolean();
            double low =
                    log ? 16 * random.nextDouble() - 10 : random.nextGaussian() * Math.pow(10, random.nextInt(12) - 3);
            double length = log ? 0.05 + 12 * random.nextDouble() : Math.pow(10, 9 * random.nextDouble() - 3);
            Axis plain = log ? Axis.log("x", "") : Axis.linear("x", "");
            Axis axis = log && random.nextBoolean() ? plain.zero(random.nextBoolean() ? "0" : "vehicle (DMSO)") : plain;
            double pixels = 60 + 700 * random.nextDouble();
            assertApart(ScaledAxis.horizontal(axis, new Range(low, low + length), 50, 50 + pixels));
        }
    }

    private static void assertApart(ScaledAxis axis) {
        double end = Double.NEGATIVE_INFINITY;
        for (Tick tick : AxisPainter.labels(axis)) {
            double half = TextStyle.TICK.width(tick.label()) / 2;
            assertThat(axis.at(tick.value()) - half)
                    .as("%s in %s", tick, axis.ticks())
                    .isGreaterThan(end + 3);
            end = axis.at(tick.value()) + half;
        }
    }

    @Test
    void zeroStandsLeftOfTheBreakAndTheScaleRightOfIt() {
        ScaledAxis axis = ScaledAxis.horizontal(Axis.log("dose", "nM").zero("vehicle"), new Range(-1, 3), 100, 500);
        assertThat(axis.at(0)).isLessThan(axis.breakAt());
        assertThat(axis.at(0.1)).isGreaterThan(axis.breakAt());
        assertThat(List.of(axis.side(0), axis.side(-1), axis.side(1), axis.side(1e9)))
                .isEqualTo(List.of(0, -1, 0, 1));
    }

    @Test
    void numeralsReadAsFiguresPrintThem() {
        assertThat(List.of(
                        Numerals.decimal(-1234.5, 1),
                        Numerals.significant(0.0123456, 3),
                        Numerals.significant(1.234e-7, 2),
                        Numerals.significant(1_850_000, 3),
                        Numerals.significant(999.96, 4),
                        Numerals.powerOfTen(-12)))
                .containsExactly("−1,234.5", "0.0123", "1.2×10⁻⁷", "1.85×10⁶", "1,000", "10⁻¹²");
        assertThat(Set.of(Numbers.coordinate(-0.001), Numbers.coordinate(12.345), Numbers.coordinate(-1.5)))
                .containsExactlyInAnyOrder("0", "12.35", "-1.5");
    }
}

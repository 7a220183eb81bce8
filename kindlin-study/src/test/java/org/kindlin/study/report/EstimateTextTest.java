package org.kindlin.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;

class EstimateTextTest {

    @Test
    void keepsTwoDigitsOfTheShorterArm() {
        assertText(Estimate.of("ic50", 5.6184, "nM", 5.2071, 6.0688, 0.95, 0.2197, ""), "5.62", "5.21 to 6.07", "0.22");
        assertText(Estimate.of("top", 99.213, "%", 97.802, 100.67, 0.95, 0.7231, ""), "99.2", "97.8 to 100.7", "0.72");
        assertText(
                Estimate.of("n", 123_456, "", 119_000, 128_000, 0.95, 2300, ""),
                "123,500",
                "119,000 to 128,000",
                "2300");
    }

    @Test
    void keepsLimitsFarAwayToThreeDigits() {
        assertText(Estimate.of("ic50", 5.6, "nM", 0.052183, 2317.7, 0.95, Double.NaN, ""), "5.6", "0.0522 to 2320", "");
    }

    @Test
    void keepsLimitsNearZeroToTheSamePlace() {
        assertText(Estimate.of("bottom", 1.1, "%", -0.0998, 2.39, 0.95, 0.62, ""), "1.1", "−0.1 to 2.4", "0.62");
        assertText(Estimate.of("bottom", 1.1, "%", 0, 2.39, 0.95, 0.62, ""), "1.1", "0.0 to 2.4", "0.62");
    }

    @Test
    void keepsOnePowerOfTen() {
        EstimateText text = EstimateText.of(Estimate.of("ic50", 3.12e-5, "M", 8.1e-6, 1.42e-4, 0.95, 1e-5, ""));
        assertThat(text.value().replace('\u00a0', ' ')).isEqualTo("3.1 × 10⁻⁵");
        assertThat(text.interval().replace('\u00a0', ' ')).isEqualTo("0.81 × 10⁻⁵ to 14.2 × 10⁻⁵");
    }

    @Test
    void keepsTheRelationOfCensoredValues() {
        assertText(
                new Estimate("ic50", 10_000.0, "nM", Relation.ABOVE, 8213.4, null, 0.95, null, ""),
                "> 10,000",
                "≥ 8200",
                "");
        assertText(new Estimate("ic50", 0.5, "nM", Relation.BELOW, null, 0.61, 0.95, null, ""), "< 0.50", "≤ 0.61", "");
    }

    @Test
    void saysNothingAboutWhatIsNotEstimable() {
        EstimateText text = EstimateText.of(Estimate.notEstimable("ki", "nM", 0.95, ""));
        assertThat(text.value()).isEqualTo("—");
        assertThat(text.valueWithUnit()).isEqualTo("—");
        assertThat(text.interval()).isEmpty();
    }

    /** Whatever the numbers, the printed interval stays within a rounding step of the true one. */
    @Test
    void printedLimitsAreTheLimits() {
        SplittableRandom random = new SplittableRandom(20260101);
        for (int i = 0; i < 20_000; i++) {
            double value = Math.pow(10, random.nextDouble(-12, 12)) * (random.nextBoolean() ? 1 : -1);
            double below = Math.abs(value) * Math.pow(10, random.nextDouble(-5, 3));
            double above = Math.abs(value) * Math.pow(10, random.nextDouble(-5, 3));
            Estimate estimate = Estimate.of("x", value, "nM", value - below, value + above, 0.95, Double.NaN, "");
            String[] limits = EstimateText.of(estimate).interval().split(" to ", -1);
            assertThat(parse(limits[0]))
                    .as("%s", estimate)
                    .isCloseTo(value - below, within(value, value - below, below));
            assertThat(parse(limits[1]))
                    .as("%s", estimate)
                    .isCloseTo(value + above, within(value, value + above, above));
        }
    }

    private static org.assertj.core.data.Offset<Double> within(double value, double limit, double arm) {
        return org.assertj.core.data.Offset.offset(
                0.06 * Math.abs(limit) + 0.06 * arm + 1e-5 * Math.abs(value) + Double.MIN_NORMAL);
    }

    private static double parse(String printed) {
        String plain = printed.replace(",", "").replace('−', '-').replace("\u00a0", "");
        int times = plain.indexOf("×10");
        if (times < 0) {
            return Double.parseDouble(plain);
        }
        StringBuilder exponent = new StringBuilder();
        plain.substring(times + 3)
                .chars()
                .forEach(c -> exponent.append(c == '⁻' ? "-" : Integer.toString("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c))));
        return Double.parseDouble(plain.substring(0, times) + "e" + exponent);
    }

    private static void assertText(Estimate estimate, String value, String interval, String se) {
        EstimateText text = EstimateText.of(estimate);
        assertThat(text.value()).isEqualTo(value);
        assertThat(text.interval()).isEqualTo(interval);
        assertThat(text.se()).isEqualTo(se);
    }
}

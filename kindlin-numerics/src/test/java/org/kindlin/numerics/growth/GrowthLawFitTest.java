package org.kindlin.numerics.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kindlin.numerics.random.RandomStream;

class GrowthLawFitTest {
    private static final double[] DAYS = {0, 3, 7, 10, 14, 17, 21, 24};

    /** The curve of one equation against the integration of Simeoni's four without a drug, and against its two limits. */
    @Test
    void exponentialLinearSolvesItsEquation() {
        ExponentialLinear law = new ExponentialLinear(0.273, 0.814);
        double[] times = {2, 5, 8, 11, 14, 20, 40};
        double[] mass = SimeoniModel.mass(
                new SimeoniModel(0.273, 0.814, 20, 1, 1).course(0.055, SimeoniModel.constant(0), times));
        for (int i = 0; i < times.length; i++) {
            assertThat(law.volume(0.055, times[i])).isCloseTo(mass[i], within(1e-9 * mass[i]));
        }
        assertThat(law.volume(1e-6, 3)).isCloseTo(1e-6 * Math.exp(0.273 * 3), within(1e-16));
        assertThat(law.volume(1000, 10) - 1000).isCloseTo(8.14, within(1e-9));
    }

    private static List<GrowthCourse> drawn(
            GrowthShape shape, double bend, int animals, double scatter, RandomStream random) {
        List<GrowthCourse> courses = new ArrayList<>();
        for (int a = 0; a < animals; a++) {
            double start = 120 * Math.exp(0.2 * random.nextGaussian());
            GrowthLaw law = shape.law(0.18 * Math.exp(0.1 * random.nextGaussian()), bend);
            courses.add(new GrowthCourse(
                    DAYS,
                    Arrays.stream(DAYS)
                            .map(day -> Math.log(law.volume(start, day)) + scatter * random.nextGaussian())
                            .toArray()));
        }
        return courses;
    }

    private static double bend(GrowthShape shape) {
        return switch (shape) {
            case GOMPERTZ -> 0.05;
            case LOGISTIC -> 3000;
            default -> 110;
        };
    }

    /** Without scatter the truth comes back, and the law that made the data has the least criterion. */
    @ParameterizedTest
    @EnumSource(names = {"GOMPERTZ", "LOGISTIC", "EXPONENTIAL_LINEAR"})
    void theTruthComesBack(GrowthShape shape) {
        List<GrowthCourse> courses = drawn(shape, bend(shape), 8, 1e-4, RandomStream.ofSeed(1));
        GrowthLawFit fit = GrowthLawFit.of(courses, shape, 0.95).orElseThrow();
        assertThat(fit.bend().orElseThrow()).isCloseTo(bend(shape), within(2e-3 * bend(shape)));
        assertThat(Arrays.stream(fit.rates()).average().orElseThrow()).isBetween(0.16, 0.21);
        for (GrowthShape other : GrowthShape.values()) {
            if (other != shape) {
                assertThat(GrowthLawFit.of(courses, other, 0.95).orElseThrow().akaike())
                        .isGreaterThan(fit.akaike());
            }
        }
    }

    /** 40 studies of eight animals with scatter of 0.12: the profile interval holds the truth in at least 34. */
    @ParameterizedTest
    @EnumSource(names = {"GOMPERTZ", "LOGISTIC"})
    void profileIntervalsHoldTheTruth(GrowthShape shape) {
        int inside = 0;
        for (int study = 0; study < 40; study++) {
            GrowthLawFit fit = GrowthLawFit.of(
                            drawn(
                                    shape,
                                    bend(shape),
                                    8,
                                    0.12,
                                    RandomStream.ofSeed(3).child(study)),
                            shape,
                            0.95)
                    .orElseThrow();
            boolean holds = fit.low().orElse(0) <= bend(shape)
                    && bend(shape) <= fit.high().orElse(Double.MAX_VALUE);
            inside += holds ? 1 : 0;
        }
        assertThat(inside).isBetween(34, 40);
    }

    /** Exponential data: no bend, and the exponential is the law of least criterion in most studies. */
    @Test
    void exponentialGrowthIsNotBent() {
        int exponential = 0;
        for (int study = 0; study < 20; study++) {
            List<GrowthCourse> courses = drawn(
                    GrowthShape.EXPONENTIAL, 0, 8, 0.12, RandomStream.ofSeed(4).child(study));
            GrowthLawFit line =
                    GrowthLawFit.of(courses, GrowthShape.EXPONENTIAL, 0.95).orElseThrow();
            GrowthLawFit bent =
                    GrowthLawFit.of(courses, GrowthShape.GOMPERTZ, 0.95).orElseThrow();
            assertThat(bent.squares()).isLessThanOrEqualTo(line.squares() * (1 + 1e-12));
            exponential += line.akaike() < bent.akaike() ? 1 : 0;
        }
        assertThat(exponential).isGreaterThanOrEqualTo(15);
    }

    @Test
    void tooFewReadingsHaveNoFit() {
        GrowthCourse three = new GrowthCourse(new double[] {0, 1, 2}, new double[] {1, 2, 3.1});
        assertThat(GrowthLawFit.of(List.of(three), GrowthShape.GOMPERTZ, 0.95)).isEmpty();
        assertThat(GrowthLawFit.of(List.of(), GrowthShape.EXPONENTIAL, 0.95)).isEmpty();
    }
}

package org.kindlin.numerics.sigmoid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ProfileLikelihoodTest {
    private static final SigmoidCurve TRUTH = new SigmoidCurve(-7, 1.1, 100, 8, 1, Direction.FALLING);

    @Test
    void theSumOfSquaresAtEveryLimitIsTheThreshold() {
        SigmoidData data = Simulated.of(TRUTH, 4, new Random(1));
        SigmoidFit fit = Simulated.fit(data, SigmoidSpec.fourParameter());
        double quantile = Quantiles.twoSided(0.9, fit.degreesOfFreedom());
        double threshold = fit.rss() * (1 + quantile * quantile / fit.degreesOfFreedom());
        for (Parameter parameter :
                new Parameter[] {Parameter.LOG_IC50, Parameter.HILL_SLOPE, Parameter.TOP, Parameter.BOTTOM}) {
            ProfileInterval interval =
                    ProfileLikelihood.interval(fit, parameter, 0.9).orElseThrow();
            assertThat(interval.contains(fit.curve().get(parameter))).isTrue();
            for (double limit : new double[] {interval.low(), interval.high()}) {
                SigmoidSpec held = fit.spec().with(parameter, Constraint.fixed(limit));
                assertThat(Simulated.fit(data, held).rss()).isCloseTo(threshold, within(1e-8 * threshold));
            }
        }
    }

    @Test
    void aOneSidedLimitIsThatOfTheWiderTwoSidedInterval() {
        SigmoidFit fit = Simulated.fit(Simulated.of(TRUTH, 4, new Random(2)), SigmoidSpec.fourParameter());
        ProfileInterval ninety =
                ProfileLikelihood.interval(fit, Parameter.LOG_IC50, 0.9).orElseThrow();
        assertThat(ProfileLikelihood.lowerLimit(fit, Parameter.LOG_IC50, 0.95)).isCloseTo(ninety.low(), within(1e-10));
        assertThat(ProfileLikelihood.upperLimit(fit, Parameter.LOG_IC50, 0.95)).isCloseTo(ninety.high(), within(1e-10));
    }

    @Test
    void halfWayBetweenFixedPlateausTheAbsoluteIc50IsTheMidPoint() {
        SigmoidData data = Simulated.of(new SigmoidCurve(-7, 1.1, 100, 0, 1, Direction.FALLING), 4, new Random(3));
        var spec = SigmoidSpec.fourParameter().with(Parameter.TOP, Constraint.bounded(99.999999, 100.000001));
        SigmoidFit fit = Simulated.fit(data, spec.with(Parameter.BOTTOM, Constraint.fixed(0)));
        AbsoluteIc50 absolute = AbsoluteIc50.of(fit, 50).orElseThrow();
        assertThat(absolute.logDose()).isCloseTo(fit.curve().logIc50(), within(1e-6));
        assertThat(AbsoluteIc50.of(fit, 120)).isEmpty();
    }

    /** Held through its point, the curve refitted on a fine mesh of slopes and mid-points cannot beat the profile. */
    @Test
    void theAbsoluteIc50sLimitsSolveTheProfileEquation() {
        SigmoidData data = Simulated.of(TRUTH, 4, new Random(4));
        for (SigmoidSpec spec : new SigmoidSpec[] {SigmoidSpec.fourParameter(), SigmoidSpec.threeParameter()}) {
            SigmoidFit fit = Simulated.fit(data, spec);
            AbsoluteIc50 absolute = AbsoluteIc50.of(fit, 40).orElseThrow();
            ProfileInterval interval = absolute.interval(fit, 0.95).orElseThrow();
            double quantile = Quantiles.twoSided(0.95, fit.degreesOfFreedom());
            double threshold = fit.rss() * (1 + quantile * quantile / fit.degreesOfFreedom());
            double wald = quantile * absolute.standardError().orElseThrow();
            assertThat(interval.high() - interval.low()).isCloseTo(2 * wald, within(0.15 * wald));
            double least = leastOnMesh(data, fit, interval.high());
            assertThat(least).isGreaterThanOrEqualTo(threshold * (1 - 1e-9)).isLessThan(threshold * 1.003);
        }
    }

    private static double leastOnMesh(SigmoidData data, SigmoidFit fit, double logDose) {
        double least = Double.POSITIVE_INFINITY;
        boolean bottomFixed = fit.spec().constraint(Parameter.BOTTOM).isFixed();
        for (double hill = 0.5; hill < 2.5; hill += 0.02) {
            for (double mid = -8; mid < -6; mid += 0.01) {
                double f = 1 / (1 + StrictMath.pow(10, hill * (logDose - mid)));
                for (double bottom = bottomFixed ? 0 : -10; bottom <= (bottomFixed ? 0 : 25); bottom += 0.5) {
                    double top = bottom + (40 - bottom) / f;
                    double rss = 0;
                    for (int i = 0; i < data.size(); i++) {
                        double g = 1 / (1 + StrictMath.pow(10, hill * (data.logDose()[i] - mid)));
                        double residual = data.response()[i] - bottom - (top - bottom) * g;
                        rss += residual * residual;
                    }
                    least = Math.min(least, rss);
                }
            }
        }
        return least;
    }

    @Test
    void derivativesOfEveryProjectedProblemAreExact() {
        Replicates data = Replicates.of(Simulated.of(TRUTH, 5, new Random(5)));
        var pinned = new PlateauLimits(-1e9, 1e9, 0, 0);
        double[] at = {-6.8 * Replicates.LN10, 0.3, 0.4};
        double anchor = -7.3 * Replicates.LN10;
        ProjectedProblem[] problems = {
            new ProjectedProblem(data, PlateauLimits.NONE),
            new ProjectedProblem(data, pinned),
            new ProjectedProblem(data, new PlateauLimits(90, 90, -1e9, 1e9)),
            new ProjectedProblem(data, new AnchoredPlateaus(data, PlateauLimits.NONE, anchor, 55)),
            new ProjectedProblem(data, new AnchoredPlateaus(data, pinned, anchor, 55)),
            new ProjectedProblem(data, new AnchoredPlateaus(data, new PlateauLimits(99, 99, -9, 9), anchor, 55))
        };
        for (ProjectedProblem problem : problems) {
            for (int p = 0; p < at.length; p++) {
                assertDerivatives(problem, at, p);
            }
        }
    }

    private static void assertDerivatives(ProjectedProblem problem, double[] at, int p) {
        double h = 1e-5;
        double[] left = at.clone();
        double[] right = at.clone();
        left[p] -= h;
        right[p] += h;
        double low = problem.derivatives(left).sumOfSquares();
        double[] gradientLeft = problem.gradient.clone();
        double high = problem.derivatives(right).sumOfSquares();
        double[] gradientRight = problem.gradient.clone();
        problem.derivatives(at);
        assertThat((high - low) / (4 * h))
                .isCloseTo(problem.gradient[p], within(1e-5 + 1e-6 * Math.abs(problem.gradient[p])));
        for (int q = 0; q < at.length; q++) {
            double expected = (gradientRight[q] - gradientLeft[q]) / (2 * h);
            assertThat(problem.hessian[p][q]).isCloseTo(expected, within(1e-4 + 1e-6 * Math.abs(expected)));
        }
    }
}

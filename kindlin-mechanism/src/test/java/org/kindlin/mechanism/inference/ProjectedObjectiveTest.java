package org.kindlin.mechanism.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

/** Boehm's problem, whose three standard deviations only observables know. */
class ProjectedObjectiveTest {
    private final CompiledProblem problem = CompiledProblem.of(ReferenceProblems.benchmark("Boehm_JProteomeRes2014"));
    private final PetabLikelihood likelihood = new PetabLikelihood(problem, 1e-9, 1e-12, true);
    private final ProjectedObjective projected = new ProjectedObjective(likelihood, Box.of(problem), problem.nominal());

    private double[] near(long seed) {
        double[] point = ProjectedObjective.of(problem.nominal(), projected.outer());
        RandomStream stream = RandomStream.ofSeed(seed);
        for (int i = 0; i < point.length; i++) {
            point[i] += stream.nextUniform(-0.1, 0.1);
        }
        return point;
    }

    @Test
    void innerParametersAreAtTheirBest() {
        assertThat(projected.outer()).hasSize(likelihood.dimension() - 3);
        double value = projected.value(near(1));
        double[] whole = projected.whole();
        // the maximum of a normal likelihood in its standard deviation: the root mean square of the residuals
        double[] gradient = new double[whole.length];
        assertThat(likelihood.derivatives(whole, gradient, new double[whole.length][whole.length]))
                .isCloseTo(value, within(1e-6));
        boolean[] moving = likelihood.moving();
        for (int i = 0; i < whole.length; i++) {
            if (!moving[i]) {
                assertThat(gradient[i]).as(problem.estimated().get(i).id()).isCloseTo(0, within(1e-3));
                double[] other = whole.clone();
                other[i] += 0.05;
                assertThat(likelihood.value(other)).isGreaterThan(value);
            }
        }
    }

    @Test
    void gradientAgreesWithDifferences() {
        double[] point = near(2);
        double[] gradient = new double[point.length];
        projected.derivatives(point, gradient, new double[point.length][point.length]);
        for (int i = 0; i < point.length; i++) {
            double slope = (4 * difference(point, i, 1e-3) - difference(point, i, 2e-3)) / 3;
            assertThat(gradient[i]).isCloseTo(slope, within(5e-4 * (1 + Math.abs(slope))));
        }
    }

    private double difference(double[] point, int i, double step) {
        double[] up = point.clone();
        double[] down = point.clone();
        up[i] += step;
        down[i] -= step;
        return (projected.value(up) - projected.value(down)) / (2 * step);
    }

    @Test
    void keptCoursesGiveWhatSimulatingAgainGives() {
        double[] point = problem.nominal();
        likelihood.value(point);
        boolean[] moving = likelihood.moving();
        for (int i = 0; i < point.length; i++) {
            point[i] += moving[i] ? 0 : 0.3;
        }
        double[][] information = new double[point.length][point.length];
        double kept = likelihood.alongKeptCourses(point, new double[point.length], information);
        assertThat(kept).isEqualTo(likelihood.value(point));
    }
}

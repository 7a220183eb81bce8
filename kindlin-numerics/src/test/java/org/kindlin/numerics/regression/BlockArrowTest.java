package org.kindlin.numerics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The steps by blocks against those by singular values of the whole matrix. */
class BlockArrowTest {
    private static final int[] SHARED_COUNTS = {0, 1, 2, 3};

    /** y = a x₀ + b x₁ + c x₂, some of the three shared. */
    private static Objective objective(int shared, int groups, SplittableRandom random) {
        ParameterLayout.Builder layout = ParameterLayout.acrossGroups(
                IntStream.range(0, groups).mapToObj(Integer::toString).toList());
        for (String name : List.of("a", "b", "c").subList(0, shared)) {
            layout.shared(Parameter.free(name, 0));
        }
        for (String name : List.of("a", "b", "c").subList(shared, 3)) {
            layout.separate(group -> Parameter.free(name, 0));
        }
        int rows = groups * 7;
        double[][] predictors = new double[rows][3];
        for (double[] row : predictors) {
            Arrays.setAll(row, k -> random.nextDouble(-1, 1));
        }
        double[] response =
                IntStream.range(0, rows).mapToDouble(i -> random.nextDouble()).toArray();
        Observations observations = Observations.ofRows(predictors, response)
                .withGroups(IntStream.range(0, rows).map(i -> i % groups).toArray());
        return Objective.of(new LeastSquaresProblem(new Linear(), observations, layout.build()));
    }

    private record Linear() implements Model {
        @Override
        public double value(double[] parameters, double[] predictors) {
            return IntStream.range(0, 3)
                    .mapToDouble(k -> parameters[k] * predictors[k])
                    .sum();
        }

        @Override
        public double valueAndGradient(double[] parameters, double[] predictors, double[] gradient) {
            System.arraycopy(predictors, 0, gradient, 0, 3);
            return value(parameters, predictors);
        }
    }

    @Test
    void everyAnswerIsThatOfTheSingularValues() {
        SplittableRandom random = new SplittableRandom(11);
        for (int trial = 0; trial < 60; trial++) {
            Objective objective = objective(SHARED_COUNTS[trial % 4], 2 + trial % 5, random);
            int p = objective.freeCount();
            double[] r = new double[objective.observations()];
            double[][] columns = new double[p][r.length];
            assertThat(objective.linearise(new double[p], r, columns)).isTrue();
            double[] scale = random.doubles(p, 0.5, 2).toArray();
            // every third trial one column is held
            int[] moving = IntStream.range(trial % 3 == 0 ? 1 : 0, p).toArray();
            BlockArrow blocks =
                    BlockArrow.of(objective, columns, moving, scale, r).orElseThrow();
            Decomposition whole = whole(columns, moving, scale, r);
            double[] product = random.doubles(moving.length, -1, 1).toArray();
            assertThat(blocks.explainedLength()).isCloseTo(whole.explainedLength(), within(1e-12));
            for (double damping : new double[] {0, 1e-3, 0.7, 0, 40}) {
                assertThat(blocks.solve(damping)).containsExactly(whole.solve(damping), within(1e-11));
                assertThat(blocks.solveNormal(product, damping))
                        .containsExactly(whole.solveNormal(product, damping), within(1e-11));
                assertThat(blocks.lengthAt(damping)).isCloseTo(whole.lengthAt(damping), within(1e-11));
                assertThat(blocks.lengthSlopeAt(damping)).isCloseTo(whole.lengthSlopeAt(damping), within(1e-9));
            }
        }
    }

    @Test
    void anIllConditionedMatrixIsLeftToTheSingularValues() {
        Objective objective = objective(1, 3, new SplittableRandom(5));
        double[] r = new double[objective.observations()];
        double[][] columns = new double[objective.freeCount()][r.length];
        objective.linearise(new double[objective.freeCount()], r, columns);
        int[] moving = IntStream.range(0, columns.length).toArray();
        double[] scale = new double[columns.length];
        Arrays.fill(scale, 1);
        columns[4] = columns[1].clone(); // b and c of the first group
        assertThat(BlockArrow.of(objective, columns, moving, scale, r)).isEqualTo(Optional.empty());
        assertThat(StepSolver.of(objective, columns, moving, scale, r).isSingular(1e-13))
                .isTrue();
    }

    private static Decomposition whole(double[][] columns, int[] moving, double[] scale, double[] r) {
        double[][] scaled = Arrays.stream(moving)
                .mapToObj(j -> Arrays.stream(columns[j]).map(x -> x / scale[j]).toArray())
                .toArray(double[][]::new);
        return Decomposition.of(scaled, r.clone());
    }
}

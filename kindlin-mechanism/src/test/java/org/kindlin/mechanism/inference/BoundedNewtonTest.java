package org.kindlin.mechanism.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BoundedNewtonTest {
    /** Half the sum of squares of 10 (y − x²) and 1 − x, with the Gauss-Newton matrix. */
    private static final class Rosenbrock implements Objective {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public double value(double[] p) {
            double a = 10 * (p[1] - p[0] * p[0]);
            double b = 1 - p[0];
            return 0.5 * (a * a + b * b);
        }

        @Override
        public double derivatives(double[] p, double[] gradient, double[][] hessian) {
            double a = 10 * (p[1] - p[0] * p[0]);
            double b = 1 - p[0];
            double slope = -20 * p[0];
            gradient[0] = a * slope - b;
            gradient[1] = 10 * a;
            hessian[0][0] = slope * slope + 1;
            hessian[0][1] = 10 * slope;
            hessian[1][0] = 10 * slope;
            hessian[1][1] = 100;
            return value(p);
        }
    }

    @Test
    void theMinimumOfRosenbrocksValleyIsFound() {
        double[] wide = {10, 10};
        Optimum optimum = new BoundedNewton(new Rosenbrock(), Box.of(new double[] {-10, -10}, wide))
                .from(new double[] {-1.2, 1}, 100);
        assertThat(optimum.converged()).isTrue();
        assertThat(optimum.point()[0]).isCloseTo(1, within(1e-5));
        assertThat(optimum.point()[1]).isCloseTo(1, within(1e-5));
    }

    @Test
    void boundsHold() {
        // with x <= 0.5 the minimum is at (0.5, 0.25), value 0.125
        Optimum optimum = new BoundedNewton(new Rosenbrock(), Box.of(new double[] {-10, -10}, new double[] {0.5, 10}))
                .from(new double[] {-1.2, 1}, 100);
        assertThat(optimum.point()[0]).isEqualTo(0.5);
        assertThat(optimum.point()[1]).isCloseTo(0.25, within(1e-6));
        assertThat(optimum.value()).isCloseTo(0.125, within(1e-9));
    }

    @Test
    void profilesOfAQuadraticAreItsWaldIntervalsAndAFlatDirectionIsToldApart() {
        // 2 x² (se 1/2), a parameter the data say nothing about, and one whose likelihood flattens out
        Objective objective = new Objective() {
            @Override
            public int dimension() {
                return 3;
            }

            @Override
            public double value(double[] p) {
                return 2 * p[0] * p[0] + 1.5 / (1 + Math.exp(-2 * p[2]));
            }

            @Override
            public double derivatives(double[] p, double[] gradient, double[][] hessian) {
                double s = 1 / (1 + Math.exp(-2 * p[2]));
                Arrays.fill(gradient, 0);
                gradient[0] = 4 * p[0];
                gradient[2] = 3 * s * (1 - s);
                for (double[] row : hessian) {
                    Arrays.fill(row, 0);
                }
                hessian[0][0] = 4;
                hessian[2][2] = 3 * s * (1 - s);
                return value(p);
            }
        };
        double[] lower = {-5, -5, -5};
        double[] upper = {5, 5, 5};
        Optimum optimum = new BoundedNewton(objective, Box.of(lower, upper)).from(new double[] {1, 1, 1}, 200);
        ProfileLikelihood profiles = new ProfileLikelihood(objective, Box.of(lower, upper), PetabFit.CHI_SQUARED_95);
        Profile first = profiles.of(optimum, 0);
        double half = Math.sqrt(PetabFit.CHI_SQUARED_95) / 2;
        assertThat(first.verdict()).isEqualTo(Profile.Verdict.IDENTIFIABLE);
        assertThat(first.low().orElseThrow()).isCloseTo(-half, within(1e-3));
        assertThat(first.high().orElseThrow()).isCloseTo(half, within(1e-3));
        assertThat(profiles.of(optimum, 1).verdict()).isEqualTo(Profile.Verdict.STRUCTURALLY_NON_IDENTIFIABLE);
        assertThat(profiles.of(optimum, 2).verdict()).isEqualTo(Profile.Verdict.PRACTICALLY_NON_IDENTIFIABLE);
    }
}

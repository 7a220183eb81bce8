package org.kindlin.numerics.ode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.sparse.SparsePattern;

class OdeIntegratorTest {
    /** Largest error at the end in units of the tolerance. */
    private static double errorInTolerances(Problem problem, OdeOptions options) {
        OdeIntegrator integrator = new OdeIntegrator(problem, RootFunctions.NONE, options);
        integrator.start(0, problem.initial());
        assertThat(integrator.advance(problem.end())).isEqualTo(Advance.Reached.TARGET);
        double[] y = new double[problem.dimension()];
        integrator.copyState(y);
        double worst = 0;
        for (int i = 0; i < y.length; i++) {
            double want = problem.answer()[i];
            double tolerance = options.absolute()[0] + options.relative() * Math.abs(want);
            worst = Math.max(worst, Math.abs(y[i] - want) / tolerance);
        }
        OdeStatistics work = integrator.statistics();
        System.out.printf(
                Locale.ROOT,
                "%-22s %-9s rtol %.0e: error %8.3f tolerances, %d steps, %d rejected, %d derivatives, %d switches%n",
                problem.name(),
                options.method(),
                options.relative(),
                worst,
                work.steps(),
                work.rejected(),
                work.derivatives(),
                work.methodSwitches());
        return worst;
    }

    @Test
    void stiffMethodKeepsTheToleranceOnTheStandardProblems() {
        for (Problem problem : Problem.stiff()) {
            for (double relative : new double[] {1e-4, 1e-6, 1e-8, 1e-10}) {
                OdeOptions options = OdeOptions.of(relative, relative * 1e-6).withMethod(IntegrationMethod.STIFF);
                assertThat(errorInTolerances(problem, options))
                        .as(problem.name())
                        .isLessThan(50);
            }
        }
        for (Problem problem : Problem.mild()) {
            OdeOptions options = OdeOptions.of(1e-8, 1e-10).withMethod(IntegrationMethod.STIFF);
            // orbits: the error of the phase adds up over time, with any method
            assertThat(errorInTolerances(problem, options)).as(problem.name()).isLessThan(200);
        }
    }

    @Test
    void nonStiffMethodKeepsTheToleranceOnMildProblems() {
        for (Problem problem : Problem.mild()) {
            for (double relative : new double[] {1e-4, 1e-6, 1e-8, 1e-10, 1e-12}) {
                OdeOptions options = OdeOptions.of(relative, relative).withMethod(IntegrationMethod.NON_STIFF);
                assertThat(errorInTolerances(problem, options))
                        .as(problem.name())
                        .isLessThan(100);
            }
        }
    }

    @Test
    void automaticChoiceFindsStiffnessAndStaysAwayFromItWhereThereIsNone() {
        for (Problem problem : Problem.stiff()) {
            OdeOptions options = OdeOptions.of(1e-6, 1e-12);
            assertThat(errorInTolerances(problem, options)).as(problem.name()).isLessThan(50);
            OdeIntegrator integrator = new OdeIntegrator(problem, RootFunctions.NONE, options);
            integrator.start(0, problem.initial());
            integrator.advance(problem.end());
            OdeStatistics work = integrator.statistics();
            assertThat(work.factorisations()).as(problem.name()).isGreaterThan(work.steps() / 2);
            assertThat(work.steps()).as(problem.name()).isLessThan(3000);
        }
        for (Problem problem : Problem.mild()) {
            OdeIntegrator integrator = new OdeIntegrator(problem, RootFunctions.NONE, OdeOptions.of(1e-6, 1e-9));
            integrator.start(0, problem.initial());
            integrator.advance(problem.end());
            assertThat(integrator.statistics().factorisations())
                    .as(problem.name())
                    .isLessThan(40);
        }
    }

    @Test
    void outputTimesDoNotAlterTheSteps() {
        Problem problem = Problem.hires();
        for (IntegrationMethod method : IntegrationMethod.values()) {
            OdeOptions options = OdeOptions.of(1e-7, 1e-11).withMethod(method);
            if (method == IntegrationMethod.NON_STIFF) {
                problem = Problem.lotkaVolterra();
            }
            OdeIntegrator once = new OdeIntegrator(problem, RootFunctions.NONE, options);
            OdeIntegrator often = new OdeIntegrator(problem, RootFunctions.NONE, options);
            double[] first = new double[problem.dimension()];
            double[] second = new double[problem.dimension()];
            double span = problem.end() * 0.9;
            often.start(0, problem.initial());
            once.start(0, problem.initial());
            once.advance(span / 200);
            for (int k = 1; k <= 200; k++) {
                often.advance(span * k / 200);
            }
            once.advance(span);
            once.copyState(first);
            often.copyState(second);
            assertThat(second).isEqualTo(first);
        }
    }

    @Test
    void denseOutputIsAsAccurateAsTheSteps() {
        // y'' = -y as a system: sine and cosine
        OdeSystem circle = circle();
        for (IntegrationMethod method : IntegrationMethod.values()) {
            OdeIntegrator integrator = new OdeIntegrator(
                    circle, RootFunctions.NONE, OdeOptions.of(1e-8, 1e-8).withMethod(method));
            integrator.start(0, new double[] {0, 1});
            double[] y = new double[2];
            double worst = 0;
            for (int k = 1; k <= 1000; k++) {
                double t = 0.01 * k;
                integrator.advance(t);
                integrator.copyState(y);
                worst = Math.max(worst, Math.max(Math.abs(y[0] - Math.sin(t)), Math.abs(y[1] - Math.cos(t))));
            }
            assertThat(worst).as(method.name()).isLessThan(2e-7);
        }
    }

    private static OdeSystem circle() {
        return new Problem(
                "circle",
                10,
                new double[] {0, 1},
                new double[2],
                (y, f) -> {
                    f[0] = y[1];
                    f[1] = -y[0];
                },
                (y, j) -> {
                    j[0] = 0;
                    j[1] = 1;
                    j[2] = -1;
                    j[3] = 0;
                });
    }

    /** Roots of one function of time and state. */
    private static RootFunctions root(ToDoubleFunction<double[]> g) {
        return new RootFunctions() {
            @Override
            public int count() {
                return 1;
            }

            @Override
            public void values(double time, double[] state, double[] values) {
                values[0] = g.applyAsDouble(new double[] {time, state[0], state[1]});
            }
        };
    }

    @Test
    void zerosOfTheSineAreFoundWithTheirDirection() {
        for (IntegrationMethod method : IntegrationMethod.values()) {
            OdeIntegrator integrator = new OdeIntegrator(
                    circle(), root(x -> x[1]), OdeOptions.of(1e-13, 1e-13).withMethod(method));
            integrator.start(0, new double[] {0, 1});
            for (int k = 1; k <= 10; k++) {
                Advance advance = integrator.advance(100);
                assertThat(advance).isInstanceOf(Advance.RootsCrossed.class);
                Advance.RootsCrossed crossed = (Advance.RootsCrossed) advance;
                assertThat(crossed.time() / (k * Math.PI) - 1).isBetween(-2e-12, 2e-12);
                assertThat(crossed.crossings()).containsExactly(new Advance.Crossing(0, k % 2 == 0));
            }
        }
    }

    @Test
    void briefExcursionsAreNotMissed() {
        // the sine exceeds 1 - 1e-5 for 0.0089 of every 6.28 time units: far less than a step
        for (IntegrationMethod method : IntegrationMethod.values()) {
            OdeIntegrator integrator = new OdeIntegrator(
                    circle(),
                    root(x -> x[1] - (1 - 1e-5)),
                    OdeOptions.of(1e-9, 1e-9).withMethod(method));
            integrator.start(0, new double[] {0, 1});
            List<Double> times = new ArrayList<>();
            while (integrator.advance(20) instanceof Advance.RootsCrossed crossed) {
                times.add(crossed.time());
            }
            double half = Math.acos(1 - 1e-5);
            assertThat(times).as(method.name()).hasSize(6);
            for (int k = 0; k < 6; k++) {
                int turn = k / 2;
                double centre = Math.PI / 2 + 2 * Math.PI * turn;
                assertThat(times.get(k) - (centre + (k % 2 == 0 ? -half : half)))
                        .isBetween(-1e-5, 1e-5);
            }
        }
    }

    /** Where steps end falls anywhere beside the excursion. */
    @Test
    void briefExcursionsAreNotMissedWhereverStepsEnd() {
        for (int k = 0; k < 60; k++) {
            double phase = 0.02 * k;
            OdeIntegrator integrator =
                    new OdeIntegrator(circle(), root(x -> x[1] - (1 - 1e-5)), OdeOptions.of(1e-9, 1e-9));
            integrator.start(0, new double[] {Math.sin(phase), Math.cos(phase)});
            int crossings = 0;
            while (integrator.advance(18.5) instanceof Advance.RootsCrossed) {
                crossings++;
            }
            assertThat(crossings).as("phase " + phase).isEqualTo(6);
        }
    }

    @Test
    void timeTriggersAreExactAndDirectionsStrict() {
        // t >= 5 becomes true at 5 itself; t > 5 at the next representable number
        OdeIntegrator atLeast = new OdeIntegrator(circle(), root(x -> x[0] - 5), OdeOptions.of(1e-6, 1e-9));
        atLeast.start(0, new double[] {0, 1});
        assertThat(atLeast.advance(5)).isEqualTo(new Advance.RootsCrossed(5, List.of(new Advance.Crossing(0, true))));
        OdeIntegrator above = new OdeIntegrator(circle(), root(x -> 5 - x[0]), OdeOptions.of(1e-6, 1e-9));
        above.start(0, new double[] {0, 1});
        assertThat(above.advance(5)).isEqualTo(Advance.Reached.TARGET);
        assertThat(above.advance(6))
                .isEqualTo(new Advance.RootsCrossed(Math.nextUp(5.0), List.of(new Advance.Crossing(0, false))));
    }

    @Test
    void bouncingBallLandsWhenItShould() {
        // height 10, g = 9.81, each bounce keeps 0.9 of the speed: bounce k at t1 (1 + 2 (0.9 + ... + 0.9^(k-1)))
        OdeSystem ball = new Problem(
                "ball",
                0,
                new double[] {10, 0},
                new double[2],
                (y, f) -> {
                    f[0] = y[1];
                    f[1] = -9.81;
                },
                (y, j) -> {
                    Arrays.fill(j, 0);
                    j[1] = 1;
                });
        OdeIntegrator integrator = new OdeIntegrator(ball, root(x -> x[1]), OdeOptions.of(1e-10, 1e-12));
        integrator.start(0, new double[] {10, 0});
        double first = Math.sqrt(2 * 10 / 9.81);
        double expected = first;
        double[] y = new double[2];
        int bounces = 0;
        while (bounces < 30) {
            Advance advance = integrator.advance(1000);
            assertThat(advance).isInstanceOf(Advance.RootsCrossed.class);
            Advance.RootsCrossed crossed = (Advance.RootsCrossed) advance;
            if (crossed.crossings().getFirst().rising()) {
                continue;
            }
            assertThat(crossed.time() / expected - 1).as("bounce %d", bounces).isBetween(-1e-11, 1e-11);
            bounces++;
            expected += 2 * first * Math.pow(0.9, bounces);
            integrator.copyState(y);
            y[0] = 0;
            y[1] = -0.9 * y[1];
            integrator.start(crossed.time(), y);
        }
    }

    @Test
    void algebraicStatesFollowTheirEquation() {
        // y' = -z, 0 = z - y: z = y = exp(-t); and Robertson with its conservation as an algebraic row
        OdeSystem system = new Algebraic();
        OdeIntegrator integrator = new OdeIntegrator(system, RootFunctions.NONE, OdeOptions.of(1e-9, 1e-12));
        integrator.start(0, new double[] {1, 1});
        assertThat(integrator.advance(5)).isEqualTo(Advance.Reached.TARGET);
        double[] y = new double[2];
        integrator.copyState(y);
        assertThat(y[0] / Math.exp(-5) - 1).isBetween(-1e-7, 1e-7);
        assertThat(y[1] / Math.exp(-5) - 1).isBetween(-1e-7, 1e-7);
    }

    private static final class Algebraic implements OdeSystem {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public void derivatives(double time, double[] y, double[] f) {
            f[0] = -y[1];
            f[1] = y[1] - y[0];
        }

        @Override
        public SparsePattern jacobianPattern() {
            return SparsePattern.dense(2);
        }

        @Override
        public void jacobian(double time, double[] y, double[] j) {
            j[0] = 0;
            j[1] = -1;
            j[2] = -1;
            j[3] = 1;
        }

        @Override
        public boolean isAlgebraic(int state) {
            return state == 1;
        }
    }

    @Test
    void failuresAreOutcomes() {
        // y' = y^2 has its pole at 1
        OdeSystem blowUp = new Problem(
                "pole", 2, new double[] {1}, new double[1], (y, f) -> f[0] = y[0] * y[0], (y, j) -> j[0] = 2 * y[0]);
        for (IntegrationMethod method : IntegrationMethod.values()) {
            OdeIntegrator integrator = new OdeIntegrator(
                    blowUp,
                    RootFunctions.NONE,
                    OdeOptions.of(1e-8, 1e-8).withMethod(method).withMaximumSteps(5000));
            integrator.start(0, new double[] {1});
            Advance advance = integrator.advance(2);
            assertThat(advance).isInstanceOf(Advance.Failed.class);
            assertThat(((Advance.Failed) advance).time()).isBetween(0.99, 1.0000001);
            assertThat(integrator.advance(2)).isEqualTo(advance);
        }
        OdeSystem undefined = new Problem(
                "root", 2, new double[] {1}, new double[1], (y, f) -> f[0] = -Math.sqrt(y[0] - 2), (y, j) -> j[0] = 0);
        OdeIntegrator integrator = new OdeIntegrator(undefined, RootFunctions.NONE, OdeOptions.of(1e-8, 1e-8));
        integrator.start(0, new double[] {1});
        assertThat(integrator.advance(2)).isEqualTo(new Advance.Failed(Advance.Reason.NOT_FINITE, 0));
        OdeIntegrator brief = new OdeIntegrator(
                Problem.lotkaVolterra(),
                RootFunctions.NONE,
                OdeOptions.of(1e-8, 1e-8).withMaximumSteps(3));
        brief.start(0, new double[] {10, 5});
        assertThat(brief.advance(20))
                .isInstanceOfSatisfying(
                        Advance.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Advance.Reason.TOO_MANY_STEPS));
    }

    @Test
    void noStepReachesBeyondAStop() {
        // forcing switches on at 1: y' = 1 for t < 1, then -1
        double[] latest = {0};
        OdeSystem forced = new OdeSystem() {
            @Override
            public int dimension() {
                return 1;
            }

            @Override
            public void derivatives(double time, double[] y, double[] f) {
                latest[0] = Math.max(latest[0], time);
                f[0] = 1;
            }

            @Override
            public SparsePattern jacobianPattern() {
                return SparsePattern.dense(1);
            }

            @Override
            public void jacobian(double time, double[] y, double[] j) {
                j[0] = 0;
            }
        };
        for (IntegrationMethod method : IntegrationMethod.values()) {
            latest[0] = 0;
            OdeIntegrator integrator = new OdeIntegrator(
                    forced, RootFunctions.NONE, OdeOptions.of(1e-6, 1e-9).withMethod(method));
            integrator.start(0, new double[] {0});
            integrator.stopAt(1);
            assertThat(integrator.advance(1)).isEqualTo(Advance.Reached.TARGET);
            assertThat(integrator.time()).isEqualTo(1);
            assertThat(latest[0]).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void startingAgainGivesTheSameBits() {
        Problem problem = Problem.hires();
        OdeIntegrator integrator = new OdeIntegrator(problem, RootFunctions.NONE, OdeOptions.of(1e-6, 1e-9));
        double[] first = new double[8];
        double[] second = new double[8];
        integrator.start(0, problem.initial());
        integrator.advance(problem.end());
        integrator.copyState(first);
        integrator.reset();
        integrator.start(0, problem.initial());
        integrator.advance(problem.end());
        integrator.copyState(second);
        assertThat(second).isEqualTo(first);
    }

    /** y' = k (u(t) - y), whose target jumps so far, and k so fast, that no step across the jump is short enough. */
    private record Pulse(double rate, double low, double high) implements OdeSystem, RootFunctions {
        private static final double END = 3600;

        private double target(double t) {
            return t <= END ? high : low;
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public void derivatives(double t, double[] y, double[] f) {
            f[0] = rate * (target(t) - y[0]);
        }

        @Override
        public SparsePattern jacobianPattern() {
            return SparsePattern.dense(1);
        }

        @Override
        public void jacobian(double t, double[] y, double[] j) {
            j[0] = -rate;
        }

        @Override
        public int count() {
            return 1;
        }

        @Override
        public void values(double t, double[] y, double[] values) {
            values[0] = END - t;
        }
    }

    @Test
    void aPulseEndsHoweverFastTheSystemFollows() {
        Pulse pulse = new Pulse(1e10, 1e-9, 1e8);
        OdeIntegrator integrator =
                new OdeIntegrator(pulse, pulse, OdeOptions.of(1e-7, 1e-11).withMethod(IntegrationMethod.STIFF));
        double[] y = {0};
        integrator.start(0, y);
        integrator.stopAt(Pulse.END);
        assertThat(integrator.advance(Pulse.END)).isInstanceOf(Advance.Reached.class);
        integrator.copyState(y);
        assertThat(y[0]).isBetween(1e8 * (1 - 1e-9), 1e8 * (1 + 1e-9));
        assertThat(integrator.advance(4000)).isInstanceOf(Advance.RootsCrossed.class);
        assertThat(integrator.time()).isEqualTo(Math.nextUp(Pulse.END));
        integrator.copyState(y);
        assertThat(y[0]).isGreaterThan(0.99e8);
        assertThat(integrator.advance(4000)).isInstanceOf(Advance.Reached.class);
        integrator.copyState(y);
        assertThat(y[0]).isBetween(0.9e-9, 1.1e-9);
    }
}

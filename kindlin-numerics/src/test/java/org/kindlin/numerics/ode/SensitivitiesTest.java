package org.kindlin.numerics.ode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.sparse.SparsePattern;

class SensitivitiesTest {
    /** Robertson's kinetics with its three rate constants as parameters. */
    private record Robertson(double[] k) implements ParametricSystem {
        @Override
        public int dimension() {
            return 3;
        }

        @Override
        public int parameters() {
            return 3;
        }

        @Override
        public void derivatives(double time, double[] y, double[] f) {
            f[0] = -k[0] * y[0] + k[1] * y[1] * y[2];
            f[2] = k[2] * y[1] * y[1];
            f[1] = -f[0] - f[2];
        }

        @Override
        public SparsePattern jacobianPattern() {
            return SparsePattern.dense(3);
        }

        @Override
        public void jacobian(double time, double[] y, double[] j) {
            j[0] = -k[0];
            j[1] = k[1] * y[2];
            j[2] = k[1] * y[1];
            j[6] = 0;
            j[7] = 2 * k[2] * y[1];
            j[8] = 0;
            for (int c = 0; c < 3; c++) {
                j[3 + c] = -j[c] - j[6 + c];
            }
        }

        @Override
        public void parameterDerivatives(double time, double[] y, double[] v) {
            Arrays.fill(v, 0);
            v[0] = -y[0];
            v[1] = y[1] * y[2];
            v[8] = y[1] * y[1];
            v[3] = y[0];
            v[4] = -v[1];
            v[5] = -v[8];
        }
    }

    private static double[] state(double[] k, double end) {
        OdeIntegrator integrator = new OdeIntegrator(new Robertson(k), RootFunctions.NONE, OdeOptions.of(1e-12, 1e-16));
        integrator.start(0, new double[] {1, 0, 0});
        integrator.advance(end);
        double[] y = new double[3];
        integrator.copyState(y);
        return y;
    }

    @Test
    void agreeWithCentralDifferencesOfAccurateSolutions() {
        double[] k = {0.04, 1e4, 3e7};
        for (double end : new double[] {0.4, 40, 4000}) {
            OdeIntegrator integrator =
                    OdeIntegrator.withSensitivities(new Robertson(k), RootFunctions.NONE, OdeOptions.of(1e-8, 1e-12));
            integrator.start(0, new double[] {1, 0, 0});
            // first to a point within a step, then on
            integrator.advance(end);
            double[] s = new double[9];
            integrator.copySensitivities(s);
            for (int p = 0; p < 3; p++) {
                double[] up = k.clone();
                double[] down = k.clone();
                up[p] *= 1 + 1e-4;
                down[p] *= 1 - 1e-4;
                double[] high = state(up, end);
                double[] low = state(down, end);
                for (int i = 0; i < 3; i++) {
                    double want = (high[i] - low[i]) / 2e-4;
                    assertThat(s[3 * i + p] * k[p]).isCloseTo(want, within(2e-6 * Math.abs(want) + 1e-13));
                }
            }
        }
    }

    private static org.assertj.core.data.Offset<Double> within(double tolerance) {
        return org.assertj.core.data.Offset.offset(tolerance);
    }

    @Test
    void aDrivenDecayHasItsClosedForm() {
        // y' = -a y + b cos t, y(0) = c: sensitivities to a, b and c
        ParametricSystem system = new Driven(0.7, 1.3);
        OdeIntegrator integrator =
                OdeIntegrator.withSensitivities(system, RootFunctions.NONE, OdeOptions.of(1e-10, 1e-12));
        integrator.start(0, new double[] {2}, new double[] {0, 0, 1});
        double[] s = new double[3];
        for (int k = 1; k <= 50; k++) {
            double t = 0.1 * k;
            integrator.advance(t);
            integrator.copySensitivities(s);
            double a = 0.7;
            double decay = Math.exp(-a * t);
            double byB = (a * Math.cos(t) + Math.sin(t) - a * decay) / (a * a + 1);
            double step = 1e-5;
            double byA = (Driven.solution(a + step, 1.3, 2, t) - Driven.solution(a - step, 1.3, 2, t)) / (2 * step);
            assertThat(s[0]).isCloseTo(byA, within(1e-8));
            assertThat(s[1]).isCloseTo(byB, within(1e-8));
            assertThat(s[2]).isCloseTo(decay, within(1e-8));
        }
    }

    private record Driven(double a, double b) implements ParametricSystem {
        static double solution(double a, double b, double c, double t) {
            double steady = a * b / (a * a + 1);
            return b * (a * Math.cos(t) + Math.sin(t)) / (a * a + 1) + (c - steady) * Math.exp(-a * t);
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public int parameters() {
            return 3;
        }

        @Override
        public void derivatives(double t, double[] y, double[] f) {
            f[0] = -a * y[0] + b * Math.cos(t);
        }

        @Override
        public SparsePattern jacobianPattern() {
            return SparsePattern.dense(1);
        }

        @Override
        public void jacobian(double t, double[] y, double[] j) {
            j[0] = -a;
        }

        @Override
        public void parameterDerivatives(double t, double[] y, double[] v) {
            v[0] = -y[0];
            v[1] = Math.cos(t);
            v[2] = 0;
        }
    }

    @Test
    void steadyStatesKeepConservedSumsAndTheirSensitivities() {
        // A <-> B with rates 2 and 3, total 10: B rests at 4; dB/dk1 = total k2 / (k1+k2)^2, dB/dtotal = 0.4
        ParametricSystem exchange = new ParametricSystem() {
            @Override
            public int dimension() {
                return 2;
            }

            @Override
            public int parameters() {
                return 2;
            }

            @Override
            public void derivatives(double t, double[] y, double[] f) {
                f[1] = 2 * y[0] - 3 * y[1];
                f[0] = -f[1];
            }

            @Override
            public SparsePattern jacobianPattern() {
                return SparsePattern.dense(2);
            }

            @Override
            public void jacobian(double t, double[] y, double[] j) {
                j[0] = -2;
                j[1] = 3;
                j[2] = 2;
                j[3] = -3;
            }

            @Override
            public void parameterDerivatives(double t, double[] y, double[] v) {
                v[0] = -y[0];
                v[1] = 0;
                v[2] = y[0];
                v[3] = 0;
            }
        };
        SteadyStateSearch search = new SteadyStateSearch(exchange, OdeOptions.of(1e-8, 1e-12));
        SteadyState steady = search.from(0, new double[] {10, 0});
        assertThat(steady).isInstanceOf(SteadyState.Found.class);
        SteadyState.Found found = (SteadyState.Found) steady;
        assertThat(found.state()[0]).isCloseTo(6, within(1e-11));
        assertThat(found.state()[1]).isCloseTo(4, within(1e-11));
        double[] s = search.sensitivities(exchange, found, 0, new double[] {0, 1, 0, 0});
        assertThat(s[2]).isCloseTo(10 * 3.0 / 25, within(1e-9));
        assertThat(s[0]).isCloseTo(-10 * 3.0 / 25, within(1e-9));
        assertThat(s[3]).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void theSteadyStateIsTheOneWhoseBasinHoldsTheBeginning() {
        // y' = y - y^3 rests at -1 or 1; from 0.001 Newton alone would stay at 0
        OdeSystem switching = new Problem(
                "switch",
                0,
                new double[1],
                new double[1],
                (y, f) -> f[0] = y[0] - y[0] * y[0] * y[0],
                (y, j) -> j[0] = 1 - 3 * y[0] * y[0]);
        SteadyStateSearch search = new SteadyStateSearch(switching, OdeOptions.of(1e-8, 1e-8));
        for (double start : new double[] {0.001, -0.001, 5, -5}) {
            SteadyState steady = search.from(0, new double[] {start});
            assertThat(steady).isInstanceOf(SteadyState.Found.class);
            assertThat(((SteadyState.Found) steady).state()[0]).isCloseTo(Math.signum(start), within(1e-11));
        }
    }

    @Test
    void anOscillatorHasNoSteadyState() {
        Problem problem = Problem.lotkaVolterra();
        SteadyStateSearch search =
                new SteadyStateSearch(problem, OdeOptions.of(1e-6, 1e-9).withMaximumSteps(3000));
        assertThat(search.from(0, problem.initial())).isInstanceOf(SteadyState.NotFound.class);
    }
}

package org.kindlin.numerics.growth;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.kindlin.numerics.ode.Advance;
import org.kindlin.numerics.ode.IntegrationMethod;
import org.kindlin.numerics.ode.OdeIntegrator;
import org.kindlin.numerics.ode.OdeOptions;
import org.kindlin.numerics.ode.OdeSystem;
import org.kindlin.numerics.ode.RootFunctions;
import org.kindlin.numerics.sparse.SparsePattern;

/**
 * Tumour growth under treatment after M. Simeoni et al., Cancer Res. 64:1094-1101 (2004): growing cells x1 increase exponentially and
 * then linearly, are hit by the drug in proportion to its concentration c, and die through three stages,
 *
 * <pre>{@code
 * x1' = λ0 x1 / (1 + (λ0 w / λ1)^ψ)^(1/ψ) - k2 c x1      w = x1 + x2 + x3 + x4
 * x2' = k2 c x1 - k1 x2,   x3' = k1 (x2 - x3),   x4' = k1 (x3 - x4)
 * }</pre>
 *
 * @param exponentialRate λ0, 1/time
 * @param linearRate λ1, mass/time
 * @param switching ψ, usually 20
 * @param deathRate k1, 1/time
 * @param potency k2, 1/(concentration time)
 */
public record SimeoniModel(
        double exponentialRate, double linearRate, double switching, double deathRate, double potency) {
    private static final int STATES = 4;
    private static final double RELATIVE = 1e-12;
    private static final double ABSOLUTE = 1e-14;

    /** Concentration of the drug: smooth between the times at which it jumps. */
    public interface Exposure {
        double concentration(double time);

        /** Times at which the concentration jumps, in any order. */
        List<Double> jumps();
    }

    /** A concentration that never changes. */
    public static Exposure constant(double concentration) {
        return new Exposure() {
            @Override
            public double concentration(double time) {
                return concentration;
            }

            @Override
            public List<Double> jumps() {
                return List.of();
            }
        };
    }

    /** Equal doses into one compartment: each adds a concentration that falls at the rate of elimination. */
    public static Exposure doses(List<Double> times, double concentration, double elimination) {
        return doses(times, Collections.nCopies(times.size(), concentration), elimination);
    }

    /**
     * Doses into one compartment, each adding its own concentration.
     *
     * @param concentrations as many as times
     */
    public static Exposure doses(List<Double> times, List<Double> concentrations, double elimination) {
        List<Double> given = List.copyOf(times);
        double[] at = given.stream().mapToDouble(Double::doubleValue).toArray();
        double[] added =
                concentrations.stream().mapToDouble(Double::doubleValue).toArray();
        return new Exposure() {
            @Override
            public double concentration(double time) {
                double sum = 0;
                for (int i = 0; i < at.length; i++) {
                    sum += time >= at[i] ? added[i] * Math.exp(-elimination * (time - at[i])) : 0;
                }
                return sum;
            }

            @Override
            public List<Double> jumps() {
                return given;
            }
        };
    }

    /** The concentration at which the tumour neither grows nor shrinks in its exponential phase: λ0 / k2. */
    public double stasisConcentration() {
        return exponentialRate / potency;
    }

    /** The mass at which exponential growth becomes linear: λ1 / λ0. */
    public double switchingMass() {
        return linearRate / exponentialRate;
    }

    /**
     * The four compartments at increasing times from zero on.
     *
     * @return a row for every time; their sum is the tumour's mass
     * @throws ArithmeticException where the integration fails
     */
    public double[][] course(double startMass, Exposure exposure, double[] times) {
        OdeIntegrator integrator = new OdeIntegrator(
                new Equations(this, exposure),
                RootFunctions.NONE,
                OdeOptions.of(RELATIVE, ABSOLUTE).withMethod(IntegrationMethod.NON_STIFF));
        double[] state = {startMass, 0, 0, 0};
        integrator.start(0, state);
        TreeSet<Double> jumps = new TreeSet<>(exposure.jumps());
        double[][] course = new double[times.length][];
        for (int i = 0; i < times.length; i++) {
            for (double jump : jumps.subSet(integrator.time(), false, times[i], true)) {
                advance(integrator, jump, state);
                integrator.start(jump, state);
            }
            if (times[i] > integrator.time()) {
                advance(integrator, times[i], state);
            } else {
                integrator.copyState(state);
            }
            course[i] = state.clone();
        }
        return course;
    }

    private static void advance(OdeIntegrator integrator, double to, double[] state) {
        integrator.stopAt(to);
        Advance advance = integrator.advance(to);
        if (advance instanceof Advance.Failed failed) {
            throw new ArithmeticException("the integration failed at " + failed.time());
        }
        integrator.copyState(state);
    }

    /** Total mass at each time of a course. */
    public static double[] mass(double[][] course) {
        return Arrays.stream(course)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
    }

    /** The equations. */
    private record Equations(SimeoniModel model, Exposure exposure) implements OdeSystem {
        @Override
        public int dimension() {
            return STATES;
        }

        @Override
        public void derivatives(double time, double[] x, double[] derivatives) {
            double hit = model.potency * before(time) * x[0];
            derivatives[0] = model.exponentialRate * x[0] * slowing(x) - hit;
            derivatives[1] = hit - model.deathRate * x[1];
            derivatives[2] = model.deathRate * (x[1] - x[2]);
            derivatives[3] = model.deathRate * (x[2] - x[3]);
        }

        private double before(double time) {
            return exposure.concentration(time);
        }

        private double crowding(double[] x) {
            double mass = Math.max(0, x[0] + x[1] + x[2] + x[3]);
            return Math.pow(model.exponentialRate * mass / model.linearRate, model.switching);
        }

        private double slowing(double[] x) {
            return Math.pow(1 + crowding(x), -1 / model.switching);
        }

        @Override
        public SparsePattern jacobianPattern() {
            return SparsePattern.dense(STATES);
        }

        @Override
        public void jacobian(double time, double[] x, double[] values) {
            double crowding = crowding(x);
            double slowing = slowing(x);
            double mass = Math.max(x[0] + x[1] + x[2] + x[3], Double.MIN_NORMAL);
            double shared = -model.exponentialRate * x[0] * slowing * crowding / (1 + crowding) / mass;
            double hit = model.potency * exposure.concentration(time);
            double k1 = model.deathRate;
            double[][] rows = {
                {model.exponentialRate * slowing + shared - hit, shared, shared, shared},
                {hit, -k1, 0, 0},
                {0, k1, -k1, 0},
                {0, 0, k1, -k1}
            };
            for (int i = 0; i < STATES; i++) {
                System.arraycopy(rows[i], 0, values, i * STATES, STATES);
            }
        }
    }
}

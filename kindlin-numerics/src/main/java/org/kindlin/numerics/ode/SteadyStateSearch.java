package org.kindlin.numerics.ode;

import java.util.Arrays;
import org.kindlin.numerics.sparse.SparseLu;
import org.kindlin.numerics.sparse.SparsePattern;

/**
 * Finds the state of rest that a system runs into from an initial state. The course is followed in time, so of several
 * states of rest it is the one whose basin holds the beginning; after 1, 4, 16, ... of the system's shortest times a
 * Newton iteration on an implicit Euler step a hundred times as long as the time gone by is tried, and taken when it
 * ends close by. Every such step keeps conserved sums, so a singular Jacobian does no harm (pseudo-transient
 * continuation: C. T. Kelley, D. E. Keyes, SIAM J. Numer. Anal. 35:508, 1998). A workspace.
 */
public final class SteadyStateSearch {
    private static final double LONGER = 100;
    private static final double LARGEST_MOVE = 1e-3;
    private static final int LARGEST_POWER = 25;
    private static final int NEWTON_STEPS = 12;

    private final OdeSystem system;
    private final OdeOptions options;
    private final double[] absolute;
    private final OdeIntegrator integrator;
    private final SparsePattern pattern;
    private final SparseLu lu;
    private final double[] jacobian;
    private final double[] mass;
    private final double[] state;
    private final double[] trial;
    private final double[] move;

    /** A search with this accuracy. */
    public SteadyStateSearch(OdeSystem system, OdeOptions options) {
        int n = system.dimension();
        this.system = system;
        this.options = options;
        this.absolute = options.absoluteOf(n);
        this.integrator = new OdeIntegrator(
                system, RootFunctions.NONE, options.withMaximumSteps(Math.min(options.maximumSteps(), 100_000)));
        this.pattern = system.jacobianPattern();
        this.lu = new SparseLu(pattern, system::luKernel);
        this.jacobian = new double[pattern.nonZeros()];
        this.mass = new double[n];
        for (int i = 0; i < n; i++) {
            mass[i] = system.isAlgebraic(i) ? 0 : 1;
        }
        this.state = new double[n];
        this.trial = new double[n];
        this.move = new double[n];
    }

    /** The state of rest that is reached from this state at this time. */
    public SteadyState from(double time, double[] initial) {
        integrator.reset();
        integrator.start(time, initial);
        double shortest = shortestTime(time, initial);
        if (Double.isNaN(shortest)) {
            return new SteadyState.NotFound(SteadyState.Reason.INTEGRATION_FAILED, time);
        }
        double span = shortest;
        for (int power = 0; power <= LARGEST_POWER; power++, span *= 4) {
            switch (integrator.advance(time + span)) {
                case Advance.Failed failed -> {
                    return new SteadyState.NotFound(
                            failed.reason() == Advance.Reason.TOO_MANY_STEPS
                                    ? SteadyState.Reason.STILL_CHANGING
                                    : SteadyState.Reason.INTEGRATION_FAILED,
                            failed.time());
                }
                case Advance.Reached reached -> integrator.copyState(state);
                case Advance.RootsCrossed crossed -> throw new IllegalStateException("roots where none are watched");
            }
            if (settles(integrator.time(), LONGER * span)) {
                return new SteadyState.Found(trial.clone(), integrator.time());
            }
        }
        return new SteadyState.NotFound(SteadyState.Reason.STILL_CHANGING, integrator.time());
    }

    private double shortestTime(double time, double[] initial) {
        system.jacobian(time, initial, jacobian);
        double largest = 0;
        for (int i = 0; i < mass.length; i++) {
            double sum = 0;
            for (int k = pattern.rowStart(i); k < pattern.rowStart(i + 1); k++) {
                sum += Math.abs(jacobian[k]);
            }
            largest = Double.isNaN(sum) ? Double.NaN : Math.max(largest, sum);
        }
        return largest == 0 ? 1 : 1 / largest;
    }

    /** Whether Newton's iteration from the state ends near it; leaves the end in {@code trial}. */
    private boolean settles(double time, double length) {
        System.arraycopy(state, 0, trial, 0, state.length);
        for (int k = 0; k < NEWTON_STEPS; k++) {
            system.jacobian(time, trial, jacobian);
            system.derivatives(time, trial, move);
            if (!Stepper.allFinite(move) || !Stepper.allFinite(jacobian) || !lu.factor(jacobian, 1 / length, mass)) {
                return false;
            }
            lu.solve(move);
            double largest = 0;
            for (int i = 0; i < trial.length; i++) {
                trial[i] += move[i];
                double near = LARGEST_MOVE * Math.abs(state[i]) + absolute[i] / options.relative() * LARGEST_MOVE;
                if (!(Math.abs(trial[i] - state[i]) <= near)) {
                    return false;
                }
                double tolerance = absolute[i] + options.relative() * Math.abs(trial[i]);
                largest = Math.max(largest, Math.abs(move[i]) / tolerance);
            }
            if (largest < 1e-4) {
                return true;
            }
        }
        return false;
    }

    /**
     * The sensitivities of a state of rest: the limit of implicit Euler steps on M S′ = J S + ∂f/∂p from those of the
     * initial state, which carry what parameters do to conserved sums.
     *
     * @param parametric the same system
     * @param found what {@link #from} found
     * @param start the time from which it was found
     * @param initial the sensitivities of the initial state, each state's by every parameter in turn
     * @return those of the state of rest, or not a number where the limit is not reached
     */
    public double[] sensitivities(
            ParametricSystem parametric, SteadyState.Found found, double start, double[] initial) {
        int width = parametric.parameters();
        double length = LONGER * Math.max(found.time() - start, Double.MIN_NORMAL);
        system.jacobian(found.time(), found.state(), jacobian);
        double[] result = initial.clone();
        if (!lu.factor(jacobian, 1 / length, mass)) {
            Arrays.fill(result, Double.NaN);
            return result;
        }
        ParameterPattern places = parametric.parameterPattern();
        double[] byParameter = new double[places.count()];
        parametric.parameterDerivatives(found.time(), found.state(), byParameter);
        double[][] constant = new double[width][mass.length];
        for (int e = 0; e < byParameter.length; e++) {
            constant[places.parameter()[e]][places.state()[e]] = byParameter[e];
        }
        for (int c = 0; c < width; c++) {
            follow(constant[c], 1 / length, result, c, width);
        }
        return result;
    }

    /** Implicit Euler steps on one column of the sensitivities until it rests. */
    private void follow(double[] constant, double rate, double[] columns, int column, int width) {
        double[] right = new double[mass.length];
        for (int k = 0; k < 60; k++) {
            for (int i = 0; i < mass.length; i++) {
                right[i] = constant[i] + mass[i] * columns[i * width + column] * rate;
            }
            lu.solve(right);
            double change = 0;
            for (int i = 0; i < mass.length; i++) {
                int at = i * width + column;
                change = Math.max(change, Math.abs(right[i] - columns[at]) / (Math.abs(right[i]) + 1e-12));
                columns[at] = right[i];
            }
            if (change < 1e-12) {
                return;
            }
        }
    }
}

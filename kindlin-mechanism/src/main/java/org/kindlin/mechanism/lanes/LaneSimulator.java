package org.kindlin.mechanism.lanes;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.Formulas;
import org.kindlin.mechanism.simulate.InitialFormulas;
import org.kindlin.mechanism.simulate.InitialPoint;
import org.kindlin.mechanism.simulate.SimulationOptions;
import org.kindlin.numerics.ode.FirstStep;
import org.kindlin.numerics.ode.IntegrationMethod;
import org.kindlin.numerics.ode.MildSteps;
import org.kindlin.numerics.ode.RootFunctions;
import org.kindlin.numerics.ode.StepSizeControl;
import org.kindlin.numerics.ode.TimeRoots;

/**
 * Simulates many parameter sets of a model at once. Every lane has a set, a time and a step of its own, and takes the next
 * set when its own has come to the end, so lanes stay busy. Sets that need more than the stiff method's plain steps
 * (something not finite, a pivot off the diagonal, a step that cannot be kept, a problem that proves mild) are handed
 * back. A workspace.
 */
public final class LaneSimulator {
    private static final int COUNT = Lanes.COUNT;
    private static final int ERROR_ORDER = 5;
    private static final int MOST_ATTEMPTS = 1_000_000;
    private static final double[] NO_PAST = new double[0];
    private static final int NONE = -1;

    private final CompiledModel model;
    private final boolean mayLeave;
    private final double[] times;
    private final InitialFormulas initial;
    private final Formulas observation;
    private final double[] observationWork;
    private final double[] derivativeWork;
    private final FirstStep firstStep;
    private final LaneRodas5P method;
    private final StepSizeControl[] control = new StepSizeControl[COUNT];
    private final MildSteps[] mild = new MildSteps[COUNT];
    private final int[] set = new int[COUNT];
    private final int[] output = new int[COUNT];
    private final int[] attempts = new int[COUNT];
    private final double[] accepted = new double[COUNT];
    private final double[] slope;
    private final double[] observed;
    private final double[][] parameters = new double[COUNT][];
    private final TimeRoots[] roots = new TimeRoots[COUNT];
    private final double[] jumpTime = new double[COUNT];
    private final boolean[] jumps = new boolean[COUNT];
    private int next;

    /** A workspace. */
    public LaneSimulator(LaneModel code, SimulationOptions options) {
        this.model = code.model();
        this.mayLeave = options.method() == IntegrationMethod.AUTOMATIC;
        this.times = options.times();
        this.initial = new InitialFormulas(model.equations());
        this.observation = code.observation();
        this.observationWork = observation.newWork();
        this.derivativeWork = model.derivatives().newWork();
        int size = model.derivatives().count();
        double[] absolute = new double[size];
        Arrays.fill(absolute, options.stepAbsolute());
        this.slope = new double[size];
        this.firstStep = new FirstStep(options.stepRelative(), absolute);
        this.observed = new double[size];
        this.method = new LaneRodas5P(code.system(), options.stepRelative(), options.stepAbsolute());
        Arrays.setAll(control, _ -> new StepSizeControl());
        Arrays.setAll(mild, _ -> new MildSteps());
        Arrays.setAll(parameters, _ -> new double[0]);
        Arrays.setAll(roots, lane -> new TimeRoots(jumpsOf(lane)));
    }

    /** Where formulas jump with the parameters of a lane. */
    private RootFunctions jumpsOf(int lane) {
        double[] work = model.roots().newWork();
        return new RootFunctions() {
            @Override
            public int count() {
                return model.roots().count();
            }

            @Override
            public boolean onlyOfTime() {
                return true;
            }

            @Override
            public boolean monotone() {
                return model.rootsMonotone();
            }

            @Override
            public void values(double time, double[] state, double[] values) {
                model.roots().kernel().evaluate(time, state, parameters[lane], NO_PAST, work, values);
            }
        };
    }

    /**
     * Simulates {@code courses.length} sets.
     *
     * @param given the given parameters of a set
     * @param courses takes the observables of each set by time; left as it is where the set needs the scalar engine
     */
    public void simulate(IntFunction<double[]> given, double[][][] courses) {
        next = 0;
        int busy = 0;
        for (int lane = 0; lane < COUNT; lane++) {
            method.step[lane] = 1;
            busy += load(lane, given, courses) ? 1 : 0;
        }
        while (busy > 0) {
            method.attempt(mayLeave);
            for (int lane = 0; lane < COUNT; lane++) {
                accepted[lane] = set[lane] != NONE && keep(lane, courses) ? 1 : 0;
            }
            findJumps();
            observe(courses);
            method.proceed(accepted);
            for (int lane = 0; lane < COUNT; lane++) {
                boolean done = set[lane] != NONE && (courses[set[lane]].length == 0 || output[lane] == times.length);
                busy -= done && !load(lane, given, courses) ? 1 : 0;
            }
        }
    }

    /** Takes the next set that needs steps into a lane; false where there is none. */
    private boolean load(int lane, IntFunction<double[]> given, double[][][] courses) {
        while (next < courses.length) {
            int index = next++;
            InitialPoint point = initial.at(given.apply(index), times[0]);
            double[] state = point.state();
            double[] p = point.parameters();
            FirstStep.Slope system =
                    (time, y, f) -> model.derivatives().kernel().evaluate(time, y, p, NO_PAST, derivativeWork, f);
            system.at(times[0], state, slope);
            if (!allFinite(state) || !allFinite(slope) || anyNegativeZero(state)) {
                continue;
            }
            double[][] course = new double[times.length][];
            courses[index] = course;
            int at = 0;
            while (at < times.length && times[at] <= times[0]) {
                course[at++] = observe(times[0], state, p);
            }
            if (at == times.length) {
                continue;
            }
            set[lane] = index;
            output[lane] = at;
            attempts[lane] = 0;
            control[lane].restart();
            mild[lane].restart();
            method.place(lane, times[0], state, p);
            parameters[lane] = p;
            roots[lane].begin(times[0]);
            method.step[lane] = firstStep.length(system, times[0], state, slope, ERROR_ORDER, times[at] - times[0]);
            return true;
        }
        set[lane] = NONE;
        return false;
    }

    private double[] observe(double time, double[] state, double[] p) {
        double[] values = new double[observation.count()];
        observation.kernel().evaluate(time, state, p, NO_PAST, observationWork, values);
        return values;
    }

    private static boolean allFinite(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * 0;
        }
        return sum == 0;
    }

    /** The only states of which a sum that begins with zero would change a bit. */
    private static boolean anyNegativeZero(double[] values) {
        for (double value : values) {
            if (value == 0 && 1 / value < 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a lane's last attempt is good; else its next is shorter, or its set is given up. */
    private boolean keep(int lane, double[][][] courses) {
        double error = method.error[lane];
        double length = method.step[lane];
        boolean fit = method.fit[lane] && Double.isFinite(error) && attempts[lane]++ < MOST_ATTEMPTS;
        boolean keep = fit && error <= 1;
        if (keep) {
            method.step[lane] = control[lane].accepted(length, error, ERROR_ORDER, true);
            fit = !(mayLeave && mild[lane].endWith(length, method.step[lane], method.rateBound[lane]));
        } else if (fit) {
            method.step[lane] = control[lane].rejected(length, error, ERROR_ORDER);
            double from = method.startTime[lane];
            fit = method.step[lane] > 4 * Math.ulp(from) && method.step[lane] >= Double.MIN_NORMAL;
        }
        if (!fit) {
            courses[set[lane]] = new double[0][];
        }
        return keep && fit;
    }

    /** Looks for discontinuities in the steps just accepted: they end there. */
    private void findJumps() {
        for (int lane = 0; lane < COUNT; lane++) {
            double jump = accepted[lane] > 0 && model.roots().count() > 0
                    ? roots[lane].in(method.startTime[lane], method.endTime[lane])
                    : Double.NaN;
            jumps[lane] = !Double.isNaN(jump);
            jumpTime[lane] = jumps[lane] ? jump : method.endTime[lane];
        }
    }

    /** Values at the asked times within the steps just accepted, up to where formulas jump; there they end. */
    private void observe(double[][][] courses) {
        boolean prepared = false;
        for (int lane = 0; lane < COUNT; lane++) {
            boolean due = accepted[lane] > 0 && output[lane] < times.length && times[output[lane]] <= jumpTime[lane];
            if (!prepared && (due || jumps[lane])) {
                method.prepareDense();
                prepared = true;
            }
            if (due) {
                observe(lane, courses[set[lane]]);
            }
            if (jumps[lane]) {
                method.endAt(lane, jumpTime[lane]);
                control[lane].restart();
            }
        }
    }

    private void observe(int lane, double[][] course) {
        int next = output[lane];
        while (next < times.length && times[next] <= jumpTime[lane]) {
            method.interpolate(lane, times[next], observed);
            course[next] = observe(times[next], observed, parameters[lane]);
            next++;
        }
        output[lane] = next;
    }
}

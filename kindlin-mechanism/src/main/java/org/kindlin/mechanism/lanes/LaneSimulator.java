package org.kindlin.mechanism.lanes;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.Formulas;
import org.kindlin.mechanism.simulate.InitialFormulas;
import org.kindlin.mechanism.simulate.InitialPoint;
import org.kindlin.mechanism.simulate.Observables;
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
    private static final int FEWEST_LANES = 4;
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
    private final double[] outputTime = new double[COUNT];
    private final double[] slope;
    private final double[][] parameters = new double[COUNT][];
    private final TimeRoots[] roots = new TimeRoots[COUNT];
    private final double[] jumpTime = new double[COUNT];
    private final boolean[] jumps = new boolean[COUNT];
    private boolean anyJump;
    private boolean changed;
    private int next;

    /** A workspace for a model that {@link #takes} accepts. */
    public LaneSimulator(CompiledModel model, SimulationOptions options, Observables observables) {
        this.model = model;
        this.mayLeave = options.method() == IntegrationMethod.AUTOMATIC;
        this.times = options.times();
        this.initial = new InitialFormulas(model.equations());
        this.observation = Formulas.interpreted(model.equations().graph(), observables.nodes());
        this.observationWork = observation.newWork();
        this.derivativeWork = model.derivatives().newWork();
        int size = model.derivatives().count();
        double[] absolute = new double[size];
        Arrays.fill(absolute, options.stepAbsolute());
        this.slope = new double[size];
        this.firstStep = new FirstStep(options.stepRelative(), absolute);
        this.method = new LaneRodas5P(
                model, model.jacobianNodes(), observables.nodes(), options.stepRelative(), options.stepAbsolute());
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
            public void values(double time, double[] state, double[] values) {
                model.roots().kernel().evaluate(time, state, parameters[lane], NO_PAST, work, values);
            }
        };
    }

    /**
     * Whether a model has nothing but rates: no events, delays, algebraic rules, fast reactions or constraints, and no
     * discontinuity that depends on a state.
     */
    public static boolean takes(CompiledModel model) {
        return COUNT >= FEWEST_LANES
                && !model.equations().states().isEmpty()
                && !model.equations().algebraic()
                && model.equations().events().isEmpty()
                && model.equations().delays().isEmpty()
                && model.equations().equilibria().isEmpty()
                && model.equations().constraints().length == 0
                && model.rootsOfTime();
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
            if (changed) {
                method.constants();
                changed = false;
            }
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
            if (!allFinite(state) || !allFinite(slope)) {
                continue;
            }
            double[][] course = new double[times.length][];
            courses[index] = course;
            int at = 0;
            while (at < times.length && times[at] <= times[0]) {
                double[] values = new double[observation.count()];
                observation.kernel().evaluate(times[0], state, p, NO_PAST, observationWork, values);
                course[at++] = values;
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
            changed = true;
            return true;
        }
        set[lane] = NONE;
        return false;
    }

    private static boolean allFinite(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * 0;
        }
        return sum == 0;
    }

    /** Whether a lane's last attempt is good; else its next is shorter, or its set is given up. */
    private boolean keep(int lane, double[][][] courses) {
        double error = method.error[lane];
        double length = method.step[lane];
        boolean fit = method.fitness[lane] > 0 && Double.isFinite(error) && attempts[lane]++ < MOST_ATTEMPTS;
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
        boolean any = false;
        for (int lane = 0; lane < COUNT; lane++) {
            double jump = accepted[lane] > 0 && model.roots().count() > 0
                    ? roots[lane].in(method.startTime[lane], method.endTime[lane])
                    : Double.NaN;
            jumps[lane] = !Double.isNaN(jump);
            jumpTime[lane] = jumps[lane] ? jump : method.endTime[lane];
            any |= jumps[lane];
        }
        anyJump = any;
    }

    private boolean isDue(int lane) {
        return accepted[lane] > 0 && output[lane] < times.length && times[output[lane]] <= jumpTime[lane];
    }

    /** Values at the asked times within the steps just accepted, up to where formulas jump. */
    private void observe(double[][][] courses) {
        boolean prepared = false;
        while (true) {
            boolean any = false;
            for (int lane = 0; lane < COUNT; lane++) {
                boolean due = isDue(lane);
                outputTime[lane] = due ? times[output[lane]] : method.endTime[lane];
                any |= due;
            }
            if ((any || anyJump) && !prepared) {
                method.prepareDense();
                prepared = true;
            }
            if (!any) {
                break;
            }
            method.observe(outputTime);
            for (int lane = 0; lane < COUNT; lane++) {
                if (isDue(lane)) {
                    courses[set[lane]][output[lane]++] = method.observed(lane);
                }
            }
        }
        if (anyJump) {
            method.endAt(jumpTime, jumps);
            for (int lane = 0; lane < COUNT; lane++) {
                if (jumps[lane]) {
                    control[lane].restart();
                }
            }
        }
    }
}

package org.kindlin.mechanism.lanes;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.IntFunction;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.Formulas;
import org.kindlin.mechanism.simulate.InitialFormulas;
import org.kindlin.mechanism.simulate.InitialPoint;
import org.kindlin.mechanism.simulate.SimulationOptions;
import org.kindlin.numerics.ode.FirstStep;
import org.kindlin.numerics.ode.IntegrationMethod;

/**
 * Simulates many parameter sets of a model at once. Every lane has a set, a time and a step of its own, and takes the next
 * set when its own has come to the end, so lanes stay busy. Where the method may be chosen, sets go from the lanes of the stiff method
 * to those of the explicit one and back as the scalar integrator would. Sets that need more (something not finite, a pivot off the
 * diagonal, a step that cannot be kept) are handed back. A workspace.
 */
public final class LaneSimulator {
    private static final int COUNT = Lanes.COUNT;
    private static final int FIRST_ORDER = 5;
    private static final int MOST_ATTEMPTS = 1_000_000;
    private static final double[] NO_PAST = new double[0];

    private final CompiledModel model;
    private final boolean mayChoose;
    private final double[] times;
    private final InitialFormulas initial;
    private final Formulas observation;
    private final double[] observationWork;
    private final double[] derivativeWork;
    private final FirstStep firstStep;
    private final LaneRodas5P implicit;
    private final LaneDormandPrince explicit;
    private final LaneBench stiff;
    private final LaneBench mild;
    private final Deque<LaneCourse> idle = new ArrayDeque<>();
    private final double[] accepted = new double[COUNT];
    private final double[] slope;
    private final double[] observed;
    private final double[] jumpTime = new double[COUNT];
    private final boolean[] jumps = new boolean[COUNT];
    private final double[] stiffness = new double[COUNT];
    private int next;

    /** A workspace. */
    public LaneSimulator(LaneModel code, SimulationOptions options) {
        this.model = code.model();
        this.mayChoose = options.method() == IntegrationMethod.AUTOMATIC;
        this.times = options.times();
        this.initial = new InitialFormulas(model.equations());
        this.observation = code.observation();
        this.observationWork = observation.newWork();
        this.derivativeWork = model.derivatives().newWork();
        int size = model.derivatives().count();
        double relative = options.stepRelative();
        double[] absolute = new double[size];
        Arrays.fill(absolute, options.stepAbsolute());
        this.slope = new double[size];
        this.firstStep = new FirstStep(relative, absolute);
        this.observed = new double[size];
        this.implicit = new LaneRodas5P(code.system(), relative, options.stepAbsolute(), mayChoose);
        this.explicit = new LaneDormandPrince(code.system(), relative, options.stepAbsolute());
        this.stiff = new LaneBench(implicit);
        this.mild = new LaneBench(explicit);
    }

    /**
     * Simulates {@code courses.length} sets.
     *
     * @param given the given parameters of a set
     * @param courses takes the observables of each set by time; left as it is where the set needs the scalar engine
     */
    public void simulate(IntFunction<double[]> given, double[][][] courses) {
        next = 0;
        while (true) {
            while (stiff.hasRoom() && begin(given, courses)) {
                // the next set goes to a lane
            }
            stiff.fill();
            mild.fill();
            if (!mild.hasRoom() || (stiff.isIdle() && !mild.isIdle())) {
                step(mild, courses);
            } else if (!stiff.isIdle()) {
                step(stiff, courses);
            } else {
                return;
            }
        }
    }

    /** Takes in the next set that needs steps; false where there is none. */
    private boolean begin(IntFunction<double[]> given, double[][][] courses) {
        while (next < courses.length) {
            int index = next++;
            InitialPoint point = initial.at(given.apply(index), times[0]);
            FirstStep.Slope system = (time, y, f) ->
                    model.derivatives().kernel().evaluate(time, y, point.parameters(), NO_PAST, derivativeWork, f);
            system.at(times[0], point.state(), slope);
            if (!allFinite(point.state()) || !allFinite(slope) || anyNegativeZero(point.state())) {
                continue;
            }
            LaneCourse course = idle.isEmpty() ? new LaneCourse(model) : idle.remove();
            courses[index] = new double[times.length][];
            course.begin(index, point, courses[index]);
            while (course.output < times.length && times[course.output] <= times[0]) {
                courses[index][course.output++] = observe(times[0], point.state(), point.parameters());
            }
            if (course.output == times.length) {
                idle.add(course);
                continue;
            }
            double span = times[course.output] - times[0];
            course.step = firstStep.length(system, times[0], point.state(), slope, FIRST_ORDER, span);
            stiff.add(course);
            return true;
        }
        return false;
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

    private double[] observe(double time, double[] state, double[] p) {
        double[] values = new double[observation.count()];
        observation.kernel().evaluate(time, state, p, NO_PAST, observationWork, values);
        return values;
    }

    /** Tries a step in every lane of a method, and takes out the courses that have come to an end. */
    private void step(LaneBench bench, double[][][] courses) {
        LaneStepper method = bench.method;
        if (model.roots().count() > 0) {
            endBeforeJumps(bench, courses);
        }
        method.attempt();
        if (bench == mild) {
            explicit.stiffness(stiffness);
        }
        boolean prepared = false;
        for (int lane = 0; lane < COUNT; lane++) {
            LaneCourse course = bench.courses[lane];
            accepted[lane] = 0;
            jumps[lane] = false;
            if (course == null) {
                continue;
            }
            if (keep(bench, lane, course)) {
                accepted[lane] = 1;
                prepared = tell(method, lane, course, prepared);
            } else if (!method.fit[lane]) {
                release(bench, lane, course, courses);
            }
        }
        method.proceed(accepted);
        for (int lane = 0; lane < COUNT; lane++) {
            LaneCourse course = bench.courses[lane];
            if (course != null && accepted[lane] > 0) {
                goOn(bench, lane, course);
            }
        }
    }

    /** As the scalar integrator, lets no step cross a jump; hands a set back that stands right before one. */
    private void endBeforeJumps(LaneBench bench, double[][][] courses) {
        LaneStepper method = bench.method;
        for (int lane = 0; lane < COUNT; lane++) {
            LaneCourse course = bench.courses[lane];
            if (course == null) {
                continue;
            }
            double from = method.startTime[lane];
            double free = course.ahead.length(from, method.step[lane]);
            course.endsBeforeJump = free < method.step[lane];
            if (course.endsBeforeJump && free > 4 * Math.ulp(from)) {
                method.step[lane] = free;
            } else if (course.endsBeforeJump) {
                release(bench, lane, course, courses);
            }
        }
    }

    /** Gives a set back that lanes cannot carry on with. */
    private void release(LaneBench bench, int lane, LaneCourse course, double[][][] courses) {
        courses[course.set] = new double[0][];
        bench.release(lane);
        idle.add(course);
    }

    /** Whether a lane's last attempt is good; else its next is shorter, or the lane is not fit. */
    private boolean keep(LaneBench bench, int lane, LaneCourse course) {
        LaneStepper method = bench.method;
        double error = method.error[lane];
        double length = method.step[lane];
        boolean fit = method.fit[lane] && Double.isFinite(error) && course.attempts++ < MOST_ATTEMPTS;
        boolean keep = fit && error <= 1;
        if (keep) {
            method.step[lane] = course.control.accepted(length, error, method.errorOrder(), bench == stiff);
            if (bench == mild) {
                course.stiff.endWith(stiffness[lane]);
            } else if (mayChoose) {
                course.mild.endWith(length, method.step[lane], implicit.rateBound[lane]);
            }
        } else if (fit) {
            method.step[lane] = course.control.rejected(length, error, method.errorOrder());
            double from = method.startTime[lane];
            fit = method.step[lane] > 4 * Math.ulp(from) && method.step[lane] >= Double.MIN_NORMAL;
        }
        method.fit[lane] = fit;
        return keep;
    }

    /** Looks for a discontinuity in a step just accepted: it ends there. */
    private void findJump(LaneStepper method, int lane, LaneCourse course) {
        if (course.endsBeforeJump) {
            method.endTime[lane] = course.ahead.time();
        }
        double jump =
                model.roots().count() > 0 ? course.roots.in(method.startTime[lane], method.endTime[lane]) : Double.NaN;
        jumps[lane] = !Double.isNaN(jump);
        jumpTime[lane] = jumps[lane] ? jump : method.endTime[lane];
    }

    /**
     * Values at the asked times within a step just accepted, up to where formulas jump: it ends there.
     *
     * @param prepared whether values within the steps are prepared; told back as it is then
     */
    private boolean tell(LaneStepper method, int lane, LaneCourse course, boolean prepared) {
        findJump(method, lane, course);
        if (!jumps[lane] && times[course.output] > jumpTime[lane]) {
            return prepared;
        }
        if (!prepared) {
            method.prepareDense();
        }
        while (course.output < times.length && times[course.output] <= jumpTime[lane]) {
            double time = times[course.output];
            if (time == method.endTime[lane]) {
                method.copyEnd(lane, observed);
            } else {
                method.interpolate(lane, time, observed);
            }
            course.values[course.output++] = observe(time, observed, course.parameters);
        }
        if (jumps[lane]) {
            method.endAt(lane, jumpTime[lane]);
            course.control.restart();
        }
        return true;
    }

    /** After an accepted step: the course has come to its end, goes over to the other method, or stays in its lane. */
    private void goOn(LaneBench bench, int lane, LaneCourse course) {
        if (course.output == times.length) {
            bench.release(lane);
            idle.add(course);
        } else if (mayChoose && !jumps[lane] && (bench == stiff ? course.mild.enough() : course.stiff.enough())) {
            if (bench == stiff) {
                course.mild.beMorePatient();
            }
            course.mild.forget();
            course.stiff.forget();
            course.control.restart();
            course.time = bench.method.endTime[lane];
            bench.method.copyEnd(lane, course.state);
            course.step = bench.method.step[lane];
            bench.release(lane);
            (bench == stiff ? mild : stiff).add(course);
        }
    }
}

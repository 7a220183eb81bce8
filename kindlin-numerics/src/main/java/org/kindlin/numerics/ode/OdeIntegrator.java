package org.kindlin.numerics.ode;

import org.jspecify.annotations.Nullable;
import org.kindlin.numerics.sparse.SparsePattern;

/**
 * Integrates an initial value problem forward in time, from point to point as it is asked.
 *
 * <pre>{@code
 * OdeIntegrator integrator = new OdeIntegrator(system, RootFunctions.NONE, OdeOptions.of(1e-6, 1e-9));
 * integrator.start(0, initial);
 * Advance advance = integrator.advance(10);
 * integrator.copyState(result);
 * }</pre>
 *
 * Output times do not alter the steps: values between them are dense output. When {@link #advance} reports roots, the
 * integration stands there; the caller may {@link #start} again with another state, or go on. One integrator serves any
 * number of starts without allocation; what depends on the pattern of the system is computed once. Not thread-safe.
 */
public final class OdeIntegrator {
    /** In units of the last place of time: twice what a difference for ∂f/∂t looks ahead. */
    private static final int JUMP_WIDTH = 256;

    /** Up to so many multiplications a factorisation costs little beside what it may spare. */
    private static final int CHEAP_FACTORISATION = 20_000;

    private static final int CHEAP_ELEMENTS = 5_000;

    private final OdeOptions options;
    private final double[] absolute;
    private final RootSearch roots;
    private final JumpAhead jumps;
    private final StepSizeControl control = new StepSizeControl();
    private final boolean mayChoose;
    private final boolean beginsStiff;
    private final double[] state;

    private final Steppers steppers;
    private final @Nullable Sensitivities sensitivities;
    private final double[] columns;
    private Stepper stepper;
    private double time;
    private double stepEnd;
    private double nextStep;
    private double stop = Double.POSITIVE_INFINITY;
    private boolean begun;
    private boolean rootAhead;
    private int stepsLeft;
    private final StiffSigns stiffSigns = new StiffSigns();
    private final MildSteps mild = new MildSteps();
    private Advance.Failed failure = new Advance.Failed(Advance.Reason.NOT_FINITE, Double.NaN);
    private boolean failed;
    private long steps;
    private long rejections;
    private long switches;

    /** An integrator of this system that watches these functions. */
    public OdeIntegrator(OdeSystem system, RootFunctions rootFunctions, OdeOptions options) {
        this(system, rootFunctions, options, null, 0);
    }

    /**
     * An integrator that carries the sensitivities ∂y/∂p along, by the stiff method. Their error is not part of the
     * choice of steps; it follows that of the state.
     */
    public static OdeIntegrator withSensitivities(
            ParametricSystem system, RootFunctions rootFunctions, OdeOptions options) {
        return new OdeIntegrator(
                system,
                rootFunctions,
                options.withMethod(IntegrationMethod.STIFF),
                new Sensitivities(system),
                system.dimension() * system.parameters());
    }

    private OdeIntegrator(
            OdeSystem system,
            RootFunctions rootFunctions,
            OdeOptions options,
            @Nullable Sensitivities sensitivities,
            int columns) {
        this.sensitivities = sensitivities;
        this.columns = new double[columns];
        this.options = options;
        this.absolute = options.absoluteOf(system.dimension());
        this.roots = new RootSearch(rootFunctions, system.dimension());
        this.jumps = new JumpAhead(rootFunctions.ofTime());
        this.state = new double[system.dimension()];
        boolean any = false;
        for (int i = 0; i < system.dimension(); i++) {
            any |= system.isAlgebraic(i);
        }
        this.mayChoose = !any && options.method() == IntegrationMethod.AUTOMATIC;
        if (any && options.method() == IntegrationMethod.NON_STIFF) {
            throw new IllegalArgumentException("algebraic states need the stiff method");
        }
        this.steppers = new Steppers(system, options.relative(), absolute);
        this.beginsStiff = any || options.method() == IntegrationMethod.STIFF || (mayChoose && factorsCheaply(system));
        this.stepper = firstStepper();
    }

    private static boolean factorsCheaply(OdeSystem system) {
        SparsePattern pattern = system.jacobianPattern();
        return pattern.nonZeros() <= CHEAP_ELEMENTS
                && pattern.symbolicLu().multiplications(CHEAP_FACTORISATION) < CHEAP_FACTORISATION;
    }

    private Stepper firstStepper() {
        return beginsStiff ? steppers.stiff() : steppers.nonStiff();
    }

    /**
     * Begins at this point, forgetting where the integration stood but not its {@link #stopAt} nor whether the problem
     * proved stiff.
     */
    public void start(double at, double[] initial) {
        start(at, initial, new double[columns.length]);
    }

    /**
     * Begins at this point with these sensitivities, each state's by every parameter in turn.
     *
     * @see #start(double, double[])
     */
    public void start(double at, double[] initial, double[] initialSensitivities) {
        if (initialSensitivities.length != columns.length) {
            throw new IllegalArgumentException(
                    initialSensitivities.length + " sensitivities where there are " + columns.length);
        }
        System.arraycopy(initialSensitivities, 0, columns, 0, columns.length);
        if (initial.length != state.length) {
            throw new IllegalArgumentException(initial.length + " values for " + state.length + " states");
        }
        time = at;
        stepEnd = at;
        System.arraycopy(initial, 0, state, 0, state.length);
        failed = false;
        begun = false;
        rootAhead = false;
        nextStep = 0;
        stepsLeft = options.maximumSteps();
        stiffSigns.forget();
        mild.forget();
        roots.begin(at, state);
        jumps.forget();
    }

    /** Forgets that the problem proved stiff: the next start is as the first. */
    public void reset() {
        stepper = firstStepper();
        mild.restart();
        stop = Double.POSITIVE_INFINITY;
    }

    /**
     * No step reaches beyond this time, where the system may be discontinuous; infinite for none. Where roots change sides
     * right after it, they are crossed with the state that is reached there.
     */
    public void stopAt(double latest) {
        stop = latest;
    }

    /** Where the integration stands. */
    public double time() {
        return time;
    }

    /** Copies the state at {@link #time()}. */
    public void copyState(double[] into) {
        System.arraycopy(state, 0, into, 0, state.length);
    }

    /** Copies the sensitivities at {@link #time()}: each state's by every parameter in turn. */
    public void copySensitivities(double[] into) {
        System.arraycopy(columns, 0, into, 0, columns.length);
    }

    /** The last time at which the roots told by {@link Advance.RootsCrossed} were on their old sides; valid until the next step. */
    public double timeBeforeRoots() {
        return roots.timeBefore();
    }

    /** Copies the state at {@link #timeBeforeRoots()}. */
    public void copyStateBeforeRoots(double[] into) {
        double length = stepper.endTime - stepper.startTime;
        stepper.interpolate((roots.timeBefore() - stepper.startTime) / length, into);
    }

    /**
     * Goes on with other sensitivities from where roots were crossed: where the right-hand side changes at a time that
     * depends on parameters, they jump.
     */
    public void replaceSensitivities(double[] changed) {
        if (begun) {
            throw new IllegalStateException("sensitivities can be replaced only where roots were crossed");
        }
        System.arraycopy(changed, 0, columns, 0, columns.length);
    }

    /** The work since this integrator was made. */
    public OdeStatistics statistics() {
        return steppers.statistics(steps, rejections, switches);
    }

    /**
     * Goes on to this time, or to the first change of side of a root function before or at it.
     *
     * @param target not before {@link #time()}
     */
    public Advance advance(double target) {
        if (!(target >= time)) {
            throw new IllegalArgumentException("cannot go back from " + time + " to " + target);
        }
        if (failed) {
            return failure;
        }
        while (true) {
            if (rootAhead && target >= roots.time()) {
                return crossRoots();
            }
            if (target <= stepEnd) {
                moveTo(target);
                return Advance.Reached.TARGET;
            }
            if (!step(target)) {
                failed = true;
                return failure;
            }
            rootAhead = roots.search(stepper);
        }
    }

    private Advance crossRoots() {
        moveTo(roots.time());
        rootAhead = false;
        begun = false;
        stepEnd = time;
        roots.begin(time, state);
        control.restart();
        return new Advance.RootsCrossed(time, roots.crossings());
    }

    private void moveTo(double target) {
        if (target == time) {
            return;
        }
        time = target;
        if (target == stepEnd) {
            System.arraycopy(stepper.end, 0, state, 0, state.length);
            if (sensitivities != null) {
                sensitivities.copyEnd(columns);
            }
        } else {
            double fraction = (target - stepper.startTime) / (stepper.endTime - stepper.startTime);
            stepper.interpolate(fraction, state);
            if (sensitivities != null) {
                sensitivities.interpolate(fraction, columns);
            }
        }
    }

    /** One accepted step from where the last ended; false when none succeeds. */
    private boolean step(double target) {
        if (!prepare(target)) {
            return fail(Advance.Reason.NOT_FINITE);
        }
        double from = stepper.startTime;
        if (from == stop && standsBeforeJump(from)) {
            return true;
        }
        double error;
        double length = nextStep;
        boolean beforeJump;
        while (true) {
            if (stepsLeft-- <= 0) {
                return fail(Advance.Reason.TOO_MANY_STEPS);
            }
            length = Math.min(length, options.maximumStep());
            double to = from + length;
            if (to >= stop || from + 1.01 * length >= stop) {
                to = stop > from ? stop : to;
                length = to - from;
            }
            double free = jumps.length(from, length);
            beforeJump = free < length;
            if (beforeJump) {
                if (!(free > 4 * Math.ulp(from))) {
                    stand(jumps.time());
                    return true;
                }
                length = free;
                to = from + free;
            }
            error = stepper.attempt(length, to);
            if (error <= 1) {
                break;
            }
            rejections++;
            length = control.rejected(length, error, stepper.errorOrder());
            if (!(length > 4 * Math.ulp(from)) || length < Double.MIN_NORMAL) {
                return standsBeforeJump(from) || fail(reason(error));
            }
        }
        steps++;
        stepEnd = stepper.endTime;
        nextStep = control.accepted(length, error, stepper.errorOrder(), stepper instanceof Rodas5P);
        if (sensitivities != null && stepper instanceof Rodas5P implicit) {
            sensitivities.follow(implicit);
        } else if (mayChoose) {
            observeStiffness(length);
        }
        if (beforeJump) {
            // the last few representable times: the jump is crossed with the state that is reached before it
            stepper.endTime = jumps.time();
            stepEnd = stepper.endTime;
        }
        return true;
    }

    /**
     * Where the right-hand side jumps at the next representable times, the state is taken over these as it is: the change
     * of side is found in this as in any step.
     */
    private boolean standsBeforeJump(double from) {
        double beyond = from + JUMP_WIDTH * Math.ulp(from);
        if ((from < stop && beyond >= stop) || !roots.changesBy(beyond, stepper.start)) {
            return false;
        }
        stand(beyond);
        nextStep = 0;
        return true;
    }

    private void stand(double to) {
        stepper.stand(to);
        if (sensitivities != null) {
            sensitivities.stand();
        }
        steps++;
        stepEnd = to;
    }

    private static Advance.Reason reason(double error) {
        if (Double.isNaN(error)) {
            return Advance.Reason.NOT_FINITE;
        }
        return Double.isInfinite(error) ? Advance.Reason.SINGULAR : Advance.Reason.STEP_SIZE_UNDERFLOW;
    }

    private boolean fail(Advance.Reason reason) {
        time = stepper.startTime;
        System.arraycopy(stepper.start, 0, state, 0, state.length);
        stepEnd = time;
        failure = new Advance.Failed(reason, time);
        return false;
    }

    private boolean prepare(double target) {
        if (begun) {
            Stepper wanted = wanted();
            if (wanted == stepper) {
                return stepper.proceed();
            }
            switches++;
            boolean usable = wanted.begin(stepper.endTime, stepper.end);
            stepper = wanted;
            control.restart();
            return usable;
        }
        boolean usable = stepper.begin(time, state);
        if (sensitivities != null) {
            sensitivities.begin(columns);
        }
        begun = true;
        if (usable && !(nextStep > 0)) {
            control.restart();
            nextStep = steppers.firstStep(stepper, Math.min(stop, target) - time);
        }
        return usable;
    }

    private Stepper wanted() {
        if (!mayChoose) {
            return stepper;
        }
        if (stepper instanceof DormandPrince853) {
            return stiffSigns.enough() ? toStiff() : stepper;
        }
        return mild.enough() ? toNonStiff() : stepper;
    }

    private Stepper toStiff() {
        stiffSigns.forget();
        mild.forget();
        return steppers.stiff();
    }

    private Stepper toNonStiff() {
        mild.beMorePatient();
        mild.forget();
        stiffSigns.forget();
        return steppers.nonStiff();
    }

    private void observeStiffness(double length) {
        switch (stepper) {
            case DormandPrince853 explicit -> stiffSigns.endWith(explicit.stiffness());
            case Rodas5P implicit -> mild.endWith(length, nextStep, implicit.rateBound());
        }
    }
}

package org.kindlin.mechanism.simulate;

import java.util.Arrays;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.Equations;
import org.kindlin.mechanism.compile.Formulas;
import org.kindlin.mechanism.compile.StateVariable;
import org.kindlin.numerics.ode.Advance;
import org.kindlin.numerics.ode.OdeIntegrator;
import org.kindlin.numerics.ode.OdeOptions;
import org.kindlin.numerics.ode.RootFunctions;

/**
 * Deterministic simulations of a model from start to end, one after the other, each with given parameters of its own and
 * none depending on those before. A workspace: not thread-safe, and to be made in one thread at a time.
 */
public final class Simulator {
    /** Of the shortest delay, how much the simulation may go ahead at once. */
    private static final double DELAY_FRACTION = 0.25;

    /** How much time is passed over where an equilibrium jumps, relative to the time. */
    private static final double JUMP = 1e-9;

    private final String source;
    private final SimulationOptions options;
    private final Equations equations;
    private final InitialFormulas initial;
    private final Moment moment;
    private final PastValues past;
    private final Consistency consistency;
    private final Events events;
    private final ModelSystem system;
    private final ConstraintWatch constraints;
    private final RootFunctions roots;
    private final Evaluation observation;
    private final double[] times;
    private final double[] rates;
    private final double[] integrated;
    private OdeIntegrator integrator;
    private double stride = Double.POSITIVE_INFINITY;
    private double lastJump = Double.NEGATIVE_INFINITY;

    /** A simulator of a model. */
    public Simulator(CompiledModel model, SimulationOptions options, Observables observables) {
        this.options = options;
        this.source = model.source();
        this.equations = model.equations();
        this.initial = new InitialFormulas(equations);
        this.past = new PastValues(equations);
        this.moment = new Moment(
                options.start(),
                new double[equations.states().size()],
                new double[equations.parameters().size()]);
        this.consistency = new Consistency(equations, past);
        this.events = new Events(equations, past, consistency, options);
        this.system = new ModelSystem(model, past, moment.parameters);
        this.constraints = new ConstraintWatch(model, past);
        this.roots = ConstraintWatch.beside(system, model);
        this.integrator = new OdeIntegrator(system, roots, tolerances());
        this.observation = new Evaluation(Formulas.interpreted(equations.graph(), observables.nodes()), past);
        this.times = options.times();
        this.rates = new double[system.dimension()];
        this.integrated = new double[system.dimension()];
    }

    /**
     * Simulates with the model's own parameters.
     *
     * @throws InputFaultException where the simulation cannot be carried through
     */
    public static TimeCourse run(CompiledModel model, SimulationOptions options, Observables observables) {
        return run(model, model.equations().given(), options, observables);
    }

    /**
     * Simulates with other given parameters.
     *
     * @param parameters in the order of {@link Equations#parameters()}
     * @throws InputFaultException where the simulation cannot be carried through
     */
    public static TimeCourse run(
            CompiledModel model, double[] parameters, SimulationOptions options, Observables observables) {
        Simulator simulator = new Simulator(model, options, observables);
        double[][] values = simulator.values(parameters);
        return new TimeCourse(observables.names(), options.times(), values, simulator.constraints.breaches());
    }

    /**
     * Simulates with these given parameters.
     *
     * @param parameters in the order of {@link Equations#parameters()}
     * @return the observables, one row for each time
     * @throws InputFaultException where the simulation cannot be carried through
     */
    public double[][] values(double[] parameters) {
        try {
            start(parameters);
            return course();
        } catch (SimulationException failure) {
            throw new InputFaultException(
                    new Fault(source, "", String.valueOf(failure.getMessage()), failure.remedy()));
        }
    }

    private void start(double[] given) {
        InitialPoint point = initial.at(given, options.start());
        moment.time = options.start();
        System.arraycopy(point.parameters(), 0, moment.parameters, 0, moment.parameters.length);
        System.arraycopy(point.state(), 0, moment.state, 0, moment.state.length);
        for (int i = 0; i < moment.state.length; i++) {
            if (equations.states().get(i).kind() == StateVariable.Kind.ALGEBRAIC && !Double.isFinite(moment.state[i])) {
                moment.state[i] = 0; // a guess to start from, no value
            }
        }
        lastJump = Double.NEGATIVE_INFINITY;
        past.restart(given);
        events.reset();
        constraints.restart();
        consistency.restore(moment);
        integrator.reset();
        if (past.any()) {
            stride = Math.min(DELAY_FRACTION * past.shortestLag(moment), (options.end() - options.start()) / 1000);
            integrator = new OdeIntegrator(system, roots, tolerances());
        }
    }

    private OdeOptions tolerances() {
        double[] absolute = new double[system.dimension()];
        Arrays.fill(absolute, options.stepAbsolute());
        return OdeOptions.of(options.stepRelative(), absolute)
                .withMethod(options.method())
                .withMaximumStep(stride);
    }

    private double[][] course() {
        double[][] values = new double[times.length][];
        record();
        events.process(moment);
        constraints.look(moment);
        restart();
        for (int i = 0; i < times.length; i++) {
            advanceTo(times[i]);
            values[i] = observation.at(moment).clone();
        }
        return values;
    }

    /** Goes on to a time, with all events up to and at it. */
    private void advanceTo(double target) {
        while (true) {
            double due = Math.max(events.next(), moment.time);
            double next = Math.min(Math.min(target, due), moment.time + stride);
            integrator.stopAt(due);
            Advance advance = integrator.advance(next);
            if (advance instanceof Advance.Failed failed) {
                if (!jumpEquilibrium(failed.time(), next)) {
                    throw failure(failed);
                }
                continue;
            }
            if (advance instanceof Advance.RootsCrossed && jumpEquilibrium(integrator.time(), next)) {
                continue;
            }
            take();
            if (events.process(moment)) {
                restart();
            }
            constraints.look(moment);
            boolean there = moment.time >= target && events.next() > target;
            if (there && !(advance instanceof Advance.RootsCrossed)) {
                return;
            }
        }
    }

    /**
     * Where the law of a fast reaction changes its form, its equilibrium may jump, which no integration can follow: the
     * moment is passed over and the equilibrium found anew behind it.
     */
    private boolean jumpEquilibrium(double time, double target) {
        double width = JUMP * Math.max(1, Math.abs(time));
        boolean again = time < lastJump + 1000 * width;
        if (equations.equilibria().isEmpty() || again || time + width > target) {
            return false;
        }
        integrator.copyState(moment.state);
        system.derivatives(time, moment.state, rates);
        for (int i = 0; i < moment.state.length; i++) {
            moment.state[i] += movedByFastReactions(i) ? 0 : width * rates[i];
        }
        moment.time = time + width;
        lastJump = moment.time;
        consistency.restore(moment);
        events.process(moment);
        restart();
        return true;
    }

    private boolean movedByFastReactions(int state) {
        return equations.equilibria().stream()
                .anyMatch(each -> !equations.graph().isConstant(each.direction()[state], 0));
    }

    private InputFaultException failure(Advance.Failed failed) {
        moment.time = failed.time();
        if (moment.state.length > 0) {
            integrator.copyState(moment.state);
            system.derivatives(moment.time, moment.state, rates);
        }
        return new InputFaultException(new Diagnosis(source, equations).of(failed, moment, rates));
    }

    /** Takes over what the integrator reached. */
    private void take() {
        moment.time = integrator.time();
        if (moment.state.length > 0) {
            integrator.copyState(moment.state);
        }
        record();
    }

    private void restart() {
        if (moment.state.length > 0) {
            System.arraycopy(moment.state, 0, integrated, 0, integrated.length);
        }
        record();
        integrator.start(moment.time, integrated);
    }

    private void record() {
        if (past.any()) {
            system.derivatives(moment.time, moment.state, rates);
            past.record(moment, Arrays.copyOf(rates, moment.state.length));
        }
    }
}

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

/** One deterministic simulation of a model, from its start to its end. */
public final class Simulator {
    /** Of the shortest delay, how much the simulation may go ahead at once. */
    private static final double DELAY_FRACTION = 0.25;

    /** How much time is passed over where an equilibrium jumps, relative to the time. */
    private static final double JUMP = 1e-9;

    private final String source;
    private final SimulationOptions options;
    private final Equations equations;
    private final Moment moment;
    private final PastValues past;
    private final Consistency consistency;
    private final Events events;
    private final ModelSystem system;
    private final ConstraintWatch constraints;
    private final OdeIntegrator integrator;
    private final double[] rates;
    private final double[] integrated;
    private double stride = Double.POSITIVE_INFINITY;
    private double lastJump = Double.NEGATIVE_INFINITY;

    private Simulator(CompiledModel model, double[] parameters, SimulationOptions options) {
        this.options = options;
        this.source = model.source();
        this.equations = model.equations();
        this.past = new PastValues(equations, parameters);
        this.moment = start(parameters);
        this.consistency = new Consistency(equations, past);
        this.events = new Events(equations, past, consistency, options);
        this.system = new ModelSystem(model, past, moment.parameters);
        consistency.restore(moment);
        if (past.any()) {
            stride = Math.min(DELAY_FRACTION * past.shortestLag(moment), (options.end() - options.start()) / 1000);
        }
        this.constraints = new ConstraintWatch(model, past);
        this.integrator = new OdeIntegrator(system, ConstraintWatch.beside(system, model), tolerances());
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
        try {
            return new Simulator(model, parameters, options).run(observables);
        } catch (SimulationException failure) {
            throw new InputFaultException(
                    new Fault(model.source(), "", String.valueOf(failure.getMessage()), failure.remedy()));
        }
    }

    private Moment start(double[] given) {
        InitialPoint point = InitialPoint.of(equations, given, options.start());
        double[] y = point.state();
        for (int i = 0; i < y.length; i++) {
            if (equations.states().get(i).kind() == StateVariable.Kind.ALGEBRAIC && !Double.isFinite(y[i])) {
                y[i] = 0; // a guess to start from, no value
            }
        }
        return new Moment(options.start(), y, point.parameters());
    }

    private OdeOptions tolerances() {
        double[] absolute = new double[system.dimension()];
        Arrays.fill(absolute, options.stepAbsolute());
        return OdeOptions.of(options.stepRelative(), absolute).withMaximumStep(stride);
    }

    private TimeCourse run(Observables observables) {
        Evaluation observation = new Evaluation(Formulas.interpreted(equations.graph(), observables.nodes()), past);
        double[] times = options.times();
        double[][] values = new double[times.length][];
        record();
        events.process(moment);
        constraints.look(moment);
        restart();
        for (int i = 0; i < times.length; i++) {
            advanceTo(times[i]);
            values[i] = observation.at(moment).clone();
        }
        return new TimeCourse(observables.names(), times, values, constraints.breaches());
    }

    /** Goes on to a time, with all events up to and at it. */
    private void advanceTo(double target) {
        while (true) {
            double due = Math.max(events.next(), moment.time);
            double next = Math.min(Math.min(target, due), moment.time + stride);
            integrator.stopAt(due);
            Advance advance = integrator.advance(next);
            if (advance instanceof Advance.Failed failed) {
                if (!jumpEquilibrium(failed, next)) {
                    throw failure(failed);
                }
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
    private boolean jumpEquilibrium(Advance.Failed failed, double target) {
        double width = JUMP * Math.max(1, Math.abs(failed.time()));
        boolean again = failed.time() < lastJump + 1000 * width;
        if (equations.equilibria().isEmpty() || again || failed.time() + width > target) {
            return false;
        }
        integrator.copyState(moment.state);
        system.derivatives(failed.time(), moment.state, rates);
        for (int i = 0; i < moment.state.length; i++) {
            moment.state[i] += movedByFastReactions(i) ? 0 : width * rates[i];
        }
        moment.time = failed.time() + width;
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

package org.kindlin.mechanism.inference;

import java.util.Arrays;
import java.util.Optional;
import org.kindlin.mechanism.simulate.Events;
import org.kindlin.mechanism.simulate.Moment;
import org.kindlin.mechanism.simulate.SimulationException;
import org.kindlin.numerics.ode.Advance;
import org.kindlin.numerics.ode.OdeIntegrator;
import org.kindlin.numerics.ode.OdeOptions;
import org.kindlin.numerics.ode.SteadyState;
import org.kindlin.numerics.ode.SteadyStateSearch;

/** Simulates one experiment, with sensitivities or without. A workspace. */
final class ExperimentRun {
    private final CompiledProblem problem;
    private final Experiment experiment;
    private final ParameterizedSystem system;
    private final PastCourse past;
    private final OdeOptions options;
    private OdeIntegrator plain;
    private OdeIntegrator sensitive;
    private final SteadyStateSearch steady;
    private final Events events;
    private final EventDerivatives jumps;
    private final Moment moment;
    private final double[] before;

    /** The states at the time reached. */
    final double[] state;
    /** Their derivatives by each direction, state by state. */
    final double[] sensitivities;
    /** The parameters of the simulation and their derivatives by each direction, for observables. */
    final double[] parameters;

    final double[] parameterDirections;

    private final double[][] statesAt;
    private final double[][] parametersAt;
    private double[] given = new double[0];
    private boolean happened;

    ExperimentRun(CompiledProblem problem, Experiment experiment, OdeOptions options) {
        this.problem = problem;
        this.experiment = experiment;
        this.options = options;
        this.past = new PastCourse(problem.delays(), experiment.width());
        this.system = new ParameterizedSystem(
                problem.model(), problem.byParameter(), problem.delays(), past, experiment.width());
        this.plain = new OdeIntegrator(system, system, options);
        this.sensitive = OdeIntegrator.withSensitivities(system, system, options);
        this.steady = new SteadyStateSearch(system, options);
        this.state = new double[system.dimension()];
        this.sensitivities = new double[state.length * experiment.width()];
        this.parameters = system.parameters;
        this.parameterDirections = system.parameterDirections;
        this.moment = new Moment(0, state, parameters);
        this.before = new double[state.length];
        this.jumps = new EventDerivatives(problem, system, sensitivities);
        this.events = Events.of(problem.model().equations(), jumps);
        this.statesAt = new double[experiment.times().length][state.length];
        this.parametersAt = new double[experiment.times().length][parameters.length];
    }

    Experiment experiment() {
        return experiment;
    }

    /**
     * Puts the experiment at its start.
     *
     * @param values of the estimated parameters
     * @param rates derivatives of the values by places on the scales
     * @return false where there is no start
     */
    boolean begin(double[] values, double[] rates, boolean withSensitivities) {
        if (experiment.before().isPresent()) {
            if (!preequilibrate(experiment.before().get(), values, rates, withSensitivities)) {
                return false;
            }
            double[] before = state.clone();
            double[] sensitivitiesBefore = sensitivities.clone();
            take(experiment.settings(), values, rates, withSensitivities);
            keep(before, sensitivitiesBefore);
        } else {
            take(experiment.settings(), values, rates, withSensitivities);
        }
        moment.time = 0;
        events.reset();
        jumps.begin(withSensitivities);
        if (!beginPast(values, rates, withSensitivities) || !happens()) {
            return false;
        }
        restart(withSensitivities);
        return true;
    }

    /** Forgets the past; false where a lag is not positive. */
    private boolean beginPast(double[] values, double[] rates, boolean withSensitivities) {
        if (!past.any()) {
            return true;
        }
        int width = experiment.width();
        double[] givenBy = withSensitivities
                ? experiment.settings().directions(experiment.columns(), width, rates)
                : new double[0];
        double[] times = experiment.times();
        double[] directions = withSensitivities ? parameterDirections : new double[0];
        boolean begun = past.begin(
                parameters, directions, experiment.settings().given(values), givenBy, times[times.length - 1]);
        if (begun) {
            plain = new OdeIntegrator(system, system, options.withMaximumStep(past.stride()));
            sensitive = OdeIntegrator.withSensitivities(system, system, options.withMaximumStep(past.stride()));
        }
        return begun;
    }

    /** Goes on to the next leg at the end of one, where rates of sensitivities may jump; tells where it ends. */
    private double leg(boolean withSensitivities) {
        if (past.endsAt(moment.time)) {
            restart(withSensitivities); // rates of the step before hold no more
        }
        return past.leg(moment.time);
    }

    /** Keeps this point for later. */
    private void record(double time, double[] at, boolean withSensitivities) {
        if (past.any()) {
            double[] rate = new double[at.length];
            system.derivatives(time, at, rate);
            double[] none = new double[0];
            past.record(
                    time,
                    at,
                    rate,
                    withSensitivities ? sensitivities : none,
                    withSensitivities ? system.sensitivityRates(time, at, sensitivities) : none);
        }
    }

    /** Lets events happen that are set off or due; false where that has no end or a delay is negative. */
    private boolean happens() {
        try {
            happened = events.process(moment);
            return true;
        } catch (SimulationException endless) {
            return false;
        }
    }

    private void restart(boolean withSensitivities) {
        if (past.any()) {
            past.leg(moment.time);
            record(moment.time, state, withSensitivities);
        }
        if (withSensitivities) {
            sensitive.start(moment.time, state, sensitivities);
        } else {
            plain.start(moment.time, state);
        }
    }

    private void keep(double[] before, double[] sensitivitiesBefore) {
        int width = experiment.width();
        for (int i = 0; i < state.length; i++) {
            if (!experiment.restarted()[i]) {
                state[i] = before[i];
                System.arraycopy(sensitivitiesBefore, i * width, sensitivities, i * width, width);
            }
        }
    }

    /** Takes parameters and starts from settings. */
    private void take(Settings settings, double[] values, double[] rates, boolean withSensitivities) {
        given = settings.given(values);
        double[] rows = problem.start().values(given);
        int slots = problem.start().parameters();
        System.arraycopy(rows, 0, parameters, 0, slots);
        System.arraycopy(rows, slots, state, 0, state.length);
        if (withSensitivities) {
            int width = experiment.width();
            double[] directions = settings.directions(experiment.columns(), width, rates);
            double[] along = problem.start().along(given, directions, width);
            System.arraycopy(along, 0, parameterDirections, 0, slots * width);
            system.directionsChanged();
            System.arraycopy(along, slots * width, sensitivities, 0, sensitivities.length);
        }
    }

    private boolean preequilibrate(Settings settings, double[] values, double[] rates, boolean withSensitivities) {
        take(settings, values, rates, withSensitivities);
        return rest(0, withSensitivities);
    }

    /** Replaces the state by the state of rest it runs into. */
    private boolean rest(double time, boolean withSensitivities) {
        Optional<SteadyState.Found> found =
                steady.from(time, state) instanceof SteadyState.Found rest ? Optional.of(rest) : Optional.empty();
        if (found.isEmpty()) {
            return false;
        }
        if (withSensitivities) {
            double[] at = steady.sensitivities(system, found.get(), time, sensitivities);
            System.arraycopy(at, 0, sensitivities, 0, at.length);
        }
        System.arraycopy(found.get().state(), 0, state, 0, state.length);
        return true;
    }

    /** Goes on to a time, the last of which may be infinite; false where that fails. */
    boolean advance(double time, boolean withSensitivities) {
        OdeIntegrator integrator = withSensitivities ? sensitive : plain;
        if (Double.isInfinite(time)) {
            return rest(integrator.time(), withSensitivities);
        }
        while (true) {
            double due = Math.max(events.next(), moment.time);
            if (past.any()) {
                due = Math.min(due, leg(withSensitivities));
            }
            integrator.stopAt(due);
            Advance advance = integrator.advance(Math.min(Math.min(time, due), moment.time + past.stride()));
            if (advance instanceof Advance.Failed) {
                return false;
            }
            moment.time = integrator.time();
            integrator.copyState(state);
            if (withSensitivities) {
                integrator.copySensitivities(sensitivities);
            }
            reach(advance, withSensitivities);
            if (withSensitivities && !jump(advance)) {
                return false;
            }
            if (!happens()) {
                return false;
            }
            if (happened) {
                restart(withSensitivities);
            } else {
                record(moment.time, state, withSensitivities);
            }
            if (advance instanceof Advance.Reached && moment.time >= time && events.next() > time) {
                return true;
            }
        }
    }

    /** Keeps what was reached for later, on both sides of a change of the right-hand side. */
    private void reach(Advance advance, boolean withSensitivities) {
        if (!past.any()) {
            return;
        }
        if (advance instanceof Advance.RootsCrossed) {
            OdeIntegrator integrator = withSensitivities ? sensitive : plain;
            integrator.copyStateBeforeRoots(before);
            record(integrator.timeBeforeRoots(), before, withSensitivities);
            past.jumped(moment.time);
        }
    }

    /** Takes the sensitivities over a change of the right-hand side, where there is one. */
    private boolean jump(Advance advance) {
        if (!(advance instanceof Advance.RootsCrossed crossed)) {
            jumps.forgetCause();
            return true;
        }
        sensitive.copyStateBeforeRoots(before);
        if (!jumps.cross(crossed.crossings(), sensitive.timeBeforeRoots(), before, moment)) {
            return false;
        }
        sensitive.replaceSensitivities(sensitivities);
        return true;
    }

    /** Keeps where it is as the course's place at this of its times. */
    void keep(int time) {
        System.arraycopy(state, 0, statesAt[time], 0, state.length);
        System.arraycopy(parameters, 0, parametersAt[time], 0, parameters.length);
    }

    /** Goes back to what was kept, with other values of the parameters that move no course. */
    void recall(int time, double[] values) {
        System.arraycopy(statesAt[time], 0, state, 0, state.length);
        System.arraycopy(parametersAt[time], 0, parameters, 0, parameters.length);
        for (int slot = 0; slot < parameters.length; slot++) {
            int source = experiment.settings().source(slot);
            if (source >= 0 && experiment.columns()[source] < 0) {
                parameters[slot] = values[source];
            }
        }
    }

    /** Sets the placeholders of a measurement among the parameters. */
    void fill(Experiment.Point point, double[] values) {
        for (int i = 0; i < point.slots().length; i++) {
            Settings.Resolved each = point.placeholders().get(i);
            parameters[point.slots()[i]] = each.estimated() >= 0 ? values[each.estimated()] : each.number();
        }
    }

    /** Forgets the last run. */
    void reset() {
        plain.reset();
        sensitive.reset();
        Arrays.fill(state, 0);
    }
}

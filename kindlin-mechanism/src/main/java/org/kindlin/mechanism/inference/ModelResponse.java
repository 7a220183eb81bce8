package org.kindlin.mechanism.inference;

import java.util.List;
import java.util.Optional;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.Formulas;
import org.kindlin.mechanism.simulate.Observables;
import org.kindlin.mechanism.simulate.SimulationOptions;
import org.kindlin.mechanism.simulate.Simulator;
import org.kindlin.numerics.ode.OdeOptions;
import org.kindlin.numerics.ode.SteadyState;
import org.kindlin.numerics.ode.SteadyStateSearch;

/** What a model answers to given numbers. Stateless: may be asked by several threads at once. */
@FunctionalInterface
public interface ModelResponse {

    /**
     * The answers.
     *
     * @param given in the order of the model's parameters
     * @return empty where the model has none
     */
    Optional<double[]> of(double[] given);

    /** The observables at the end of a simulation, with all its events. */
    static ModelResponse atEnd(CompiledModel model, SimulationOptions options, Observables observables) {
        return given -> {
            try {
                double[][] values =
                        Simulator.run(model, given, options, observables).values();
                return finite(values[values.length - 1]);
            } catch (InputFaultException failed) {
                return Optional.empty();
            }
        };
    }

    /**
     * The observables in the state of rest that is reached from the start, without events.
     *
     * @throws InputFaultException where the model has delays: which state of rest is reached depends on the past
     */
    static ModelResponse atRest(CompiledModel model, Observables observables) {
        if (!model.equations().delays().isEmpty()) {
            throw new InputFaultException(new Fault(
                    model.source(),
                    "",
                    "the model has delays, and with them no state of rest is looked for",
                    "ask for a late time with --end, or simulate it"));
        }
        StartFormulas start = new StartFormulas(model.equations());
        ParameterizedSystem.ByParameter none = ParameterizedSystem.ByParameter.none(model);
        DelayFormulas delays = DelayFormulas.of(model.equations());
        Formulas observed = Formulas.compiled(model.equations().graph(), observables.nodes());
        return given -> {
            ParameterizedSystem system = new ParameterizedSystem(model, none, delays, new PastCourse(delays, 0), 0);
            double[] rows = start.values(given);
            System.arraycopy(rows, 0, system.parameters, 0, start.parameters());
            double[] state = new double[start.states()];
            System.arraycopy(rows, start.parameters(), state, 0, state.length);
            SteadyState rest = new SteadyStateSearch(system, OdeOptions.of(1e-8, 1e-12)).from(0, state);
            if (!(rest instanceof SteadyState.Found found)) {
                return Optional.empty();
            }
            double[] values = new double[observed.count()];
            observed.kernel()
                    .evaluate(
                            found.time(), found.state(), system.parameters, new double[0], observed.newWork(), values);
            return finite(values);
        };
    }

    private static Optional<double[]> finite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /** The constants of a model that have a value other than zero and can be varied, in order. */
    static List<String> variable(CompiledModel model) {
        return model.equations().parameters().stream()
                .filter(each -> !each.initialOnly() && Double.isFinite(each.given()) && each.given() != 0)
                .map(each -> each.id())
                .filter(id -> model.equations().model().parameters().stream()
                        .anyMatch(parameter -> parameter.id().equals(id) && parameter.constant()))
                .toList();
    }
}

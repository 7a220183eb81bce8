package org.kindlin.mechanism.inference;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.DelayedValue;
import org.kindlin.mechanism.compile.Equations;
import org.kindlin.mechanism.compile.Graph;
import org.kindlin.mechanism.compile.Op;
import org.kindlin.mechanism.petab.PetabProblem;

/** What estimation does not deal with, told by name rather than answered with a wrong gradient. */
final class Refusals {
    private final PetabProblem problem;
    private final Equations equations;

    private Refusals(PetabProblem problem, Equations equations) {
        this.problem = problem;
        this.equations = equations;
    }

    static void check(PetabProblem problem, CompiledModel model) {
        Refusals refusals = new Refusals(problem, model.equations());
        Equations equations = model.equations();
        boolean events = !equations.events().isEmpty();
        refusals.delays();
        refusals.refuse(!equations.equilibria().isEmpty(), "fast reactions");
        refusals.refuse(equations.states().isEmpty(), "nothing that changes");
        refusals.refuse(equations.algebraic() && events, "events beside algebraic rules");
        refusals.refuse(
                equations.algebraic() && refusals.switchesMove(CompiledModel.rootNodes(equations)),
                "cases that turn with states or estimated parameters beside algebraic rules");
        refusals.refuse(
                refusals.resizes(), "an event that changes the size of a compartment that concentrations refer to");
        refusals.refuse(
                events && problem.measurements().stream().anyMatch(each -> Double.isInfinite(each.time())),
                "events, and measurements at the state of rest, before which they may happen or not");
    }

    /** Lags that the course does not change, of values that follow it smoothly, are covered. */
    private void delays() {
        if (equations.delays().isEmpty()) {
            return;
        }
        Graph graph = equations.graph();
        int[] lags = equations.delays().stream().mapToInt(DelayedValue::by).toArray();
        int[] delayed = equations.delays().stream().mapToInt(DelayedValue::of).toArray();
        refuse(
                graph.leaves(Op.STATE, lags).length + graph.leaves(Op.TIME, lags).length > 0
                        || graph.leaves(Op.DELAYED, lags).length > 0,
                "delays whose length changes with time");
        refuse(graph.leaves(Op.DELAYED, delayed).length > 0, "delays of delays");
        refuse(CompiledModel.jumps(graph, delayed), "delays of what jumps");
        refuse(
                graph.leaves(Op.DELAYED, CompiledModel.rootNodes(equations)).length > 0,
                "cases or events that turn with values of the past");
        refuse(graph.leaves(Op.DELAYED, observed()).length > 0, "an observable or noise that refers to the past");
        refuse(!equations.events().isEmpty(), "events beside delays");
        refuse(equations.algebraic(), "algebraic rules beside delays");
        refuse(
                problem.measurements().stream()
                        .anyMatch(each -> Double.isInfinite(each.time())
                                || each.preequilibration().isPresent()),
                "delays, and states of rest");
    }

    private int[] observed() {
        return problem.observables().stream()
                .flatMap(each -> Stream.of(PreparedModel.observable(each.id()), PreparedModel.noise(each.id())))
                .mapToInt(name -> equations.values().getOrDefault(name, 0))
                .toArray();
    }

    private void refuse(boolean present, String what) {
        if (present) {
            throw new InputFaultException(new Fault(
                    problem.name(), "", "the model has " + what + ", which estimation does not cover", "simulate it"));
        }
    }

    private boolean switchesMove(int[] roots) {
        Set<String> estimated =
                problem.estimated().stream().map(each -> each.id()).collect(Collectors.toSet());
        return equations.graph().leaves(Op.STATE, roots).length > 0
                || IntStream.of(equations.graph().leaves(Op.PARAMETER, roots))
                        .anyMatch(slot -> estimated.contains(
                                equations.parameters().get(slot).id()));
    }

    private boolean resizes() {
        int[] sizes = equations.rescaled().values().stream()
                .mapToInt(Integer::intValue)
                .toArray();
        int[] states = equations.graph().leaves(Op.STATE, sizes);
        int[] slots = equations.graph().leaves(Op.PARAMETER, sizes);
        return equations.events().stream()
                .flatMap(each -> each.assignments().stream())
                .anyMatch(each -> contains(states, each.state()) || contains(slots, each.slot()));
    }

    private static boolean contains(int[] all, int wanted) {
        return IntStream.of(all).anyMatch(each -> each == wanted);
    }
}

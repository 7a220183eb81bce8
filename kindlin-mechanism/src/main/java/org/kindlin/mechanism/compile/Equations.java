package org.kindlin.mechanism.compile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.mechanism.model.Model;

/**
 * A model as a system of equations: dy/dt = f(t, y, p), or 0 = f(t, y, p) in the rows that {@link StateVariable.Kind#ALGEBRAIC}
 * states stand for, where p changes at events only.
 *
 * <p>Every {@code int} below is a node of {@code graph}. What is evaluated is up to the caller: {@link FormulaCompiler} makes code of any
 * choice of nodes, {@link Derivatives} differentiates them by states or parameters.
 *
 * @param states what is integrated, in order
 * @param parameters what the formulas are evaluated with, in order
 * @param derivatives f, one node per state
 * @param initialStates the states at the start, as functions of the start time and the given parameters
 * @param initialParameters the parameters at the start, as functions of the same
 * @param values node of each symbol's value in formulas
 * @param amounts node of each species' amount
 * @param concentrations node of each species' concentration
 * @param rescaled states that are concentrations, with the node of their compartment's size: when an event changes that size,
 *     the amount stays
 * @param delays values of the past that the formulas refer to
 * @param constraints nodes of the conditions under which the model claims to be valid, in its order
 * @param equilibria nodes that are zero where the fast reactions are at equilibrium, with the directions in which they move the states
 */
public record Equations(
        Model model,
        Graph graph,
        List<StateVariable> states,
        List<ParameterSlot> parameters,
        int[] derivatives,
        int[] initialStates,
        int[] initialParameters,
        Map<String, Integer> values,
        Map<String, Integer> amounts,
        Map<String, Integer> concentrations,
        Map<Integer, Integer> rescaled,
        List<EventEquations> events,
        List<DelayedValue> delays,
        int[] constraints,
        List<Equilibrium> equilibria) {

    /**
     * A fast reaction.
     *
     * @param residual node that is zero at equilibrium
     * @param direction node of each state's change in one turnover
     */
    public record Equilibrium(int residual, int[] direction) {}

    /** The place of a parameter. */
    public Optional<Integer> parameter(String id) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).id().equals(id)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Whether any state is defined by an equation instead of a rate. */
    public boolean algebraic() {
        return states.stream().anyMatch(state -> state.kind() == StateVariable.Kind.ALGEBRAIC);
    }

    /** The given parameters, in order. */
    public double[] given() {
        return parameters.stream().mapToDouble(ParameterSlot::given).toArray();
    }
}

package org.kindlin.mechanism.simulate;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.kindlin.fault.Fault;
import org.kindlin.mechanism.compile.Equations;
import org.kindlin.mechanism.compile.Op;
import org.kindlin.mechanism.model.Compartment;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.Remarks;
import org.kindlin.numerics.ode.Advance;

/** Why an integration could not go on, in terms of the model. */
final class Diagnosis {
    private final String source;
    private final Equations equations;

    Diagnosis(String source, Equations equations) {
        this.source = source;
        this.equations = equations;
    }

    /**
     * The fault behind a failure.
     *
     * @param rates of change of the states at that moment
     */
    Fault of(Advance.Failed failed, Moment moment, double[] rates) {
        OptionalInt state = first(moment.state);
        if (state.isPresent()) {
            String id = equations.states().get(state.getAsInt()).id();
            return fault(
                    id,
                    "'" + id + "' is " + moment.state[state.getAsInt()] + at(moment),
                    "give it a finite value to start from");
        }
        OptionalInt rate = moment.state.length == 0 ? OptionalInt.empty() : first(rates);
        if (rate.isPresent()) {
            String id = equations.states().get(rate.getAsInt()).id();
            return cause(
                    rate.getAsInt(),
                    "the rate of change of '" + id + "' is " + rates[rate.getAsInt()] + at(moment),
                    id,
                    moment);
        }
        return new Fault(source, "", failed.text(), "check the rates at that time, or ask for less accuracy");
    }

    /** The parameter that makes a rate infinite or undefined, where there is one to see. */
    private Fault cause(int state, String problem, String id, Moment moment) {
        for (int slot : equations.graph().leaves(Op.PARAMETER, equations.derivatives()[state])) {
            String name = equations.parameters().get(slot).id();
            double value = moment.parameters[slot];
            if (!Double.isFinite(value)) {
                return fault(name, problem + ", because '" + name + "' is " + value, "give it a finite value");
            }
            if (value == 0 && isCompartment(name)) {
                return fault(
                        name, problem + ", because compartment '" + name + "' has size 0", "give it a size above 0");
            }
        }
        return fault(id, problem, "check the formulas for divisions by zero and the like");
    }

    private boolean isCompartment(String id) {
        return equations.model().compartments().stream().map(Compartment::id).anyMatch(id::equals);
    }

    private static OptionalInt first(double[] values) {
        return IntStream.range(0, values.length)
                .filter(i -> !Double.isFinite(values[i]))
                .findFirst();
    }

    private static String at(Moment moment) {
        return " at time " + moment.time;
    }

    private Fault fault(String id, String problem, String remedy) {
        int line = line(id);
        return new Fault(source, line > 0 ? "line " + line : "", problem, remedy);
    }

    private int line(String id) {
        Model model = equations.model();
        Remarks found = model.compartments().stream()
                .filter(each -> each.id().equals(id))
                .map(Compartment::remarks)
                .findFirst()
                .or(() -> model.species().stream()
                        .filter(each -> each.id().equals(id))
                        .map(each -> each.remarks())
                        .findFirst())
                .or(() -> model.parameters().stream()
                        .filter(each -> each.id().equals(id))
                        .map(each -> each.remarks())
                        .findFirst())
                .orElse(Remarks.NONE);
        return found.line();
    }
}

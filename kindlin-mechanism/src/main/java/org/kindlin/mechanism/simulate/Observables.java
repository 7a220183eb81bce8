package org.kindlin.mechanism.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Suggestion;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.Equations;
import org.kindlin.mechanism.model.Reaction;

/**
 * What of a model is to be seen.
 *
 * @param names in the order asked
 * @param nodes of the model's graph
 */
public record Observables(List<String> names, int[] nodes) {
    public Observables {
        names = List.copyOf(names);
    }

    /**
     * These symbols of a model: species as concentrations, those in {@code amounts} as amounts.
     *
     * @throws org.kindlin.fault.InputFaultException where a name, in the amounts too, is none of the model's
     */
    public static Observables of(CompiledModel model, List<String> names, Set<String> amounts) {
        Equations equations = model.equations();
        Faults faults = new Faults();
        List<Integer> nodes = new ArrayList<>();
        for (String name : names) {
            Map<String, Integer> source = source(equations, name, amounts);
            Integer node = source.get(name);
            if (node == null) {
                faults.add(unknown(model, name));
            } else if (withoutLaw(equations, name)) {
                faults.add(
                        model.source(), "", "reaction '" + name + "' has no kinetic law, so no speed", "give it one");
            } else {
                nodes.add(node);
            }
        }
        amounts.stream()
                .filter(name -> !equations.values().containsKey(name))
                .sorted()
                .forEach(name -> faults.add(unknown(model, name)));
        faults.throwIfAny();
        return new Observables(names, nodes.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Every species, and every parameter and compartment that changes. */
    public static Observables all(CompiledModel model, Set<String> amounts) {
        List<String> names = new ArrayList<>();
        model.equations().model().species().forEach(each -> names.add(each.id()));
        model.equations().model().compartments().stream()
                .filter(each -> !each.constant())
                .forEach(each -> names.add(each.id()));
        model.equations().model().parameters().stream()
                .filter(each -> !each.constant())
                .forEach(each -> names.add(each.id()));
        return of(model, names, amounts);
    }

    private static Map<String, Integer> source(Equations equations, String name, Set<String> amounts) {
        if (!equations.amounts().containsKey(name)) {
            return equations.values();
        }
        return amounts.contains(name) ? equations.amounts() : equations.concentrations();
    }

    private static boolean withoutLaw(Equations equations, String name) {
        return equations.model().reactions().stream()
                .filter(each -> each.kineticLaw().isEmpty())
                .map(Reaction::id)
                .anyMatch(name::equals);
    }

    private static Fault unknown(CompiledModel model, String name) {
        return new Fault(
                model.source(),
                "",
                "the model has no '" + name + "'"
                        + Suggestion.didYouMean(name, model.equations().values().keySet()),
                "ask for a compartment, species, parameter, species reference or reaction");
    }
}

package org.kindlin.mechanism.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.KineticLaw;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.Parameter;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.Species;
import org.kindlin.mechanism.model.SpeciesReference;

/**
 * The values of symbols as nodes of a graph.
 *
 * <p>Symbols that depend on each other through formulas are resolved in the order of their dependence, without recursion,
 * so that a chain of rules may be as long as it likes; a cycle is told.
 */
abstract class Values implements Translator.Meaning {
    private static final int MOST_NAMES = 8;

    final Layout layout;
    final Graph graph;
    private final Translator translator;
    private final Map<String, Integer> known = new HashMap<>();

    Values(Layout layout, Graph graph, Translator translator) {
        this.layout = layout;
        this.graph = graph;
        this.translator = translator;
    }

    /** The symbols whose values that of {@code id} is made of. */
    abstract Set<String> dependencies(String id);

    /** The value of a symbol all of whose dependencies are known. */
    abstract int compute(String id);

    /** The value that a symbol has in formulas. */
    final int value(String id) {
        resolve(id);
        return symbol(id);
    }

    /** A formula of global names. */
    final int formula(Expression expression) {
        return formula(expression, Translator.Names.GLOBAL);
    }

    final int formula(Expression expression, Translator.Names names) {
        Symbols.in(expression).stream().filter(id -> names.node(id) < 0).forEach(this::resolve);
        return translator.translate(expression, names, this);
    }

    /** For use where all that the formula depends on is known. */
    final int translated(Expression expression) {
        return translator.translate(expression, Translator.Names.GLOBAL, this);
    }

    @Override
    public final int symbol(String id) {
        Integer node = known.get(id);
        if (node == null) {
            resolve(id);
            node = known.get(id);
        }
        if (node == null) {
            throw new IllegalStateException("no value of " + id);
        }
        return node;
    }

    private void resolve(String first) {
        if (known.containsKey(first)) {
            return;
        }
        Map<String, Iterator<String>> open = new LinkedHashMap<>();
        List<String> path = new ArrayList<>();
        open.put(first, dependencies(first).iterator());
        path.add(first);
        while (!path.isEmpty()) {
            String id = path.getLast();
            Iterator<String> rest = open.get(id);
            if (rest != null && rest.hasNext()) {
                String next = rest.next();
                if (open.containsKey(next)) {
                    throw cycle(path.subList(path.indexOf(next), path.size()));
                }
                if (!known.containsKey(next)) {
                    open.put(next, dependencies(next).iterator());
                    path.add(next);
                }
            } else {
                known.put(id, compute(id));
                open.remove(id);
                path.removeLast();
            }
        }
    }

    private UnsupportedModelException cycle(List<String> path) {
        List<String> names = path.stream()
                .map(id -> id.startsWith(Symbols.RATE) ? "rateOf(" + id.substring(1) + ")" : id)
                .toList();
        String shown = names.size() <= MOST_NAMES
                ? String.join(" -> ", names) + " -> " + names.getFirst()
                : String.join(" -> ", names.subList(0, MOST_NAMES)) + " -> ... (" + names.size() + " in all)";
        int line = layout.role(path.getFirst()).orElse(null) instanceof Role.Assigned assigned ? assigned.line() : 0;
        return new UnsupportedModelException(
                line, "the formulas define each other in a circle: " + shown, "break the circle");
    }

    final UnsupportedModelException unknown(String id) {
        return new UnsupportedModelException(
                0, "uses '" + id + "', which the model does not define", "define it, or mend the name");
    }

    /** What the speed of a reaction is made of. */
    final Set<String> lawDependencies(int reaction) {
        KineticLaw law = layout.reaction(reaction).kineticLaw().orElse(null);
        if (law == null) {
            return Set.of();
        }
        Set<String> symbols = new LinkedHashSet<>(Symbols.in(law.rate()));
        Set<String> hidden = new HashSet<>();
        for (Parameter local : law.localParameters()) {
            hidden.add(local.id());
            hidden.add(Symbols.RATE + local.id());
        }
        symbols.removeAll(hidden);
        return symbols;
    }

    /** The speed of a reaction, in extent per time; not a number where it has no kinetic law. */
    final int speed(int index) {
        Reaction reaction = layout.reaction(index);
        KineticLaw law = reaction.kineticLaw().orElse(null);
        if (law == null) {
            return graph.constant(Double.NaN);
        }
        Map<String, Integer> local = new HashMap<>();
        for (Parameter parameter : law.localParameters()) {
            layout.slotOfGiven(reaction.id() + "." + parameter.id())
                    .ifPresent(slot -> local.put(parameter.id(), graph.parameter(slot)));
        }
        return translator.translate(law.rate(), id -> local.getOrDefault(id, -1), this);
    }

    /** The stoichiometry of a reactant or product. */
    final int stoichiometry(SpeciesReference reference) {
        if (!reference.id().isEmpty()) {
            return symbol(reference.id());
        }
        return reference
                .stoichiometryMath()
                .map(this::translated)
                .orElseGet(() -> graph.constant(reference.stoichiometry().orElse(Double.NaN)));
    }

    /** What the rate of change of a species' amount by reactions is made of. */
    final Set<String> turnoverDependencies(Species species) {
        Set<String> all = new LinkedHashSet<>();
        for (int index : layout.reactionsOf(species.id())) {
            Reaction reaction = layout.reaction(index);
            if (reaction.kineticLaw().isPresent()) {
                all.add(reaction.id());
                references(reaction, species).forEach(reference -> {
                    if (reference.id().isEmpty()) {
                        reference.stoichiometryMath().ifPresent(math -> all.addAll(Symbols.in(math)));
                    } else {
                        all.add(reference.id());
                    }
                });
            }
        }
        String factor = conversionFactor(species);
        if (!factor.isEmpty()) {
            all.add(factor);
        }
        return all;
    }

    /** Net change of a species' amount in one turnover of a reaction, before the conversion factor. */
    final int change(Reaction reaction, Species species) {
        int change = graph.constant(0);
        for (SpeciesReference reference : reaction.reactants()) {
            if (reference.species().equals(species.id())) {
                change = graph.subtract(change, stoichiometry(reference));
            }
        }
        for (SpeciesReference reference : reaction.products()) {
            if (reference.species().equals(species.id())) {
                change = graph.add(change, stoichiometry(reference));
            }
        }
        return change;
    }

    private static List<SpeciesReference> references(Reaction reaction, Species species) {
        return Stream.concat(reaction.reactants().stream(), reaction.products().stream())
                .filter(each -> each.species().equals(species.id()))
                .toList();
    }

    /** The parameter that turns extents into the substance of a species; empty where there is none. */
    final String conversionFactor(Species species) {
        Model model = layout.model();
        return species.conversionFactor().isEmpty() ? model.conversionFactor() : species.conversionFactor();
    }

    final int converted(Species species, int node) {
        String factor = conversionFactor(species);
        return factor.isEmpty() ? node : graph.multiply(symbol(factor), node);
    }

    /** The size of the compartment that a species is in. */
    final int size(Species species) {
        return symbol(species.compartment());
    }
}

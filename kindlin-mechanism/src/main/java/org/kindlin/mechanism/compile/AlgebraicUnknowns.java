package org.kindlin.mechanism.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kindlin.mechanism.model.Compartment;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.Parameter;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.Rule;
import org.kindlin.mechanism.model.Species;
import org.kindlin.mechanism.model.SpeciesReference;

/**
 * Which symbols the algebraic rules of a model determine: one each, by a maximum matching in the bipartite graph of rules and undetermined
 * symbols (SBML Level 3 Version 2, section 4.9.4).
 */
final class AlgebraicUnknowns {
    private final Model model;
    private final Set<String> free = new LinkedHashSet<>();
    private final List<Rule.Algebraic> rules = new ArrayList<>();
    private final Map<String, Integer> ruleOf = new HashMap<>();
    private final List<Set<String>> candidates = new ArrayList<>();

    private AlgebraicUnknowns(Model model) {
        this.model = model;
    }

    /** The symbols, one for each algebraic rule, in the order of the rules. */
    static Set<String> of(Model model) {
        return new AlgebraicUnknowns(model).match();
    }

    private Set<String> match() {
        for (Rule rule : model.rules()) {
            if (rule instanceof Rule.Algebraic algebraic) {
                rules.add(algebraic);
            }
        }
        if (rules.isEmpty()) {
            return Set.of();
        }
        collectFree();
        for (Rule.Algebraic rule : rules) {
            Set<String> found = reachable(rule.formula());
            found.retainAll(free);
            candidates.add(found);
        }
        for (int i = 0; i < rules.size(); i++) {
            if (!augment(i, new HashSet<>())) {
                throw new UnsupportedModelException(
                        rules.get(i).remarks().line(),
                        "the algebraic rule determines nothing: every symbol in it is constant or determined already",
                        "remove it, or let one of its symbols free");
            }
        }
        Set<String> unknowns = new LinkedHashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            int rule = i;
            ruleOf.forEach((id, of) -> {
                if (of == rule) {
                    unknowns.add(id);
                }
            });
        }
        return unknowns;
    }

    /** Symbols that nothing determines yet. */
    private void collectFree() {
        for (Compartment each : model.compartments()) {
            add(each.id(), each.constant());
        }
        for (Species each : model.species()) {
            add(each.id(), each.constant());
        }
        for (Parameter each : model.parameters()) {
            add(each.id(), each.constant());
        }
        for (Reaction reaction : model.reactions()) {
            reaction.reactants().forEach(this::add);
            reaction.products().forEach(this::add);
        }
        for (Rule rule : model.rules()) {
            switch (rule) {
                case Rule.Assignment assignment -> free.remove(assignment.variable());
                case Rule.Rate rate -> free.remove(rate.variable());
                case Rule.Algebraic _ -> {}
            }
        }
        Set<String> reacting = new HashSet<>();
        model.reactions().forEach(reaction -> reacting.addAll(Layout.changedBy(reaction)));
        model.species().stream()
                .filter(each -> !each.boundaryCondition() && reacting.contains(each.id()))
                .forEach(each -> free.remove(each.id()));
    }

    private void add(SpeciesReference reference) {
        if (!reference.id().isEmpty() && reference.stoichiometryMath().isEmpty()) {
            add(reference.id(), reference.constant());
        }
    }

    private void add(String id, boolean constant) {
        if (!constant) {
            free.add(id);
        }
    }

    /** The symbols of a formula, and those of the assignment rules and reactions it refers to. */
    private Set<String> reachable(Expression formula) {
        Map<String, Expression> formulas = new HashMap<>();
        for (Rule rule : model.rules()) {
            if (rule instanceof Rule.Assignment assignment) {
                formulas.put(assignment.variable(), assignment.formula());
            }
        }
        model.reactions()
                .forEach(reaction -> reaction.kineticLaw().ifPresent(law -> formulas.put(reaction.id(), law.rate())));
        Set<String> direct = Symbols.in(formula);
        Set<String> seen = new LinkedHashSet<>(direct);
        List<String> open = new ArrayList<>(direct);
        while (!open.isEmpty()) {
            @Nullable Expression next = formulas.get(open.removeLast());
            if (next != null) {
                Symbols.in(next).stream().filter(seen::add).forEach(open::add);
            }
        }
        return seen;
    }

    /** Kuhn's augmenting path. */
    private boolean augment(int rule, Set<String> seen) {
        for (String id : candidates.get(rule)) {
            if (seen.add(id)) {
                Integer holder = ruleOf.get(id);
                if (holder == null || augment(holder, seen)) {
                    ruleOf.put(id, rule);
                    return true;
                }
            }
        }
        return false;
    }
}

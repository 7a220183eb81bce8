package org.kindlin.mechanism.units;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kindlin.fault.Finding;
import org.kindlin.mechanism.model.Event;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.FunctionDefinition;
import org.kindlin.mechanism.model.InitialAssignment;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.Remarks;
import org.kindlin.mechanism.model.Rule;

/**
 * Whether the units of a model's formulas agree with each other and with what they determine. What is found is a warning:
 * SBML defines simulation without units, and a model with wrong ones is simulated all the same.
 */
public final class UnitCheck {
    private final SymbolUnits symbols;
    private final Map<String, FunctionDefinition> functions = new HashMap<>();
    private final Set<Finding> findings = new LinkedHashSet<>();

    private UnitCheck(Model model) {
        symbols = new SymbolUnits(model);
        model.functions().forEach(each -> functions.put(each.id(), each));
    }

    /** What does not agree, in the order of the model. */
    public static List<Finding> check(Model model) {
        UnitCheck check = new UnitCheck(model);
        for (InitialAssignment each : model.initialAssignments()) {
            check.formula(
                    "the initial value of '" + each.symbol() + "'",
                    check.symbols.symbol(each.symbol()),
                    each.value(),
                    Map.of(),
                    each.remarks());
        }
        model.rules().forEach(check::rule);
        model.reactions().forEach(check::reaction);
        model.events().forEach(check::event);
        return List.copyOf(new ArrayList<>(check.findings));
    }

    private void rule(Rule rule) {
        switch (rule) {
            case Rule.Assignment assignment ->
                formula(
                        "'" + assignment.variable() + "'",
                        symbols.symbol(assignment.variable()),
                        rule.formula(),
                        Map.of(),
                        rule.remarks());
            case Rule.Rate rate ->
                formula(
                        "the rate of change of '" + rate.variable() + "'",
                        symbols.symbol(rate.variable())
                                .flatMap(unit -> symbols.time().map(unit::per)),
                        rule.formula(),
                        Map.of(),
                        rule.remarks());
            case Rule.Algebraic _ ->
                formula("an algebraic rule", Optional.empty(), rule.formula(), Map.of(), rule.remarks());
        }
    }

    private void reaction(Reaction reaction) {
        reaction.kineticLaw().ifPresent(law -> {
            Map<String, Optional<Dimension>> local = new HashMap<>();
            law.localParameters().forEach(each -> local.put(each.id(), symbols.unit(each.unit())));
            formula(
                    "the speed of '" + reaction.id() + "'",
                    symbols.symbol(reaction.id()),
                    law.rate(),
                    local,
                    law.remarks().line() > 0 ? law.remarks() : reaction.remarks());
        });
    }

    private void event(Event event) {
        formula("the condition of an event", Optional.empty(), event.trigger().condition(), Map.of(), event.remarks());
        event.delay()
                .ifPresent(delay -> formula("the delay of an event", symbols.time(), delay, Map.of(), event.remarks()));
        event.assignments()
                .forEach(each -> formula(
                        "the new value of '" + each.variable() + "'",
                        symbols.symbol(each.variable()),
                        each.value(),
                        Map.of(),
                        each.remarks()));
    }

    private void formula(
            String what,
            Optional<Dimension> wanted,
            Expression formula,
            Map<String, Optional<Dimension>> local,
            Remarks where) {
        FormulaUnits units = new FormulaUnits(symbols, functions, problem -> complain(what, problem, where));
        Optional<Dimension> found = units.of(formula, local);
        if (wanted.isPresent() && found.isPresent() && !wanted.get().same(found.get())) {
            complain(
                    "",
                    what + " should be in " + wanted.get().text() + " and is in "
                            + found.get().text(),
                    where);
        }
    }

    private void complain(String what, String problem, Remarks where) {
        findings.add(new Finding(
                Finding.Severity.NOTE,
                "units",
                where.line() > 0 ? "line " + where.line() : "",
                what.isEmpty() ? problem : "in " + what + ", " + problem,
                "check the units"));
    }
}

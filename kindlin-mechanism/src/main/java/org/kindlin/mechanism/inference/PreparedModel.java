package org.kindlin.mechanism.inference;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.InitialAssignment;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.ModelBuilder;
import org.kindlin.mechanism.model.Operator;
import org.kindlin.mechanism.model.Parameter;
import org.kindlin.mechanism.model.Remarks;
import org.kindlin.mechanism.model.Rule;
import org.kindlin.mechanism.model.Species;
import org.kindlin.mechanism.petab.Condition;
import org.kindlin.mechanism.petab.Observable;
import org.kindlin.mechanism.petab.PetabParameter;
import org.kindlin.mechanism.petab.PetabProblem;

/**
 * The model of a problem with everything that its tables add: observables and noises as assignment rules, placeholders
 * and parameters of the tables as constants, and for every start that a condition sets a switch between the condition's
 * value and the model's own. Names that hold a colon cannot collide with the model's.
 */
final class PreparedModel {
    private final PetabProblem problem;
    private final Model model;
    private final Set<String> known = new HashSet<>();
    private final ModelBuilder builder = new ModelBuilder();

    private PreparedModel(PetabProblem problem) {
        this.problem = problem;
        this.model = problem.model();
        model.compartments().forEach(each -> known.add(each.id()));
        model.species().forEach(each -> known.add(each.id()));
        model.parameters().forEach(each -> known.add(each.id()));
    }

    static Model of(PetabProblem problem) {
        return new PreparedModel(problem).prepare();
    }

    /** The name of an observable's value. */
    static String observable(String id) {
        return "observable:" + id;
    }

    /** The name of an observable's noise. */
    static String noise(String id) {
        return "noise:" + id;
    }

    /** The name of the start that a condition sets. */
    static String start(String target) {
        return "start:" + target;
    }

    /** The name of what says, by 1, that a condition sets this start. */
    static String isSet(String target) {
        return "set:" + target;
    }

    /** What conditions set that starts there and then changes, or that the model computes itself. */
    static Set<String> starts(PetabProblem problem) {
        Set<String> constants = new HashSet<>();
        Model model = problem.model();
        model.parameters().stream().filter(Parameter::constant).forEach(each -> constants.add(each.id()));
        model.compartments().stream().filter(each -> each.constant()).forEach(each -> constants.add(each.id()));
        model.initialAssignments().forEach(each -> constants.remove(each.symbol()));
        Set<String> starts = new LinkedHashSet<>();
        for (Condition condition : problem.conditions()) {
            for (Condition.Change change : condition.changes()) {
                if (!constants.contains(change.target())) {
                    starts.add(change.target());
                }
            }
        }
        return starts;
    }

    private Model prepare() {
        Set<String> starts = starts(problem);
        copyAllBut(starts);
        for (PetabParameter each : problem.parameters()) {
            constant(each.id());
        }
        for (String target : starts) {
            builder.add(Parameter.constant(start(target), 0));
            builder.add(Parameter.constant(isSet(target), 0));
            Expression chosen = Expression.apply(Operator.GT, Expression.symbol(isSet(target)), Expression.number(0.5));
            builder.add(new InitialAssignment(
                    target,
                    new Expression.Piecewise(
                            List.of(new Expression.Piece(Expression.symbol(start(target)), chosen)),
                            Optional.of(ownStart(target))),
                    Remarks.NONE));
        }
        for (Observable each : problem.observables()) {
            Placeholders placeholders = Placeholders.of(problem, each);
            placeholders.values().forEach(this::constant);
            placeholders.noises().forEach(this::constant);
            assigned(observable(each.id()), each.formula());
            assigned(noise(each.id()), each.noise());
        }
        return builder.build();
    }

    private void copyAllBut(Set<String> starts) {
        Set<String> stated = new HashSet<>();
        problem.parameters().forEach(each -> stated.add(each.id()));
        builder.id(model.id())
                .units(model.units())
                .conversionFactor(model.conversionFactor())
                .remarks(model.remarks());
        model.functions().forEach(builder::add);
        model.unitDefinitions().forEach(builder::add);
        model.compartments().forEach(builder::add);
        model.species().forEach(builder::add);
        model.parameters().forEach(builder::add);
        model.rules().forEach(builder::add);
        model.reactions().forEach(builder::add);
        model.events().forEach(builder::add);
        model.initialAssignments().stream()
                .filter(each -> !starts.contains(each.symbol()) && !stated.contains(each.symbol()))
                .forEach(builder::add);
    }

    private void constant(String id) {
        if (known.add(id)) {
            builder.add(Parameter.constant(id, 0));
        }
    }

    private void assigned(String id, Expression formula) {
        builder.add(new Parameter(id, OptionalDouble.empty(), "", false, Remarks.NONE));
        builder.add(new Rule.Assignment(id, formula, Remarks.NONE));
    }

    /** What a symbol starts with where no condition sets it, as its symbol means it in formulas. */
    private Expression ownStart(String target) {
        for (InitialAssignment each : model.initialAssignments()) {
            if (each.symbol().equals(target)) {
                return each.value();
            }
        }
        for (Species each : model.species()) {
            if (each.id().equals(target)) {
                return ownStart(each);
            }
        }
        OptionalDouble value = model.parameters().stream()
                .filter(each -> each.id().equals(target))
                .map(Parameter::value)
                .findFirst()
                .or(() -> model.compartments().stream()
                        .filter(each -> each.id().equals(target))
                        .map(each -> each.size())
                        .findFirst())
                .orElse(OptionalDouble.empty());
        return Expression.number(value.orElse(Double.NaN));
    }

    private static Expression ownStart(Species species) {
        Expression size = Expression.symbol(species.compartment());
        if (species.initialAmount().isPresent()) {
            Expression amount = Expression.number(species.initialAmount().getAsDouble());
            return species.hasOnlySubstanceUnits() ? amount : Expression.apply(Operator.DIVIDE, amount, size);
        }
        Expression concentration =
                Expression.number(species.initialConcentration().orElse(Double.NaN));
        return species.hasOnlySubstanceUnits() ? Expression.apply(Operator.TIMES, concentration, size) : concentration;
    }
}

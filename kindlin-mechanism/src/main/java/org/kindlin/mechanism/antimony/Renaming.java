package org.kindlin.mechanism.antimony;

import java.util.List;
import java.util.function.UnaryOperator;
import org.kindlin.mechanism.antimony.Statement.EventValue;
import org.kindlin.mechanism.antimony.Statement.Participant;
import org.kindlin.mechanism.model.Expression;

/** Statements and formulas under other names. */
final class Renaming {
    private Renaming() {}

    static Statement of(Statement statement, UnaryOperator<String> rename) {
        return switch (statement) {
            case Statement.Value s ->
                new Statement.Value(
                        s.at(),
                        rename.apply(s.variable()),
                        s.when(),
                        s.formula().map(formula -> of(formula, rename)));
            case Statement.ReactionLine s ->
                new Statement.ReactionLine(
                        s.at(),
                        named(s.name(), rename),
                        s.reversible(),
                        of(s.reactants(), rename),
                        of(s.products(), rename),
                        s.rate().map(rate -> of(rate, rename)),
                        named(s.compartment(), rename));
            case Statement.Interaction s ->
                new Statement.Interaction(
                        s.at(), named(s.name(), rename), of(s.species(), rename), rename.apply(s.target()));
            case Statement.EventLine s -> of(s, rename);
            case Statement.Declaration s ->
                new Statement.Declaration(
                        s.at(), rename.apply(s.variable()), s.type(), s.constness(), s.substanceOnly());
            case Statement.Within s ->
                new Statement.Within(s.at(), rename.apply(s.variable()), rename.apply(s.compartment()));
            case Statement.DisplayName s -> new Statement.DisplayName(s.at(), rename.apply(s.variable()), s.name());
            case Statement.Deleted s -> new Statement.Deleted(s.at(), rename.apply(s.variable()));
            case Statement.HasUnit s -> new Statement.HasUnit(s.at(), rename.apply(s.variable()), s.unit());
            case Statement.Annotation s ->
                new Statement.Annotation(s.at(), rename.apply(s.variable()), s.qualifier(), s.texts());
            case Statement.SboTerm s -> new Statement.SboTerm(s.at(), rename.apply(s.variable()), s.term());
            case Statement.ConstraintLine s -> new Statement.ConstraintLine(s.at(), of(s.condition(), rename));
            case Statement.AlgebraicLine s -> new Statement.AlgebraicLine(s.at(), of(s.formula(), rename));
            case Statement.UnitLine s -> s;
            case Statement.Submodel s -> s;
            case Statement.Same s -> s;
        };
    }

    private static Statement of(Statement.EventLine s, UnaryOperator<String> rename) {
        return new Statement.EventLine(
                s.at(),
                named(s.name(), rename),
                of(s.trigger(), rename),
                s.delay().map(formula -> of(formula, rename)),
                s.priority().map(formula -> of(formula, rename)),
                s.initialValue(),
                s.persistent(),
                s.fromTrigger(),
                s.values().stream()
                        .map(value ->
                                new EventValue(value.at(), rename.apply(value.variable()), of(value.formula(), rename)))
                        .toList());
    }

    private static List<Participant> of(List<Participant> participants, UnaryOperator<String> rename) {
        return participants.stream()
                .map(one -> new Participant(
                        rename.apply(one.species()),
                        one.boundary(),
                        one.stoichiometry(),
                        named(one.stoichiometryName(), rename)))
                .toList();
    }

    private static String named(String name, UnaryOperator<String> rename) {
        return name.isEmpty() ? name : rename.apply(name);
    }

    static Expression of(Expression formula, UnaryOperator<String> rename) {
        if (formula instanceof Expression.Symbol(String id)) {
            return new Expression.Symbol(rename.apply(id));
        }
        List<Expression> parts = formula.parts();
        return parts.isEmpty()
                ? formula
                : formula.withParts(parts.stream().map(part -> of(part, rename)).toList());
    }
}

package org.kindlin.mechanism.model;

import java.util.List;
import java.util.Optional;

/** A formula: a tree of numbers, names, operators, calls and cases. */
public sealed interface Expression {

    /**
     * A number.
     *
     * @param value may be infinite or NaN
     * @param unit identifier of a unit (a base unit or a {@link UnitDefinition}); empty where none is declared
     */
    record Literal(double value, String unit) implements Expression {}

    /** A truth value written out. */
    record Truth(boolean value) implements Expression {}

    /** The value of what has this identifier: a parameter, species, compartment, reaction, species reference, or argument. */
    record Symbol(String id) implements Expression {}

    /** Simulation time ({@code csymbol time}). */
    record Time() implements Expression {}

    /** Avogadro's number ({@code csymbol avogadro}). */
    record Avogadro() implements Expression {}

    /** The value that {@code of} had {@code by} time units ago ({@code csymbol delay}). */
    record Delay(Expression of, Expression by) implements Expression {}

    /** The momentary rate of change of a symbol ({@code csymbol rateOf}). */
    record RateOf(Expression of) implements Expression {}

    /** An operator with its arguments. */
    record Apply(Operator operator, List<Expression> arguments) implements Expression {
        public Apply {
            arguments = List.copyOf(arguments);
        }
    }

    /** A call of a {@link FunctionDefinition}. */
    record Call(String function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** Cases, the first that is true counts; without one and without {@code otherwise} the value is undefined (NaN). */
    record Piecewise(List<Piece> pieces, Optional<Expression> otherwise) implements Expression {
        public Piecewise {
            pieces = List.copyOf(pieces);
        }
    }

    /** One case of a {@link Piecewise}. */
    record Piece(Expression value, Expression condition) {}

    /** A number without a unit. */
    static Expression number(double value) {
        return new Literal(value, "");
    }

    static Expression symbol(String id) {
        return new Symbol(id);
    }

    static Expression apply(Operator operator, Expression... arguments) {
        return new Apply(operator, List.of(arguments));
    }

    /** The direct parts of this formula, in the order written; of cases: value, condition, value, condition, ..., otherwise. */
    default List<Expression> parts() {
        return switch (this) {
            case Literal _, Truth _, Symbol _, Time _, Avogadro _ -> List.of();
            case Delay delay -> List.of(delay.of(), delay.by());
            case RateOf rate -> List.of(rate.of());
            case Apply apply -> apply.arguments();
            case Call call -> call.arguments();
            case Piecewise cases -> Pieces.flat(cases);
        };
    }

    /** This formula with other parts, given in the order of {@link #parts()}. */
    default Expression withParts(List<Expression> parts) {
        return switch (this) {
            case Literal _, Truth _, Symbol _, Time _, Avogadro _ -> this;
            case Delay _ -> new Delay(parts.get(0), parts.get(1));
            case RateOf _ -> new RateOf(parts.get(0));
            case Apply apply -> new Apply(apply.operator(), parts);
            case Call call -> new Call(call.function(), parts);
            case Piecewise _ -> Pieces.of(parts);
        };
    }
}

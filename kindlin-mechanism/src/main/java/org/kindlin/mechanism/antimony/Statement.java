package org.kindlin.mechanism.antimony;

import java.util.List;
import java.util.Optional;
import org.kindlin.mechanism.model.Expression;

/** One statement of a model's body; names are paths such as {@code A.S} until submodels are put in. */
sealed interface Statement {

    /** What {@code =}, {@code :=} and {@code ' =} determine. */
    enum When {
        START,
        ALWAYS,
        RATE
    }

    /** What a name stands for. */
    enum Meaning {
        UNKNOWN,
        SPECIES,
        COMPARTMENT,
        FORMULA,
        REACTION,
        EVENT
    }

    /** {@code const}, {@code var}, or neither. */
    enum Constness {
        UNSAID,
        CONSTANT,
        VARIABLE
    }

    Token at();

    /** {@code x = f}, {@code x := f}, {@code x' = f}; without a formula what was said before is taken back. */
    record Value(Token at, String variable, When when, Optional<Expression> formula) implements Statement {}

    /** A reactant or product: {@code 2 $S}, {@code n S}. */
    record Participant(String species, boolean boundary, double stoichiometry, String stoichiometryName) {}

    /** {@code J: A + B -> C; rate}. */
    record ReactionLine(
            Token at,
            String name,
            boolean reversible,
            List<Participant> reactants,
            List<Participant> products,
            Optional<Expression> rate,
            String compartment)
            implements Statement {}

    /** {@code S -| J}: species that a reaction depends on. */
    record Interaction(Token at, String name, List<Participant> species, String target) implements Statement {}

    /** {@code E: at delay after (trigger), priority=p: x=f}. */
    record EventLine(
            Token at,
            String name,
            Expression trigger,
            Optional<Expression> delay,
            Optional<Expression> priority,
            boolean initialValue,
            boolean persistent,
            boolean fromTrigger,
            List<EventValue> values)
            implements Statement {}

    /** One assignment of an event. */
    record EventValue(Token at, String variable, Expression formula) {}

    /** {@code A: module(x, 3)}. */
    record Submodel(Token at, String name, String module, List<Expression> arguments) implements Statement {}

    /** {@code const substanceOnly species S}. */
    record Declaration(Token at, String variable, Meaning type, Constness constness, boolean substanceOnly)
            implements Statement {}

    /** {@code S in c}. */
    record Within(Token at, String variable, String compartment) implements Statement {}

    /** {@code S is "long name"}. */
    record DisplayName(Token at, String variable, String name) implements Statement {}

    /** {@code A.S is S}: one thing under two names, the second stays. */
    record Same(Token at, String variable, String other) implements Statement {}

    /** {@code delete A.S}. */
    record Deleted(Token at, String variable) implements Statement {}

    /** {@code unit u = 1e-6 mole / litre}. */
    record UnitLine(Token at, String name, Optional<Expression> formula) implements Statement {}

    /** {@code x has u}. */
    record HasUnit(Token at, String variable, Expression unit) implements Statement {}

    /** {@code S identity "uri"}, {@code S notes "text"}. */
    record Annotation(Token at, String variable, String qualifier, List<String> texts) implements Statement {}

    /** {@code S.sboTerm = 236}. */
    record SboTerm(Token at, String variable, int term) implements Statement {}

    /** {@code 0 = f}. */
    record AlgebraicLine(Token at, Expression formula) implements Statement {}

    /** {@code constraint: x > 0}. */
    record ConstraintLine(Token at, Expression condition) implements Statement {}
}

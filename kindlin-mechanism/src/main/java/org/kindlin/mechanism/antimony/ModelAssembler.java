package org.kindlin.mechanism.antimony;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.kindlin.mechanism.antimony.Statement.Constness;
import org.kindlin.mechanism.antimony.Statement.Meaning;
import org.kindlin.mechanism.antimony.Statement.Participant;
import org.kindlin.mechanism.antimony.Statement.When;
import org.kindlin.mechanism.model.Compartment;
import org.kindlin.mechanism.model.Constraint;
import org.kindlin.mechanism.model.Event;
import org.kindlin.mechanism.model.EventAssignment;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.FunctionDefinition;
import org.kindlin.mechanism.model.InitialAssignment;
import org.kindlin.mechanism.model.KineticLaw;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.ModelBuilder;
import org.kindlin.mechanism.model.Operator;
import org.kindlin.mechanism.model.Parameter;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.Remarks;
import org.kindlin.mechanism.model.Rule;
import org.kindlin.mechanism.model.Species;
import org.kindlin.mechanism.model.SpeciesReference;
import org.kindlin.mechanism.model.Trigger;

/** Makes a model of flat statements: what each name stands for follows from how it is used. */
final class ModelAssembler {
    static final String DEFAULT_COMPARTMENT = "default_compartment";

    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final List<Statement.ReactionLine> reactions = new ArrayList<>();
    private final List<Statement.EventLine> events = new ArrayList<>();
    private final List<Statement.Interaction> interactions = new ArrayList<>();
    private final List<Statement.ConstraintLine> constraints = new ArrayList<>();
    private final List<Statement.AlgebraicLine> algebraic = new ArrayList<>();
    private final UnitTable units = new UnitTable();
    private final Set<String> functionNames = new LinkedHashSet<>();
    private final ModelBuilder model = new ModelBuilder();

    private ModelAssembler() {}

    /**
     * The model of a module's statements.
     *
     * @throws SyntaxException where names are used for two things
     */
    static Model assemble(String id, String notes, List<Statement> statements, List<FunctionDefinition> functions) {
        ModelAssembler assembler = new ModelAssembler();
        functions.forEach(function -> assembler.functionNames.add(function.id()));
        statements.forEach(assembler::take);
        assembler.infer();
        assembler.model.id(id.equals(FileParser.BARE) ? "" : id).remarks(Remarks.NONE.withNotes(notes));
        functions.forEach(assembler.model::add);
        assembler.build();
        return assembler.model.build();
    }

    private Draft draft(Token at, String id) {
        return drafts.computeIfAbsent(id, name -> new Draft(name, at.line()));
    }

    private void take(Statement statement) {
        switch (statement) {
            case Statement.Value s -> {
                Draft draft = draft(s.at(), s.variable());
                s.formula().ifPresentOrElse(f -> draft.values.put(s.when(), f), () -> draft.values.remove(s.when()));
            }
            case Statement.ReactionLine s -> {
                reactions.add(s.name().isEmpty() ? named(s) : s);
                draft(s.at(), reactions.getLast().name());
            }
            case Statement.Interaction s -> interactions.add(s);
            case Statement.EventLine s -> events.add(s);
            case Statement.Declaration s -> {
                Draft draft = draft(s.at(), s.variable());
                draft.type = s.type() == Meaning.UNKNOWN ? draft.type : s.type();
                if (s.type() == Meaning.SPECIES
                        && s.constness() == Constness.CONSTANT
                        && draft.constness == Constness.VARIABLE) {
                    draft.boundary = true; // var species S; $S: no reaction changes it, a rule may
                } else {
                    draft.constness = s.constness() == Constness.UNSAID ? draft.constness : s.constness();
                }
                draft.substanceOnly |= s.substanceOnly();
            }
            case Statement.Within s -> {
                draft(s.at(), s.variable()).compartment = s.compartment();
                draft(s.at(), s.compartment()).assume(Meaning.COMPARTMENT);
            }
            case Statement.DisplayName s -> draft(s.at(), s.variable()).name = s.name();
            case Statement.Deleted s -> draft(s.at(), s.variable()).deleted = true;
            case Statement.UnitLine s -> units.define(s);
            case Statement.HasUnit s -> draft(s.at(), s.variable()).unit = units.idOf(s.at(), s.unit());
            case Statement.Annotation s -> draft(s.at(), s.variable()).annotate(s.qualifier(), s.texts());
            case Statement.SboTerm s ->
                draft(s.at(), s.variable()).sboTerm = String.format(Locale.ROOT, "SBO:%07d", s.term());
            case Statement.ConstraintLine s -> constraints.add(s);
            case Statement.AlgebraicLine s -> algebraic.add(s);
            case Statement.Submodel _, Statement.Same _ -> throw new IllegalStateException("submodels are flat by now");
        }
    }

    private Statement.ReactionLine named(Statement.ReactionLine s) {
        int number = 0;
        while (drafts.containsKey("_J" + number)) {
            number++;
        }
        return new Statement.ReactionLine(
                s.at(), "_J" + number, s.reversible(), s.reactants(), s.products(), s.rate(), s.compartment());
    }

    /** What names stand for. */
    private void infer() {
        for (Statement.ReactionLine line : reactions) {
            require(draft(line.at(), line.name()), Meaning.REACTION, line.at());
            if (!line.compartment().isEmpty()) {
                draft(line.at(), line.compartment()).assume(Meaning.COMPARTMENT);
            }
            String place =
                    line.compartment().isEmpty() ? draft(line.at(), line.name()).compartment : line.compartment();
            line.reactants().forEach(one -> participant(line.at(), one, place));
            line.products().forEach(one -> participant(line.at(), one, place));
        }
        interactions.forEach(line ->
                line.species().forEach(one -> require(draft(line.at(), one.species()), Meaning.SPECIES, line.at())));
        for (Statement.EventLine line : events) {
            if (!line.name().isEmpty()) {
                require(draft(line.at(), line.name()), Meaning.EVENT, line.at());
            }
            line.values().forEach(value -> draft(value.at(), value.variable()).changedByEvent = true);
        }
        for (Draft draft : List.copyOf(drafts.values())) {
            if (!draft.compartment.isEmpty()) {
                draft.assume(Meaning.SPECIES);
            }
            draft.values.values().forEach(formula -> mentioned(draft.line, formula));
        }
        reactions.forEach(
                line -> line.rate().ifPresent(rate -> mentioned(line.at().line(), rate)));
        events.forEach(this::mentioned);
        algebraic.forEach(line -> mentioned(line.at().line(), line.formula()));
        drafts.values().forEach(draft -> draft.assume(Meaning.FORMULA));
    }

    private void require(Draft draft, Meaning type, Token at) {
        draft.assume(type);
        if (draft.type != type) {
            throw new SyntaxException(
                    at,
                    "'" + draft.id + "' is used as two things, one of them a "
                            + type.name().toLowerCase(Locale.ROOT),
                    "give one of them another name");
        }
    }

    private void participant(Token at, Participant one, String place) {
        Draft draft = draft(at, one.species());
        draft.reactionCompartment = place.isEmpty() ? draft.reactionCompartment : place;
        require(draft, Meaning.SPECIES, at);
        draft.boundary |= one.boundary();
        if (!one.stoichiometryName().isEmpty()) {
            draft(at, one.stoichiometryName()).stoichiometry = true;
        }
    }

    private void mentioned(Statement.EventLine line) {
        mentioned(line.at().line(), line.trigger());
        line.delay().ifPresent(formula -> mentioned(line.at().line(), formula));
        line.priority().ifPresent(formula -> mentioned(line.at().line(), formula));
        line.values().forEach(value -> mentioned(value.at().line(), value.formula()));
    }

    /** Names in formulas exist, even where nothing else is said of them. */
    private void mentioned(int line, Expression formula) {
        if (formula instanceof Expression.Symbol(String id) && !functionNames.contains(id)) {
            drafts.computeIfAbsent(id, name -> new Draft(name, line));
        }
        formula.parts().forEach(part -> mentioned(line, part));
    }

    private void build() {
        Set<String> gone = new LinkedHashSet<>();
        drafts.values().stream().filter(draft -> draft.deleted).forEach(draft -> gone.add(draft.id));
        boolean needsDefault = false;
        for (Draft draft : drafts.values()) {
            if (draft.deleted || draft.stoichiometry) {
                continue;
            }
            switch (draft.type) {
                case COMPARTMENT -> compartment(draft);
                case SPECIES -> {
                    needsDefault |= draft.place().isEmpty();
                    species(draft);
                }
                case FORMULA, UNKNOWN -> parameter(draft);
                case REACTION, EVENT -> {}
            }
        }
        if (needsDefault && !drafts.containsKey(DEFAULT_COMPARTMENT)) {
            model.add(Compartment.volume(DEFAULT_COMPARTMENT, 1));
        }
        reactions.stream()
                .filter(line -> !gone.contains(line.name()) && !touches(line, gone))
                .forEach(this::reaction);
        events.forEach(this::event);
        algebraic.forEach(line -> model.add(
                new Rule.Algebraic(line.formula(), Remarks.atLine(line.at().line()))));
        constraints.forEach(line -> model.add(
                new Constraint(line.condition(), "", Remarks.atLine(line.at().line()))));
        units.addTo(model);
    }

    private static boolean touches(Statement.ReactionLine line, Set<String> gone) {
        return line.reactants().stream().anyMatch(one -> gone.contains(one.species()))
                || line.products().stream().anyMatch(one -> gone.contains(one.species()));
    }

    private static Remarks remarks(Draft draft) {
        return new Remarks(draft.name, "", draft.sboTerm, draft.notes, draft.annotation, draft.line);
    }

    private void rules(Draft draft) {
        draft.value(When.ALWAYS)
                .ifPresent(f -> model.add(new Rule.Assignment(draft.id, f, Remarks.atLine(draft.line))));
        draft.value(When.RATE).ifPresent(f -> model.add(new Rule.Rate(draft.id, f, Remarks.atLine(draft.line))));
    }

    /** The number a name starts with; what is no number becomes an initial assignment. */
    private OptionalDouble start(Draft draft) {
        Optional<Expression> start = draft.value(When.START);
        if (start.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (start.get() instanceof Expression.Literal(double value, String unit)) {
            if (!unit.isEmpty() && draft.unit.isEmpty()) {
                draft.unit = units.named(unit);
            }
            return OptionalDouble.of(value);
        }
        model.add(new InitialAssignment(draft.id, start.get(), Remarks.atLine(draft.line)));
        return OptionalDouble.empty();
    }

    private boolean isConstant(Draft draft) {
        return draft.constness == Constness.CONSTANT
                || (draft.constness == Constness.UNSAID && !draft.hasRule() && !draft.changedByEvent);
    }

    private void compartment(Draft draft) {
        OptionalDouble size = start(draft);
        rules(draft);
        model.add(new Compartment(draft.id, OptionalDouble.of(3), size, draft.unit, isConstant(draft), remarks(draft)));
    }

    private void parameter(Draft draft) {
        OptionalDouble value = start(draft);
        rules(draft);
        boolean constant = isConstant(draft) && !draft.hasRule() && !draft.changedByEvent;
        model.add(new Parameter(draft.id, value, draft.unit, constant, remarks(draft)));
    }

    private void species(Draft draft) {
        String compartment = draft.place().isEmpty() ? DEFAULT_COMPARTMENT : draft.place();
        OptionalDouble amount = amount(draft, compartment);
        OptionalDouble start = amount.isPresent() ? OptionalDouble.empty() : start(draft);
        rules(draft);
        boolean fixed = draft.boundary || draft.constness == Constness.CONSTANT;
        boolean changes = draft.hasRule() || draft.changedByEvent || draft.constness == Constness.VARIABLE;
        model.add(new Species(
                draft.id,
                compartment,
                draft.substanceOnly ? start : amount,
                draft.substanceOnly ? OptionalDouble.empty() : start,
                draft.unit,
                draft.substanceOnly,
                fixed || draft.hasRule(),
                fixed && !changes,
                "",
                remarks(draft)));
    }

    /** {@code S = 5 / compartment} is how Antimony writes an initial amount. */
    private static OptionalDouble amount(Draft draft, String compartment) {
        return draft.value(When.START).orElse(Expression.number(0))
                                instanceof Expression.Apply(Operator operator, List<Expression> terms)
                        && operator == Operator.DIVIDE
                        && terms.get(0) instanceof Expression.Literal(double amount, String _)
                        && terms.get(1).equals(Expression.symbol(compartment))
                ? OptionalDouble.of(amount)
                : OptionalDouble.empty();
    }

    private void reaction(Statement.ReactionLine line) {
        Draft draft = draft(line.at(), line.name());
        Optional<Expression> rate =
                draft.value(When.START).or(() -> draft.value(When.ALWAYS)).or(line::rate);
        Set<String> taking = new LinkedHashSet<>();
        line.reactants().forEach(one -> taking.add(one.species()));
        line.products().forEach(one -> taking.add(one.species()));
        Set<String> modifiers = new LinkedHashSet<>();
        rate.ifPresent(formula -> modifiers(formula, modifiers));
        interactions.stream()
                .filter(interaction -> interaction.target().equals(line.name()))
                .forEach(interaction -> interaction.species().forEach(one -> modifiers.add(one.species())));
        modifiers.removeAll(taking);
        model.add(new Reaction(
                line.name(),
                line.reversible(),
                false,
                line.compartment().isEmpty() ? draft.compartment : line.compartment(),
                references(line.reactants()),
                references(line.products()),
                List.copyOf(modifiers),
                rate.map(formula -> new KineticLaw(formula, List.of(), Remarks.NONE)),
                remarks(draft)));
    }

    private void modifiers(Expression formula, Set<String> into) {
        if (formula instanceof Expression.Symbol(String id)) {
            Draft draft = drafts.get(id);
            if (draft != null && draft.type == Meaning.SPECIES) {
                into.add(id);
            }
        }
        formula.parts().forEach(part -> modifiers(part, into));
    }

    private List<SpeciesReference> references(List<Participant> participants) {
        return participants.stream().map(this::reference).toList();
    }

    private SpeciesReference reference(Participant one) {
        if (one.stoichiometryName().isEmpty()) {
            return SpeciesReference.of(one.stoichiometry(), one.species());
        }
        Draft draft = drafts.get(one.stoichiometryName());
        if (draft == null) {
            throw new IllegalStateException(one.stoichiometryName());
        }
        OptionalDouble start = start(draft);
        rules(draft);
        return new SpeciesReference(
                draft.id, one.species(), start, Optional.empty(), isConstant(draft), Remarks.atLine(draft.line));
    }

    private void event(Statement.EventLine line) {
        Draft draft = line.name().isEmpty() ? new Draft("", line.at().line()) : draft(line.at(), line.name());
        List<EventAssignment> assignments = line.values().stream()
                .map(value -> new EventAssignment(
                        value.variable(),
                        value.formula(),
                        Remarks.atLine(value.at().line())))
                .toList();
        model.add(new Event(
                draft.id,
                new Trigger(line.trigger(), line.initialValue(), line.persistent()),
                line.delay(),
                line.priority(),
                line.fromTrigger(),
                assignments,
                remarks(draft)));
    }
}

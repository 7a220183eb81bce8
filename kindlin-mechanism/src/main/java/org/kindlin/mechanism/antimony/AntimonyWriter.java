package org.kindlin.mechanism.antimony;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.kindlin.fault.Faults;
import org.kindlin.mechanism.model.Compartment;
import org.kindlin.mechanism.model.Constraint;
import org.kindlin.mechanism.model.Event;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.FunctionDefinition;
import org.kindlin.mechanism.model.InitialAssignment;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.Parameter;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.Remarks;
import org.kindlin.mechanism.model.Rule;
import org.kindlin.mechanism.model.Species;

/**
 * Writes a model as Antimony text. Reading the text gives the same model, but for what {@link WhatIsLost} names as faults:
 * Antimony has no words for conversion factors, fast reactions and sizes that are no volume.
 */
public final class AntimonyWriter {
    private final Model model;
    private final Spelling spelling;
    private final ExpressionText formulas;
    private final StringBuilder out = new StringBuilder();

    private AntimonyWriter(Model model) {
        this.model = model;
        this.spelling = new Spelling(identifiers(model));
        this.formulas = new ExpressionText(spelling);
    }

    /**
     * Writes a model.
     *
     * @param path of the model, for faults
     * @return empty where Antimony cannot say what the model says
     */
    public static Optional<String> write(String path, Model model, Faults faults) {
        List<String> lost = WhatIsLost.of(model);
        lost.forEach(what -> faults.add(path, "", "Antimony has no words for " + what, "convert to sbml"));
        return lost.isEmpty()
                ? Optional.of(new AntimonyWriter(LocalParameters.global(model)).text())
                : Optional.empty();
    }

    private static Set<String> identifiers(Model model) {
        Set<String> ids = new LinkedHashSet<>();
        ids.add(model.id());
        model.functions().forEach(one -> ids.add(one.id()));
        model.unitDefinitions().forEach(one -> ids.add(one.id()));
        model.compartments().forEach(one -> ids.add(one.id()));
        model.species().forEach(one -> ids.add(one.id()));
        model.parameters().forEach(one -> ids.add(one.id()));
        model.reactions().forEach(one -> ids.add(one.id()));
        model.events().forEach(one -> ids.add(one.id()));
        return ids;
    }

    private String text() {
        model.functions().forEach(this::function);
        line("model *" + (model.id().isEmpty() ? "unnamed" : spelling.of(model.id())) + "()");
        plain(model.remarks().notes()).lines().filter(line -> !line.isBlank()).forEach(note -> line("  # " + note));
        section("Compartments and species", () -> {
            model.compartments().forEach(this::compartment);
            model.species().forEach(this::species);
        });
        section("Reactions", () -> {
            ReactionText reactions = new ReactionText(spelling, formulas);
            model.reactions().forEach(reaction -> {
                line("  " + reactions.of(reaction) + comment(reaction.remarks()));
                described(reaction.id(), reaction.remarks());
            });
        });
        section("Events", () -> model.events().forEach(this::event));
        section("Parameters", () -> model.parameters().forEach(this::parameter));
        section("Stoichiometries", this::stoichiometries);
        section("Rules", () -> model.rules().forEach(this::rule));
        section("Initial assignments", () -> model.initialAssignments().forEach(this::initial));
        section("Constraints", () -> model.constraints().forEach(this::constraint));
        section("Units", () -> new UnitText(spelling).of(model).forEach(unit -> line("  " + unit)));
        line("end");
        if (!model.remarks().name().isEmpty() && !model.id().isEmpty()) {
            line(spelling.of(model.id()) + " is " + quoted(model.remarks().name()));
        }
        return out.toString();
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void section(String title, Runnable content) {
        int before = out.length();
        content.run();
        if (out.length() > before) {
            out.insert(before, "\n  // " + title + ":\n");
        }
    }

    private void function(FunctionDefinition function) {
        line("function " + spelling.of(function.id()) + "(" + String.join(", ", function.arguments()) + ")");
        line("  " + formulas.of(function.body()) + ";");
        line("end\n");
    }

    private void compartment(Compartment compartment) {
        line("  " + (compartment.constant() ? "" : "var ") + "compartment " + spelling.of(compartment.id())
                + value(compartment.size(), compartment.unit()) + ";" + comment(compartment.remarks()));
        described(compartment.id(), compartment.remarks());
    }

    private String value(OptionalDouble value, String unit) {
        String written = unit.isEmpty() ? "" : " " + spelling.of(unit);
        return value.isPresent()
                ? " = " + ExpressionText.number(value.getAsDouble()) + written
                : unit.isEmpty() ? "" : " has" + written;
    }

    private void species(Species species) {
        boolean fixed = species.boundaryCondition() || species.constant();
        String start = start(species);
        line("  " + (fixed && !species.constant() ? "var " : "")
                + (species.hasOnlySubstanceUnits() ? "substanceOnly " : "")
                + "species " + (fixed && species.constant() ? "$" : "") + spelling.of(species.id()) + " in "
                + spelling.of(species.compartment()) + start + ";" + comment(species.remarks()));
        if (fixed && !species.constant()) {
            line("  $" + spelling.of(species.id()) + ";");
        }
        if (!species.substanceUnits().isEmpty()) {
            line("  " + spelling.of(species.id()) + " has " + spelling.of(species.substanceUnits()) + ";");
        }
        described(species.id(), species.remarks());
    }

    /** What a species starts with, as what its name means: an amount or a concentration. */
    private String start(Species species) {
        boolean isAmount = species.initialAmount().isPresent();
        OptionalDouble given = isAmount ? species.initialAmount() : species.initialConcentration();
        String turned = isAmount == species.hasOnlySubstanceUnits()
                ? ""
                : (isAmount ? "/" : "*") + spelling.of(species.compartment());
        return given.isEmpty() ? "" : " = " + ExpressionText.number(given.getAsDouble()) + turned;
    }

    private void rule(Rule rule) {
        switch (rule) {
            case Rule.Assignment(String variable, Expression formula, Remarks _) ->
                line("  " + spelling.of(variable) + " := " + formulas.of(formula) + ";");
            case Rule.Rate(String variable, Expression formula, Remarks _) ->
                line("  " + spelling.of(variable) + "' = " + formulas.of(formula) + ";");
            case Rule.Algebraic(Expression formula, Remarks _) -> line("  0 = " + formulas.of(formula) + ";");
        }
    }

    private void event(Event event) {
        StringBuilder text = new StringBuilder("  ");
        if (!event.id().isEmpty()) {
            text.append(spelling.of(event.id())).append(": ");
        }
        text.append("at ");
        event.delay().ifPresent(delay -> text.append(formulas.of(delay)).append(" after "));
        text.append('(').append(formulas.of(event.trigger().condition())).append(')');
        event.priority().ifPresent(priority -> text.append(", priority=").append(formulas.of(priority)));
        text.append(event.trigger().initialValue() ? "" : ", t0=false");
        text.append(event.trigger().persistent() ? "" : ", persistent=false");
        text.append(event.useValuesFromTriggerTime() ? "" : ", fromTrigger=false");
        List<String> values = new ArrayList<>();
        event.assignments()
                .forEach(value -> values.add(spelling.of(value.variable()) + " = " + formulas.of(value.value())));
        line(text.append(": ").append(String.join(", ", values)).append(';') + comment(event.remarks()));
    }

    private void parameter(Parameter parameter) {
        String text = (parameter.constant() ? "" : "var ")
                + spelling.of(parameter.id())
                + value(parameter.value(), parameter.unit());
        boolean bare = parameter.value().isEmpty() && parameter.unit().isEmpty();
        line("  " + (bare && parameter.constant() ? "const " : "") + text + ";" + comment(parameter.remarks()));
        described(parameter.id(), parameter.remarks());
    }

    private void stoichiometries() {
        for (Reaction reaction : model.reactions()) {
            Stream.concat(reaction.reactants().stream(), reaction.products().stream())
                    .filter(one -> !one.id().isEmpty() && one.stoichiometry().isPresent())
                    .forEach(one -> line("  " + (one.constant() ? "" : "var ") + spelling.of(one.id())
                            + value(one.stoichiometry(), "") + ";"));
        }
    }

    private void initial(InitialAssignment initial) {
        line("  " + spelling.of(initial.symbol()) + " = " + formulas.of(initial.value()) + ";");
    }

    /** A formula as Antimony writes it. */
    public static String formula(Expression formula) {
        return new ExpressionText(new Spelling(Set.of())).of(formula);
    }

    private void constraint(Constraint constraint) {
        line("  constraint: " + formulas.of(constraint.condition()) + ";");
    }

    private void described(String id, Remarks remarks) {
        String name = spelling.of(id);
        if (!remarks.name().isEmpty()) {
            line("  " + name + " is " + quoted(remarks.name()) + ";");
        }
        if (!remarks.sboTerm().isEmpty()) {
            line("  " + name + ".sboTerm = "
                    + Integer.parseInt(remarks.sboTerm().replaceAll("\\D", "")) + ";");
        }
        String notes = plain(remarks.notes());
        if (!notes.isEmpty() && comment(remarks).isEmpty()) {
            line("  " + name + " notes ```" + notes.replace("```", "'''") + "```;");
        }
    }

    /** Notes of one line stand behind the statement. */
    private static String comment(Remarks remarks) {
        String notes = plain(remarks.notes());
        return notes.isEmpty() || notes.contains("\n") ? "" : "  # " + notes;
    }

    /** Notes as plain text: of XHTML its words. */
    private static String plain(String notes) {
        String text = notes.replace("\r", "");
        return !text.startsWith("<")
                ? text
                : text.replaceAll("<[^>]*>", "")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&")
                        .strip();
    }

    private static String quoted(String text) {
        return "\"" + text.replace('"', '\'').replaceAll("[\\r\\n]+", " ") + "\"";
    }
}

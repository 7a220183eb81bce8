package org.kindlin.mechanism.stochastic;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.model.Distribution;
import org.kindlin.mechanism.model.Event;
import org.kindlin.mechanism.model.EventAssignment;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.ModelBuilder;
import org.kindlin.mechanism.model.Parameter;
import org.kindlin.mechanism.model.Remarks;
import org.kindlin.mechanism.model.Rule;

/**
 * Takes the draws of random numbers out of event assignments: each becomes a constant that is set anew before the
 * assignment is evaluated, and its arguments become assignment rules. Names that hold a colon collide with none.
 */
final class RandomDraws {
    private final String source;
    private final ModelBuilder builder = new ModelBuilder();
    private final List<Draw> draws = new ArrayList<>();
    private int event;

    /**
     * One draw.
     *
     * @param event number of the event whose assignments hold it
     * @param slot name of the constant that takes it
     * @param arguments names of the values of its arguments
     */
    record Draw(int event, Distribution distribution, String slot, List<String> arguments) {}

    private RandomDraws(String source) {
        this.source = source;
    }

    /** A model without draws, and the draws that were in it, inner ones before outer ones. */
    record Extracted(Model model, List<Draw> draws) {}

    /**
     * Takes the draws out.
     *
     * @param source the file, to say in faults
     */
    static Extracted from(String source, Model model) {
        return new RandomDraws(source).extract(model);
    }

    private Extracted extract(Model model) {
        builder.id(model.id())
                .units(model.units())
                .conversionFactor(model.conversionFactor())
                .remarks(model.remarks());
        model.functions().forEach(builder::add);
        model.unitDefinitions().forEach(builder::add);
        model.compartments().forEach(builder::add);
        model.species().forEach(builder::add);
        model.parameters().forEach(builder::add);
        model.initialAssignments().forEach(builder::add);
        model.rules().forEach(builder::add);
        model.constraints().forEach(builder::add);
        model.reactions().forEach(builder::add);
        for (Event each : model.events()) {
            List<EventAssignment> assignments = each.assignments().stream()
                    .map(a -> new EventAssignment(
                            a.variable(), replaced(a.value(), a.remarks().line()), a.remarks()))
                    .toList();
            builder.add(new Event(
                    each.id(),
                    each.trigger(),
                    each.delay(),
                    each.priority(),
                    each.useValuesFromTriggerTime(),
                    assignments,
                    each.remarks()));
            event++;
        }
        return new Extracted(builder.build(), List.copyOf(draws));
    }

    private Expression replaced(Expression formula, int line) {
        List<Expression> parts =
                formula.parts().stream().map(part -> replaced(part, line)).toList();
        if (!(formula instanceof Expression.Call(String name, List<Expression> _))
                || !name.startsWith(Distribution.PREFIX)) {
            return formula.parts().isEmpty() ? formula : formula.withParts(parts);
        }
        Distribution distribution = Distribution.called(name)
                .orElseThrow(() -> fault(
                        line, "draws from '" + name.substring(Distribution.PREFIX.length()) + "', which is not known"));
        if (!distribution.takes(parts.size())) {
            throw fault(line, "draws from " + distribution + " with " + parts.size() + " arguments");
        }
        String slot = "draw:" + draws.size();
        builder.add(Parameter.constant(slot, 0));
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String argument = slot + ":" + i;
            builder.add(new Parameter(argument, OptionalDouble.empty(), "", false, Remarks.NONE));
            builder.add(new Rule.Assignment(argument, parts.get(i), Remarks.NONE));
            arguments.add(argument);
        }
        draws.add(new Draw(event, distribution, slot, arguments));
        return Expression.symbol(slot);
    }

    private InputFaultException fault(int line, String problem) {
        return new InputFaultException(
                new Fault(source, line > 0 ? "line " + line : "", problem, "use a distribution as the package has it"));
    }
}

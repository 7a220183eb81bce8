package org.kindlin.mechanism.sbml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.mechanism.model.Event;
import org.kindlin.mechanism.model.EventAssignment;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.Trigger;

/** An {@code event} element. */
final class EventReader {
    private final Attributes attributes;
    private final MathReader math;

    EventReader(Attributes attributes, MathReader math) {
        this.attributes = attributes;
        this.math = math;
    }

    /** The event; empty where it has no condition and so never happens. */
    Optional<Event> read(XmlElement element) {
        String id = attributes.optionalId(element, "id");
        Optional<XmlElement> trigger = element.child(element.namespace(), "trigger");
        if (trigger.isEmpty() && !attributes.level().from(3, 2)) {
            attributes.fault(element, "event '" + id + "' has no trigger", "give it one");
        }
        Optional<Trigger> condition = trigger.flatMap(this::trigger);
        List<EventAssignment> assignments = new ArrayList<>();
        for (XmlElement assignment : ModelReader.items(element, "listOfEventAssignments")) {
            String variable = attributes.id(assignment, "variable");
            math.in(assignment)
                    .ifPresent(value ->
                            assignments.add(new EventAssignment(variable, value, attributes.remarks(assignment))));
        }
        return condition.map(found -> new Event(
                id,
                found,
                formula(element, "delay"),
                formula(element, "priority"),
                attributes.level().two()
                        ? attributes.flag(element, "useValuesFromTriggerTime", true)
                        : attributes.demanded(element, "useValuesFromTriggerTime", true),
                assignments,
                attributes.remarks(element)));
    }

    private Optional<Expression> formula(XmlElement element, String part) {
        return element.child(element.namespace(), part).flatMap(math::in);
    }

    private Optional<Trigger> trigger(XmlElement element) {
        boolean two = attributes.level().two();
        boolean initial = two || attributes.demanded(element, "initialValue", true);
        boolean persistent = two || attributes.demanded(element, "persistent", true);
        return math.in(element).map(condition -> new Trigger(condition, initial, persistent));
    }
}

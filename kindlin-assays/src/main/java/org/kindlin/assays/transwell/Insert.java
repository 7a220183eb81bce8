package org.kindlin.assays.transwell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.kindlin.assays.image.layout.Role;
import org.kindlin.assays.result.Prose;

/**
 * What an insert holds.
 *
 * @param name of the insert
 * @param role control where indices are relative to it, blank where it holds no cells
 */
record Insert(String name, Role role, Membrane membrane, String compound, OptionalDouble dose) {

    boolean isControl() {
        return role == Role.CONTROL;
    }

    boolean isBlank() {
        return role == Role.BLANK;
    }

    /** What is compared: everything but the insert's own name. */
    Map<String, String> condition(String unit) {
        Map<String, String> condition = new LinkedHashMap<>();
        condition.put("membrane", membrane.text());
        if (!compound.isEmpty()) {
            condition.put("compound", compound);
        }
        if (dose.isPresent()) {
            condition.put("dose", Prose.number(dose.getAsDouble()) + (unit.isEmpty() ? "" : " " + unit));
        } else if (isControl()) {
            condition.put("role", "control");
        }
        return condition;
    }
}

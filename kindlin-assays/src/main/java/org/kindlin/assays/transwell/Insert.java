package org.kindlin.assays.transwell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Prose;

/**
 * What an insert holds.
 *
 * @param name of the insert
 * @param isControl whether indices are relative to it
 * @param isBlank whether it holds no cells: what the dye of the membrane alone gives
 * @param membrane {@code migration} or {@code invasion}
 */
record Insert(String name, boolean isControl, boolean isBlank, String membrane, String compound, OptionalDouble dose) {

    /** What is compared: everything but the insert's own name. */
    Map<String, String> condition(String unit) {
        Map<String, String> condition = new LinkedHashMap<>();
        condition.put("membrane", membrane);
        if (!compound.isEmpty()) {
            condition.put("compound", compound);
        }
        if (dose.isPresent()) {
            condition.put("dose", Prose.number(dose.getAsDouble()) + (unit.isEmpty() ? "" : " " + unit));
        } else if (isControl) {
            condition.put("role", "control");
        }
        return condition;
    }
}

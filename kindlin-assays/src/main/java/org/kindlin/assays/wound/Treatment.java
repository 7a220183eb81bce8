package org.kindlin.assays.wound;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Prose;

/**
 * What a wound was treated with.
 *
 * @param compound may be empty
 * @param dose empty where none is stated
 * @param isControl whether velocities are relative to it
 */
public record Treatment(String compound, OptionalDouble dose, boolean isControl) {
    /** Nothing is stated. */
    public static final Treatment NONE = new Treatment("", OptionalDouble.empty(), false);

    /** The dose of a curve: zero of a control. */
    double curveDose() {
        return isControl ? 0 : dose.orElse(0);
    }

    /** As subjects name it. */
    Map<String, String> subject(String unit) {
        Map<String, String> subject = new LinkedHashMap<>();
        if (!compound.isEmpty()) {
            subject.put("compound", compound);
        }
        if (dose.isPresent()) {
            subject.put("dose", Prose.number(dose.getAsDouble()) + (unit.isEmpty() ? "" : " " + unit));
        } else if (isControl) {
            subject.put("role", "control");
        }
        return subject;
    }
}

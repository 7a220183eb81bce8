package org.kindlin.assays.combination;

import org.kindlin.assays.result.Prose;

/** A dose as subjects and axes write it. */
final class DoseText {
    private DoseText() {}

    static String of(double dose, String unit) {
        return Prose.number(dose) + (unit.isEmpty() ? "" : " " + unit);
    }
}

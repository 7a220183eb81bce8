package org.kindlin.assays.blot;

import org.kindlin.assays.result.Prose;

/** A dose as subjects write it. */
final class DoseText {
    private DoseText() {}

    static String of(LaneUse use, BlotProtocol protocol) {
        if (use.dose().isEmpty()) {
            return "";
        }
        String unit = protocol.doseUnit();
        return Prose.number(use.dose().getAsDouble()) + (unit.isEmpty() ? "" : " " + unit);
    }
}

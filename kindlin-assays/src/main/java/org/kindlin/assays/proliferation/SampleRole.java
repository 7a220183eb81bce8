package org.kindlin.assays.proliferation;

import java.util.Locale;
import java.util.Optional;

/** What a sample was measured for. */
public enum SampleRole {
    /** Stained cells under the stimulus whose divisions are asked for. */
    STIMULATED,
    /** Stained cells that did not divide: where the undivided peak lies. */
    UNDIVIDED,
    /** Cells without dye: their autofluorescence. */
    UNSTAINED;

    /** The role of this name, as sheets and tags write it. */
    static Optional<SampleRole> of(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "", "sample", "stimulated", "vehicle" -> Optional.of(STIMULATED);
            case "undivided", "unstimulated", "control" -> Optional.of(UNDIVIDED);
            case "unstained", "autofluorescence", "blank" -> Optional.of(UNSTAINED);
            default -> Optional.empty();
        };
    }
}

package org.kindlin.assays.blot;

import java.util.Locale;
import java.util.Optional;

/** What a lane is there for. */
enum LaneRole {
    SAMPLE,
    /** What fold changes are counted from: vehicle, untreated. */
    REFERENCE,
    /** Known weights. */
    LADDER,
    /** A dilution of known amount, for the linear range. */
    STANDARD,
    EMPTY;

    static Optional<LaneRole> parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "", "sample", "treated" -> Optional.of(SAMPLE);
            case "reference", "vehicle", "dmso", "untreated", "control" -> Optional.of(REFERENCE);
            case "ladder", "marker" -> Optional.of(LADDER);
            case "standard", "dilution" -> Optional.of(STANDARD);
            case "empty", "-", "blank" -> Optional.of(EMPTY);
            default -> Optional.empty();
        };
    }
}

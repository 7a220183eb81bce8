package org.kindlin.assays.transwell;

import java.util.Locale;
import java.util.Optional;

/** What cells have to cross. */
public enum Membrane {
    /** A bare membrane. */
    MIGRATION("migration|bare|uncoated|"),
    /** A membrane under matrix. */
    INVASION("invasion|matrigel|matrix|bme");

    private final String names;

    Membrane(String names) {
        this.names = names;
    }

    /** Empty where the text is none of the names. */
    static Optional<Membrane> of(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        for (Membrane membrane : values()) {
            if (name.matches(membrane.names)) {
                return Optional.of(membrane);
            }
        }
        return Optional.empty();
    }

    /** As subjects write it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

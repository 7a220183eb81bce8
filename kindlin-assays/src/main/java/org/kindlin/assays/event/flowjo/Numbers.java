package org.kindlin.assays.event.flowjo;

import java.util.Optional;

/** Numbers in attributes. */
final class Numbers {
    private Numbers() {}

    /** A finite number; empty where the text is none. */
    static Optional<Double> of(String text) {
        try {
            double value = Double.parseDouble(text.strip());
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

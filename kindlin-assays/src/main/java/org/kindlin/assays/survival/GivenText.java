package org.kindlin.assays.survival;

import java.util.Locale;
import java.util.Optional;

/** Whether an agent was given, as tables say it. */
final class GivenText {
    private GivenText() {}

    static Optional<Boolean> parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "1", "yes", "y", "true", "t", "+", "given" -> Optional.of(true);
            case "0", "no", "n", "false", "f", "-", "none", "vehicle", "control", "placebo" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}

package org.kindlin.assays.quantity;

import java.util.Optional;

/** A finite number as programs write it: a decimal point, no groups, no unit. */
public final class FiniteNumber {

    private FiniteNumber() {}

    /**
     * Reads a number; empty where the text is none, is not finite, or is one to Java alone ({@code 1d}, {@code 2f}): in a study
     * such a letter is a unit.
     */
    public static Optional<Double> parse(String text) {
        String plain = text.strip();
        if (plain.isEmpty() || Character.isLetter(plain.charAt(plain.length() - 1))) {
            return Optional.empty();
        }
        try {
            double value = Double.parseDouble(plain);
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

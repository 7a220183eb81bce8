package org.kindlin.assays.plate;

import java.util.OptionalDouble;

/**
 * What a reader recorded for one well: a number, or the typed reason why there is none. A missing number is never zero.
 */
public sealed interface Reading {

    /** A number the instrument measured or calculated; finite. */
    record Measured(double number) implements Reading {
        public Measured {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(number + " is no measurement");
            }
        }
    }

    /**
     * The detector was saturated.
     *
     * @param text what the file says
     */
    record Saturated(String text) implements Reading {}

    /**
     * The signal lay above the range ({@code OVRFLW}, {@code >3.5}).
     *
     * @param text what the file says
     */
    record Overflow(String text) implements Reading {}

    /**
     * The signal lay below the range ({@code <0.000}).
     *
     * @param text what the file says
     */
    record Underflow(String text) implements Reading {}

    /**
     * The reader's user left the well out in the instrument's software.
     *
     * @param text what the file says ({@code Masked}, {@code *0.356*})
     */
    record Masked(String text) implements Reading {}

    /** The well was not read. */
    record Empty() implements Reading {}

    /**
     * The file says something that is neither a number nor a known word.
     *
     * @param text what the file says
     */
    record Invalid(String text) implements Reading {}

    /** The reading of a well that was not read. */
    static Reading empty() {
        return new Empty();
    }

    /** The number, where there is one. */
    default OptionalDouble value() {
        return this instanceof Measured(double number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    default boolean isMeasured() {
        return this instanceof Measured;
    }

    /** Why there is no number, or the number, in words a report can print. */
    default String describe() {
        return switch (this) {
            case Measured(double number) -> Double.toString(number);
            case Saturated(String text) -> "detector saturated (" + text + ")";
            case Overflow(String text) -> "above the reader's range (" + text + ")";
            case Underflow(String text) -> "below the reader's range (" + text + ")";
            case Masked(String text) -> "left out in the reader's software (" + text + ")";
            case Empty() -> "not read";
            case Invalid(String text) -> "not a reading ('" + text + "')";
        };
    }
}

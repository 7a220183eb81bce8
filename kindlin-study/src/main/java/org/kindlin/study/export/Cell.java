package org.kindlin.study.export;

import org.jspecify.annotations.Nullable;

/** One value of an export table. */
public sealed interface Cell {

    record Text(String text) implements Cell {}

    /** A finite number. */
    record Numeric(double number) implements Cell {
        public Numeric {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(number + " is no value of a table");
            }
        }
    }

    record Whole(long number) implements Cell {}

    record Flag(boolean flag) implements Cell {}

    /** No value: it does not exist or could not be determined. */
    record Missing() implements Cell {}

    /** A text; missing where it is empty. */
    static Cell of(@Nullable String text) {
        return text == null || text.isEmpty() ? new Missing() : new Text(text);
    }

    /** A number; missing where it is null. */
    static Cell of(@Nullable Double number) {
        return number == null ? new Missing() : new Numeric(number);
    }
}

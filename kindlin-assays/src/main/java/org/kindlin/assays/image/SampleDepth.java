package org.kindlin.assays.image;

import java.util.OptionalDouble;

/**
 * What a sample was stored in.
 *
 * @param bits per sample
 * @param kind how they are read
 */
public record SampleDepth(int bits, Kind kind) {
    /** How the bits of a sample are read. */
    public enum Kind {
        UNSIGNED,
        SIGNED,
        FLOAT
    }

    /** The largest value the bits can hold, where there is one that a detector can run into. */
    public OptionalDouble ceiling() {
        return switch (kind) {
            case UNSIGNED -> OptionalDouble.of(StrictMath.pow(2, bits) - 1);
            case SIGNED -> OptionalDouble.of(StrictMath.pow(2, bits - 1.0) - 1);
            case FLOAT -> OptionalDouble.empty();
        };
    }

    /** {@code 16-bit}, {@code 32-bit float}. */
    public String text() {
        return bits + "-bit"
                + switch (kind) {
                    case UNSIGNED -> "";
                    case SIGNED -> " signed";
                    case FLOAT -> " float";
                };
    }
}

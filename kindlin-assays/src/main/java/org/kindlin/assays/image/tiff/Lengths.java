package org.kindlin.assays.image.tiff;

import java.util.Locale;
import java.util.OptionalDouble;

/** Units of length and time as image programs write them. */
final class Lengths {
    private Lengths() {}

    /** Micrometres in one of a unit; empty for pixels and for units nobody knows. */
    static OptionalDouble micrometres(String unit) {
        return switch (unit.strip()
                .toLowerCase(Locale.ROOT)
                .replace('\u00b5', 'u')
                .replace('\u03bc', 'u')) {
            case "um", "micron", "microns", "micrometer", "micrometre", "micrometers", "micrometres" ->
                OptionalDouble.of(1);
            case "pm" -> OptionalDouble.of(1e-6);
            case "\u00e5", "angstrom" -> OptionalDouble.of(1e-4);
            case "nm", "nanometer", "nanometers" -> OptionalDouble.of(1e-3);
            case "mm", "millimeter", "millimeters" -> OptionalDouble.of(1e3);
            case "cm", "centimeter", "centimeters" -> OptionalDouble.of(1e4);
            case "m", "meter", "meters" -> OptionalDouble.of(1e6);
            case "inch", "inches", "in" -> OptionalDouble.of(25_400);
            default -> OptionalDouble.empty();
        };
    }

    /** Seconds in one of a unit. */
    static OptionalDouble seconds(String unit) {
        return switch (unit.strip().toLowerCase(Locale.ROOT)) {
            case "s", "sec", "second", "seconds" -> OptionalDouble.of(1);
            case "ms", "msec", "millisecond", "milliseconds" -> OptionalDouble.of(1e-3);
            case "min", "minute", "minutes" -> OptionalDouble.of(60);
            case "h", "hr", "hour", "hours" -> OptionalDouble.of(3600);
            case "d", "day" -> OptionalDouble.of(86_400);
            default -> OptionalDouble.empty();
        };
    }
}

package org.kindlin.assays.tracks;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a file says of its units.
 *
 * @param micrometres in one unit of space; empty for pixels and where nothing is said
 * @param minutes in one unit of time; empty for frames and where nothing is said
 */
record RawUnits(OptionalDouble micrometres, OptionalDouble minutes) {
    static final RawUnits NONE = new RawUnits(OptionalDouble.empty(), OptionalDouble.empty());

    /** Micrometres in the unit of this name; empty where it is a pixel or unknown. */
    static OptionalDouble length(String unit) {
        return switch (normal(unit)) {
            case "um", "micron", "microns", "micrometer", "micrometers", "micrometre", "micrometres" ->
                OptionalDouble.of(1);
            case "nm", "nanometer", "nanometre" -> OptionalDouble.of(1e-3);
            case "mm", "millimeter", "millimetre" -> OptionalDouble.of(1e3);
            case "cm" -> OptionalDouble.of(1e4);
            default -> OptionalDouble.empty();
        };
    }

    /** Minutes in the unit of this name; empty where it is a frame or unknown. */
    static OptionalDouble time(String unit) {
        return switch (normal(unit)) {
            case "s", "sec", "secs", "second", "seconds" -> OptionalDouble.of(1.0 / 60);
            case "ms", "msec", "millisecond", "milliseconds" -> OptionalDouble.of(1.0 / 60_000);
            case "min", "mins", "minute", "minutes" -> OptionalDouble.of(1);
            case "h", "hr", "hour", "hours" -> OptionalDouble.of(60);
            case "d", "day", "days" -> OptionalDouble.of(1440);
            default -> OptionalDouble.empty();
        };
    }

    private static String normal(String unit) {
        return unit.strip()
                .toLowerCase(Locale.ROOT)
                .replace('\u00b5', 'u')
                .replace('\u03bc', 'u')
                .replaceAll("[()\\[\\]]", "")
                .strip();
    }
}

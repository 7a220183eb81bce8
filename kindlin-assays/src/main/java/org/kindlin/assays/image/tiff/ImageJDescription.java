package org.kindlin.assays.image.tiff;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.kindlin.assays.image.ImageScale;

/** What ImageJ writes into the description of a TIFF: {@code key=value} lines after {@code ImageJ=version}. */
final class ImageJDescription {
    private static final int MOST_IMAGES = 1 << 24;

    private final Map<String, String> values = new TreeMap<>();

    private ImageJDescription() {}

    static Optional<ImageJDescription> of(String description) {
        if (!description.startsWith("ImageJ=")) {
            return Optional.empty();
        }
        ImageJDescription parsed = new ImageJDescription();
        description.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                parsed.values.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        });
        return Optional.of(parsed);
    }

    /** Number of pictures, in directories of their own or not. */
    int images() {
        return whole("images");
    }

    /** Whether the program shows the samples through a function of its own, such as an offset of signed numbers. */
    boolean hasValueFunction() {
        return values.containsKey("c0");
    }

    /** Scale and time; {@code resolution} is pixels per unit of length. */
    ImageScale scale(double resolution) {
        return new ImageScale(
                pixelSize(resolution),
                frameInterval(),
                whole("channels"),
                whole("slices"),
                whole("frames"),
                ImageScale.CHANNELS_FIRST);
    }

    private OptionalDouble pixelSize(double resolution) {
        OptionalDouble micrometres = Lengths.micrometres(unescaped(values.getOrDefault("unit", "")));
        return micrometres.isPresent() && resolution > 0
                ? OptionalDouble.of(micrometres.getAsDouble() / resolution)
                : OptionalDouble.empty();
    }

    /** Seconds unless {@code tunit} says otherwise. */
    private OptionalDouble frameInterval() {
        OptionalDouble seconds = Lengths.seconds(values.getOrDefault("tunit", "s"));
        double interval = number("finterval");
        return seconds.isPresent() && interval > 0
                ? OptionalDouble.of(interval * seconds.getAsDouble())
                : OptionalDouble.empty();
    }

    private int whole(String key) {
        double number = number(key);
        return number >= 1 && number <= MOST_IMAGES ? (int) number : 1;
    }

    private double number(String key) {
        try {
            return Double.parseDouble(values.getOrDefault(key, ""));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** ImageJ writes the micro sign as an escape. */
    private static String unescaped(String unit) {
        return unit.toLowerCase(Locale.ROOT).replace("\\u00b5", "u");
    }
}

package org.kindlin.assays.adhesion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;

/** Every protocol key of the adhesion assay. */
final class AdhesionKeys {
    static final Key<String> LAYOUT = Key.file(
            "layout",
            "Table of the pictures: image, and as needed condition and role (control); conditions are compared");
    static final Key<Double> PIXEL_SIZE =
            Key.number("pixelSize", 1e-4, 1e3, null, "Width of a pixel in um; by default what the files say");
    static final Key<Quantity> INTERVAL =
            Key.positive("interval", Unit.MINUTE, null, "Time between frames of a film; by default what the files say");
    static final Key<Double> LEAST = Key.number(
            "leastArea",
            0,
            1e6,
            null,
            "Smallest adhesion in um2 (pixels without a pixel size); 0.25 um2 or 9 pixels if not stated");
    static final Key<Double> CONTRAST = Key.number(
            "contrast", 1, 100, "5", "How many deviations of the background's noise an adhesion stands out by");
    static final Key<Double> OFFSET = Key.number(
            "cameraOffset",
            0,
            1e6,
            null,
            "Counts of the camera without light; with it films are corrected for bleaching by the fading of their ground");
    static final Key<Double> LEVEL = Key.number("level", 0.5, 0.9999, "0.95", "Confidence level of intervals");

    static final List<Key<?>> ALL = List.of(LAYOUT, PIXEL_SIZE, INTERVAL, LEAST, CONTRAST, OFFSET, LEVEL);

    private AdhesionKeys() {}

    static AdhesionProtocol protocol(Resolved settings) {
        return new AdhesionProtocol(
                number(settings.find(PIXEL_SIZE)),
                number(settings.find(INTERVAL).map(time -> time.in(Unit.MINUTE))),
                number(settings.find(LEAST)),
                settings.get(CONTRAST),
                number(settings.find(OFFSET)),
                settings.get(LEVEL));
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}

package org.kindlin.assays.event.flowjo;

import java.util.Optional;
import org.kindlin.numerics.scale.Scale;

/**
 * How FlowJo displays a channel: on a scale, or linearly from one value to another.
 *
 * @param scale empty for a linear display
 * @param from value at the left of a linear display
 * @param to value at its right
 */
record DisplayAxis(Optional<Scale> scale, double from, double to) {
    private static final double DISPLAY = 256;

    static DisplayAxis linear(double from, double to) {
        return new DisplayAxis(Optional.empty(), from, to);
    }

    static DisplayAxis of(Scale scale) {
        return new DisplayAxis(Optional.of(scale), 0, 1);
    }

    /** A coordinate of the 256 x 256 display as gates have it: a place on the scale, or a value of a linear display. */
    double fromDisplay(double coordinate) {
        return from + coordinate / DISPLAY * (to - from);
    }

    /** A data value as gates have it. */
    double fromValue(double value) {
        return scale.map(s -> s.apply(value)).orElse(value);
    }
}

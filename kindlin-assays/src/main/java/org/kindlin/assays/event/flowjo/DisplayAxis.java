package org.kindlin.assays.event.flowjo;

import java.util.Optional;
import org.kindlin.numerics.scale.BiexScale;
import org.kindlin.numerics.scale.FlooredLogScale;
import org.kindlin.numerics.scale.Scale;

/**
 * How FlowJo displays a channel: on a scale, or linearly from one value to another. FlowJo moves an event beyond the end of
 * an axis to that end before it tests a gate, so that a rectangle that reaches the end holds what lies beyond.
 *
 * @param scale empty for a linear display
 * @param from value at the left of a linear display
 * @param to value at its right
 * @param lowest end below which nothing stays; minus infinity where that is not known
 * @param highest end above which nothing stays; infinity where there is none, or it is not known
 * @param unit what a value of a linear display is multiplied by to be one of the file; 1 but for time
 */
record DisplayAxis(Optional<Scale> scale, double from, double to, double lowest, double highest, double unit) {
    private static final double DISPLAY = 256;

    /** A linear display of which it is not known whether it has ends. */
    static DisplayAxis linear(double from, double to) {
        return new DisplayAxis(Optional.empty(), from, to, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1);
    }

    /** A linear display to whose ends events are moved. */
    static DisplayAxis ended(double from, double to) {
        return new DisplayAxis(Optional.empty(), from, to, from, to, 1);
    }

    /** Biexponential tables and logarithms end below; nothing is moved at their top. */
    static DisplayAxis of(Scale scale) {
        double lowest = switch (scale) {
            case BiexScale biex -> biex.invert(0);
            case FlooredLogScale log -> log.offset();
            default -> Double.NEGATIVE_INFINITY;
        };
        return new DisplayAxis(Optional.of(scale), 0, 1, lowest, Double.POSITIVE_INFINITY, 1);
    }

    /** The same linear display, whose values are those of the file divided by this. */
    DisplayAxis inUnits(double factor) {
        return new DisplayAxis(scale, from * factor, to * factor, lowest * factor, highest * factor, factor);
    }

    boolean isLinear() {
        return scale.isEmpty();
    }

    /** A coordinate of the 256 x 256 display as gates have it: a place on the scale, or a value of a linear display. */
    double fromDisplay(double coordinate) {
        return from + coordinate / DISPLAY * (to - from);
    }

    /** A data value as gates have it. */
    double fromValue(double value) {
        return scale.map(s -> s.apply(value)).orElse(value * unit);
    }

    /** Limits of a rectangle, lower and upper, on the linear scale: open where they reach an end of the axis. */
    double[] opened(double[] limits) {
        double low = limits[0] * unit;
        double high = limits[1] * unit;
        boolean isBeyond = high < lowest || low > highest;
        return isBeyond
                ? new double[] {low, high}
                : new double[] {
                    low <= lowest ? Double.NEGATIVE_INFINITY : low, high >= highest ? Double.POSITIVE_INFINITY : high
                };
    }
}

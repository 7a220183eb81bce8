package org.kindlin.figures;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One axis: what it measures, in which unit, on which scale.
 *
 * @param limits data values at the ends; found from the data when null
 * @param included values that the axis must reach whatever the data say
 * @param zeroLabel on a log axis, the label of a zero position set apart by a break; null for none
 */
public record Axis(
        String label,
        String unit,
        Transform transform,
        @Nullable Range limits,
        List<Double> included,
        @Nullable String zeroLabel) {

    public Axis {
        included = List.copyOf(included);
        if (zeroLabel != null && !(transform instanceof LogTransform)) {
            throw new IllegalArgumentException("only a log axis has a zero position of its own");
        }
        if (limits != null && !(transform.isDefined(limits.low()) && transform.isDefined(limits.high()))) {
            throw new IllegalArgumentException("the limits " + limits + " have no place on the axis " + label);
        }
    }

    public static Axis of(String label, String unit, Transform transform) {
        return new Axis(label, unit, transform, null, List.of(), null);
    }

    public static Axis linear(String label, String unit) {
        return of(label, unit, new LinearTransform());
    }

    /** A linear axis of what is counted: ticks at whole numbers only. */
    public static Axis counts(String label) {
        return of(label, "", new LinearTransform(true));
    }

    public static Axis log(String label, String unit) {
        return of(label, unit, new LogTransform());
    }

    public static Axis categories(String label, List<String> names) {
        return of(label, "", new CategoryTransform(names));
    }

    /** The same axis from exactly low to high; marks beyond are drawn as off-scale at the edge. */
    public Axis limits(double low, double high) {
        return new Axis(label, unit, transform, new Range(low, high), included, zeroLabel);
    }

    /** The same axis, reaching at least these values. */
    public Axis including(Double... values) {
        List<Double> all = Stream.concat(included.stream(), Stream.of(values)).toList();
        return new Axis(label, unit, transform, limits, all, zeroLabel);
    }

    /** The same log axis with a position for zero, left of a break, under this label ("0", "vehicle"). */
    public Axis zero(String name) {
        return new Axis(label, unit, transform, limits, included, name);
    }

    /** "defactinib (nM)"; the label alone for a quantity without unit. */
    public String title() {
        return unit.isEmpty() ? label : label + " (" + unit + ")";
    }
}

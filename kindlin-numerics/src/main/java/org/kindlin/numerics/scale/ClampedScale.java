package org.kindlin.numerics.scale;

/**
 * A scale whose places are moved into a range: below it to its lowest place, above it to its highest (Gating-ML 2.0,
 * {@code boundMin} and {@code boundMax}).
 *
 * @param lowest place; minus infinity for none
 * @param highest place, not below the lowest; infinity for none
 */
public record ClampedScale(Scale scale, double lowest, double highest) implements Scale {
    public ClampedScale {
        Domain.require(lowest <= highest, "clamped", "lowest place", lowest, "at most " + highest);
    }

    @Override
    public double apply(double value) {
        double place = scale.apply(value);
        return place < lowest ? lowest : Math.min(place, highest);
    }

    /** A value at the place moved into the range; one of many at its ends. */
    @Override
    public double invert(double place) {
        return scale.invert(place < lowest ? lowest : Math.min(place, highest));
    }
}

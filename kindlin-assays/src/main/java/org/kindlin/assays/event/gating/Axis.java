package org.kindlin.assays.event.gating;

import java.util.Optional;
import org.kindlin.numerics.scale.ColumnScale;

/**
 * What a gate sees along one of its dimensions: linear values, and the scale that it is drawn on.
 *
 * @param scale empty for the linear scale of the instrument
 */
record Axis(Values values, Optional<ColumnScale> scale) {
    /** Largest error of a quick place, ten times what the table promises. */
    static final double TOLERANCE = 10 * ColumnScale.TOLERANCE;

    boolean isLinear() {
        return scale.isEmpty();
    }

    /** The place of a linear value. */
    double place(double value) {
        return scale.isPresent() ? scale.get().scale().apply(value) : value;
    }

    /** The place of a linear value to {@link #TOLERANCE}. */
    double quickPlace(double value) {
        return scale.isPresent() ? scale.get().apply(value) : value;
    }

    /** The least linear value whose place is at or above this one; NaN for none. */
    double threshold(double place) {
        return scale.isPresent() ? Threshold.of(scale.get().scale(), place) : place;
    }

    /** A linear value at a place. */
    double invert(double place) {
        return scale.isPresent() ? scale.get().scale().invert(place) : place;
    }
}

package org.kindlin.assays.event.gating;

import org.kindlin.numerics.scale.Scale;

/** A transformation of a Gating-ML document: of one value to a place on a scale, or of two to their ratio. */
public sealed interface Transformation {
    String id();

    /** A scale, with the bounds it is clamped to, if any, in the {@link Scale} itself. */
    record OnScale(String id, Scale scale) implements Transformation {}

    /**
     * {@code fratio(x, y) = A (x - B)/(y - C)} (Gating-ML 2.0, 6.6), clamped to its bounds.
     *
     * @param factor A
     * @param numeratorOffset B
     * @param denominatorOffset C
     * @param numerator channel of x, under the compensation of the dimension that uses the ratio
     * @param denominator channel of y
     * @param lowest bound; minus infinity for none
     * @param highest bound; infinity for none
     */
    record Ratio(
            String id,
            double factor,
            double numeratorOffset,
            double denominatorOffset,
            String numerator,
            String denominator,
            double lowest,
            double highest)
            implements Transformation {

        double of(double x, double y) {
            double ratio = factor * (x - numeratorOffset) / (y - denominatorOffset);
            return ratio < lowest ? lowest : ratio > highest ? highest : ratio;
        }
    }
}

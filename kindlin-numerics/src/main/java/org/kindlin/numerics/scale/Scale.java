package org.kindlin.numerics.scale;

/**
 * A monotone map from a measured value to a place on a display scale, on which the highest value of the range, T, is 1.
 *
 * <p>Equal scales are equal objects, so a map of scales to their {@link ColumnScale} tables works.
 */
public sealed interface Scale
        permits LinearScale,
                LogScale,
                FlooredLogScale,
                ArcsinhScale,
                LogicleScale,
                HyperlogScale,
                BiexScale,
                ClampedScale {

    /** The place of a value on the scale; NaN where the scale is not defined there. */
    double apply(double value);

    /** The value at a place on the scale. */
    double invert(double place);

    /** The same scale for whole columns of numbers; its table fills as numbers come, so keep it. */
    default ColumnScale forColumns() {
        return ColumnScale.of(this);
    }
}

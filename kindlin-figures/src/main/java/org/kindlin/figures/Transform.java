package org.kindlin.figures;

import java.util.List;

/**
 * A strictly increasing map from data values to positions along an axis, with the ticks that suit it.
 *
 * <p>{@link LinearTransform}, {@link LogTransform} and {@link CategoryTransform} are given; a biexponential or logicle
 * axis is one more implementation.
 */
public interface Transform {

    /** Position of a value; only defined where {@link #isDefined} says so. */
    double position(double value);

    /** The value at a position: the inverse of {@link #position}. */
    double value(double position);

    /** Whether a value has a position on this kind of axis. */
    boolean isDefined(double value);

    /** The range of positions to show for data that span {@code data} positions: the data and some air. */
    Range show(Range data);

    /** Ways to tick the values from low to high, the preferred first; the axis takes the first whose labels fit. */
    List<Ticks> candidates(Range values);
}

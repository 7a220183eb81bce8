package org.kindlin.numerics.scale;

import org.kindlin.numerics.column.ColumnKernel;
import org.kindlin.numerics.column.PlaceTable;

/**
 * A scale for columns whose places are kept in single precision: the same places as {@link Scale#apply} to
 * {@value #TOLERANCE}, relative to places beyond 1, faster than {@link ColumnScale}.
 *
 * <p>From a {@link PlaceTable} whose top octave holds the value at place 1; where that does not know, from the scale itself.
 */
public final class RoundedScale {
    /** Largest error of a place. */
    public static final double TOLERANCE = 2.5e-7;

    private static final double TABLE_TOLERANCE = 1.5e-7;
    private static final int MOST_EXPONENT = 100;

    private final ColumnScale scale;
    private final PlaceTable table;

    /** The same scale, kept in single precision. */
    public RoundedScale(ColumnScale scale) {
        this.scale = scale;
        int top = Math.getExponent(Math.abs(scale.scale().invert(1))) - PlaceTable.OCTAVES + 1;
        this.table =
                PlaceTable.of(scale.scale()::apply, Math.clamp(top, -MOST_EXPONENT, MOST_EXPONENT), TABLE_TOLERANCE);
    }

    /** Places of the first numbers of a column, written to another from {@code to} on. */
    public void apply(ColumnKernel kernel, double[] values, int count, float[] places, int to) {
        if (kernel.place(table, values, count, places, to)) {
            return;
        }
        for (int i = 0; i < count; i++) {
            if (Float.isNaN(places[to + i])) {
                places[to + i] = (float) scale.apply(values[i]);
            }
        }
    }
}

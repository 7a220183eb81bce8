package org.kindlin.numerics.scale;

import java.util.Arrays;

/**
 * A scale for columns whose places are kept in single precision: the same places as {@link Scale#apply} to
 * {@value #TOLERANCE}, relative to places beyond 1, faster than {@link ColumnScale}.
 *
 * <p>The sign, the exponent and the top six bits of the mantissa of a value, rounded to single precision, name a cell, in
 * which the scale is a parabola. As in {@link ColumnScale} it is computed when a value first falls into the cell, compared
 * there with the scale, and NaN where the scale itself must be asked, which makes the table fit to be shared among threads.
 */
public final class RoundedScale {
    /** Largest error of a place. */
    public static final double TOLERANCE = 2.5e-7;

    private static final double PARABOLA_TOLERANCE = 1e-8;
    private static final double NEGLIGIBLE = 1e-10;
    private static final int SHIFT = 23 - 6;
    private static final int CELLS = 1 << (Integer.SIZE - SHIFT);
    private static final int STRIDE_BITS = 2;
    private static final double NODE = StrictMath.sqrt(0.75);
    /** Where a parabola through Chebyshev's nodes errs most. */
    private static final double[] CHECKED = {-1, -0.5, 0.5, 1};

    private final ColumnScale scale;
    private final float[] coefficients = new float[CELLS << STRIDE_BITS];
    private final boolean[] tried = new boolean[CELLS];

    /** The same scale, kept in single precision. */
    public RoundedScale(ColumnScale scale) {
        this.scale = scale;
        Arrays.fill(coefficients, Float.NaN);
    }

    /** Places of the first numbers of a column, written to another from {@code to} on. */
    public void apply(double[] values, int count, float[] places, int to) {
        float[] c = coefficients;
        for (int i = 0; i < count; i++) {
            float value = (float) values[i];
            int bits = Float.floatToRawIntBits(value);
            int at = bits >>> SHIFT << STRIDE_BITS;
            float x = value - Float.intBitsToFloat(bits >> SHIFT << SHIFT);
            float place = c[at] + x * (c[at + 1] + x * c[at + 2]);
            places[to + i] = Float.isNaN(place) ? settled(values[i], bits) : place;
        }
    }

    /** A place in a cell that has no parabola, or none yet. */
    private float settled(double value, int bits) {
        int cell = bits >>> SHIFT;
        if (!tried[cell]) {
            settle(cell, Float.intBitsToFloat(bits >> SHIFT << SHIFT), Float.intBitsToFloat(bits | (1 << SHIFT) - 1));
            tried[cell] = true;
        }
        return (float) scale.apply(value);
    }

    /** The parabola of a cell about its end nearer zero. */
    private void settle(int cell, double near, double far) {
        double radius = 0.5 * (far - near);
        double middle = near + radius;
        double centre = scale.apply(middle);
        double above = scale.apply(middle + NODE * radius) - centre;
        double below = scale.apply(middle - NODE * radius) - centre;
        double slope = (above - below) / (2 * NODE);
        double bend = (above + below) / (2 * NODE * NODE);
        for (double t : CHECKED) {
            double error = centre + t * (slope + t * bend) - scale.apply(middle + t * radius);
            if (!(Math.abs(error) <= PARABOLA_TOLERANCE * Math.max(1, Math.abs(centre)))) {
                return;
            }
        }
        int at = cell << STRIDE_BITS;
        coefficients[at + 2] = Math.abs(bend) < NEGLIGIBLE ? 0 : (float) (bend / (radius * radius));
        coefficients[at + 1] =
                Math.abs(slope) + Math.abs(bend) < NEGLIGIBLE ? 0 : (float) ((slope - 2 * bend) / radius);
        coefficients[at] = (float) (centre - slope + bend);
    }
}

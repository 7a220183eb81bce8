package org.kindlin.numerics.scale;

import java.util.Arrays;

/**
 * A scale for columns of single-precision numbers: the same places as {@link Scale#apply}, to {@value #TOLERANCE}, at a few
 * nanoseconds each.
 *
 * <p>The sign, the exponent and the top five bits of the mantissa of a float name a cell, 32 an octave and sign. In each the
 * scale is a polynomial of degree five about the middle of the cell, through the scale's own places at Chebyshev's nodes.
 * Cells over a range of octaves about those in which the scale bends are computed when the table is built, and each is
 * compared there with the scale between the nodes; a number in any other cell, or in one that fails, is handed to the scale
 * itself. So speed depends on where the numbers lie, but the answer does not.
 */
public final class ColumnScale {
    /** Largest error of a place against the scale's own. */
    public static final double TOLERANCE = 1e-13;

    private static final int MANTISSA_BITS = 5;
    private static final int SHIFT = 23 - MANTISSA_BITS;
    private static final int CELLS = 1 << (32 - SHIFT);
    private static final int OCTAVE = 1 << MANTISSA_BITS;
    private static final int HALF_CELL = 1 << (SHIFT - 1);
    private static final int DEGREE = 5;
    private static final int STRIDE = DEGREE + 1;
    private static final int OCTAVES_BELOW_TOP = 32;
    private static final int OCTAVES_ABOVE_TOP = 2;
    /** Where a polynomial through Chebyshev's nodes errs most: the ends, and between the middle nodes. */
    private static final double[] CHECKED = {-1, 0, 1};

    private final Scale scale;
    /** For each cell, where its coefficients start; -1 for none. */
    private final int[] start;

    private final double[] coefficients;

    private ColumnScale(Scale scale, int[] start, double[] coefficients) {
        this.scale = scale;
        this.start = start;
        this.coefficients = coefficients;
    }

    static ColumnScale of(Scale scale) {
        int[] start = new int[CELLS];
        Arrays.fill(start, -1);
        double[] coefficients = new double[2 * (OCTAVES_BELOW_TOP + OCTAVES_ABOVE_TOP) * OCTAVE * STRIDE];
        int topExponent = Math.getExponent((float) Math.abs(scale.invert(1))) + 127;
        int first = Math.clamp(topExponent - OCTAVES_BELOW_TOP, 1, 254) << MANTISSA_BITS;
        int last = Math.clamp(topExponent + OCTAVES_ABOVE_TOP, 1, 254) << MANTISSA_BITS;
        int used = 0;
        for (int sign = 0; sign < 2; sign++) {
            for (int cell = first; cell < last; cell++) {
                int index = sign * (CELLS / 2) + cell;
                double[] polynomial = polynomial(scale, index);
                if (polynomial.length > 0) {
                    System.arraycopy(polynomial, 0, coefficients, used, STRIDE);
                    start[index] = used;
                    used += STRIDE;
                }
            }
        }
        return new ColumnScale(scale, start, Arrays.copyOf(coefficients, used));
    }

    /** The scale itself. */
    public Scale scale() {
        return scale;
    }

    /** The place of one number. */
    public double apply(float value) {
        int bits = Float.floatToRawIntBits(value);
        int at = start[bits >>> SHIFT];
        if (at < 0) {
            return scale.apply(value);
        }
        double x = value - Float.intBitsToFloat(bits >> SHIFT << SHIFT | HALF_CELL);
        double[] c = coefficients;
        return c[at] + x * (c[at + 1] + x * (c[at + 2] + x * (c[at + 3] + x * (c[at + 4] + x * c[at + 5]))));
    }

    /** Places of numbers {@code from .. from + count - 1} of a column, written to the same array from {@code to} on. */
    public void apply(float[] values, int from, double[] places, int to, int count) {
        for (int i = 0; i < count; i++) {
            places[to + i] = apply(values[from + i]);
        }
    }

    /** As {@link #apply(float[], int, double[], int, int)}, rounded to single precision; the arrays may be the same. */
    public void apply(float[] values, int from, float[] places, int to, int count) {
        for (int i = 0; i < count; i++) {
            places[to + i] = (float) apply(values[from + i]);
        }
    }

    /** The polynomial of a cell, empty where it is not the scale to within the tolerance. */
    private static double[] polynomial(Scale scale, int cell) {
        double middle = Float.intBitsToFloat(cell << SHIFT | HALF_CELL);
        double radius = Math.abs(middle - Float.intBitsToFloat(cell << SHIFT));
        double[] nodes = new double[STRIDE];
        double[] divided = new double[STRIDE];
        for (int i = 0; i < STRIDE; i++) {
            nodes[i] = StrictMath.cos(Math.PI * (i + 0.5) / STRIDE);
            divided[i] = scale.apply(middle + radius * nodes[i]);
        }
        for (int order = 1; order < STRIDE; order++) {
            for (int i = DEGREE; i >= order; i--) {
                divided[i] = (divided[i] - divided[i - 1]) / (nodes[i] - nodes[i - order]);
            }
        }
        double[] powers = powers(divided, nodes);
        for (double t : CHECKED) {
            double error = horner(powers, t) - scale.apply(middle + radius * t);
            if (!(Math.abs(error) <= 0.5 * TOLERANCE)) {
                return new double[0];
            }
        }
        double power = 1;
        for (int i = 0; i < STRIDE; i++) {
            powers[i] /= power;
            power *= radius;
        }
        return Arrays.stream(powers).allMatch(Double::isFinite) ? powers : new double[0];
    }

    /** Coefficients of powers from those of Newton's form. */
    private static double[] powers(double[] divided, double[] nodes) {
        double[] powers = new double[STRIDE];
        for (int i = DEGREE; i >= 0; i--) {
            for (int k = DEGREE; k > 0; k--) {
                powers[k] = powers[k - 1] - nodes[i] * powers[k];
            }
            powers[0] = divided[i] - nodes[i] * powers[0];
        }
        return powers;
    }

    private static double horner(double[] powers, double t) {
        double value = 0;
        for (int i = DEGREE; i >= 0; i--) {
            value = powers[i] + t * value;
        }
        return value;
    }
}

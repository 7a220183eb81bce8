package org.kindlin.numerics.scale;

import java.util.Arrays;
import org.kindlin.numerics.column.Chebyshev;

/**
 * A scale for columns of numbers: the same places as {@link Scale#apply}, to {@value #TOLERANCE}, at a few nanoseconds each.
 *
 * <p>The sign, the exponent and the top five bits of the mantissa of a number name a cell, 32 an octave and sign. In each the
 * scale is a polynomial of degree five about the middle of the cell, through the scale's own places at Chebyshev's nodes.
 * A cell of the octaves about those in which the scale bends is computed when a number first falls into it, and compared
 * there with the scale between the nodes; a number in any other cell, or in one that fails, is handed to the scale itself.
 * So speed depends on where the numbers lie, but the answer does not.
 *
 * <p>May be shared among threads: a cell's coefficients are NaN until they are there, and a place that comes out as NaN is
 * never believed.
 */
public final class ColumnScale {
    /** Largest error of a place against the scale's own. */
    public static final double TOLERANCE = 1e-13;

    private static final int MANTISSA_BITS = 5;
    private static final int SHIFT = 52 - MANTISSA_BITS;
    private static final int OCTAVE = 1 << MANTISSA_BITS;
    private static final int MAGNITUDE = (1 << (Long.SIZE - 1 - SHIFT)) - 1;
    private static final long HALF_CELL = 1L << (SHIFT - 1);
    private static final int DEGREE = 5;
    private static final int STRIDE = DEGREE + 1;
    private static final int OCTAVES_BELOW_TOP = 32;
    private static final int OCTAVES_ABOVE_TOP = 2;
    /** Where a polynomial through Chebyshev's nodes errs most: the ends, and between the middle nodes. */
    private static final double[] CHECKED = {-1, 0, 1};

    private final Scale scale;
    /** Exponent and mantissa bits of the first cell of either sign. */
    private final int first;

    private final int cells;
    /** Of the cells of positive numbers, then of those of negative ones; NaN where there are none. */
    private final double[] coefficients;

    private final boolean[] tried;

    private ColumnScale(Scale scale, int first, int cells) {
        this.scale = scale;
        this.first = first;
        this.cells = cells;
        this.coefficients = new double[2 * cells * STRIDE];
        this.tried = new boolean[2 * cells];
        Arrays.fill(coefficients, Double.NaN);
    }

    static ColumnScale of(Scale scale) {
        int top = Math.getExponent(Math.abs(scale.invert(1))) + Double.MAX_EXPONENT;
        int first = Math.clamp(top - OCTAVES_BELOW_TOP, 1, 2 * Double.MAX_EXPONENT);
        int end = Math.clamp(top + OCTAVES_ABOVE_TOP, 1, 2 * Double.MAX_EXPONENT);
        return new ColumnScale(scale, first * OCTAVE, (end - first) * OCTAVE);
    }

    /** The scale itself. */
    public Scale scale() {
        return scale;
    }

    /** The place of one number. */
    public double apply(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int cell = ((int) (bits >>> SHIFT) & MAGNITUDE) - first;
        if (cell < 0 || cell >= cells) {
            return scale.apply(value);
        }
        int index = bits < 0 ? cell + cells : cell;
        double place = polynomial(index * STRIDE, value - middle(bits));
        return Double.isNaN(place) ? settled(value, bits, index) : place;
    }

    private double polynomial(int at, double x) {
        double[] c = coefficients;
        return c[at] + x * (c[at + 1] + x * (c[at + 2] + x * (c[at + 3] + x * (c[at + 4] + x * c[at + 5]))));
    }

    /** The middle of the cell of a number. */
    private static double middle(long bits) {
        return Double.longBitsToDouble(bits >> SHIFT << SHIFT | HALF_CELL);
    }

    /** A place in a cell that has no polynomial, or none yet. */
    private double settled(double value, long bits, int index) {
        if (!tried[index]) {
            double middle = middle(bits);
            double radius = Math.abs(middle - Double.longBitsToDouble(bits >> SHIFT << SHIFT));
            double[] polynomial = polynomial(scale, middle, radius);
            System.arraycopy(polynomial, 0, coefficients, index * STRIDE, polynomial.length);
            tried[index] = true;
        }
        return scale.apply(value);
    }

    /** Places of the first numbers of a column, written to the front of an array, which may be the same. */
    public void apply(double[] values, double[] places, int count) {
        for (int i = 0; i < count; i++) {
            places[i] = apply(values[i]);
        }
    }

    /** The polynomial of a cell, empty where it is not the scale to within the tolerance. */
    private static double[] polynomial(Scale scale, double middle, double radius) {
        double[] powers = Chebyshev.powers(t -> scale.apply(middle + radius * t), DEGREE);
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

    private static double horner(double[] powers, double t) {
        double value = 0;
        for (int i = DEGREE; i >= 0; i--) {
            value = powers[i] + t * value;
        }
        return value;
    }
}

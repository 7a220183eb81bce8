package org.kindlin.numerics.column;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A function of any sign's numbers that bends like a logarithm far from zero, as a few polynomials in single precision.
 *
 * <p>With {@code y = |x| + b}, b a power of two, sixteen octaves of y from b up, each in two halves of equal width, have a
 * polynomial of degree {@value #DEGREE} each in the distance of y's mantissa, from 1 to 2, from the middle of its half, through
 * the function's values at Chebyshev's nodes. The place of a negative number is {@code 2 f(0) - f(-x)}, as it is on all scales
 * of the field. Numbers outside, those of halves in which the polynomial is not the function, and negative ones of functions
 * without this symmetry have no place: NaN.
 */
public final class PlaceTable {
    /** Octaves of magnitudes. */
    public static final int OCTAVES = 16;

    static final int DEGREE = 5;
    static final int TERMS = DEGREE + 1;
    static final int CELLS = 2 * OCTAVES;
    /** Bits of a float's mantissa within a half octave. */
    static final int CELL_BITS = Float.PRECISION - 2;

    static final int IN_CELL = (1 << CELL_BITS) - 1;
    static final int ONE = Float.MAX_EXPONENT << (Float.PRECISION - 1);
    /** The middle of the half octave from 1 up. */
    static final float MIDDLE = 1.25f;

    static final int SIGN = Integer.MIN_VALUE;

    /** From the coefficients of a cell to those of the next. */
    static final int STRIDE = Integer.highestOneBit(TERMS) * 2;

    private static final double RADIUS = 0.25;
    /** Where a polynomial through Chebyshev's nodes errs most: between them and at both ends. */
    private static final int CHECKED = TERMS;

    private final float offset;
    private final float limit;
    private final float least;
    private final int firstCell;
    private final boolean isComplete;
    /** Bits of twice the place of zero. */
    private final int mirror;
    /** By cell, then by power. */
    private final float[] byCell = new float[CELLS * STRIDE];
    /** The same bits by power, then by cell. */
    private final int[] byPower = new int[CELLS * TERMS];

    private PlaceTable(DoubleUnaryOperator function, int lowest, double tolerance) {
        this.offset = Math.scalb(1f, lowest);
        this.limit = Math.scalb(1f, lowest + OCTAVES);
        this.firstCell = 2 * (lowest + Float.MAX_EXPONENT);
        float twice = (float) (2 * function.applyAsDouble(0));
        this.mirror = Float.floatToRawIntBits(twice);
        boolean isSymmetric = true;
        for (int cell = 0; cell < CELLS; cell++) {
            double bottom = Math.scalb(1.0, lowest + cell / 2);
            double middle = MIDDLE + cell % 2 * 2 * RADIUS;
            DoubleUnaryOperator within = t -> function.applyAsDouble(bottom * (middle + t) - offset);
            float[] powers = powers(within, tolerance);
            isSymmetric &= Float.isNaN(powers[0])
                    || isFunction(
                            powers, t -> twice - function.applyAsDouble(-(bottom * (middle + t) - offset)), tolerance);
            for (int k = 0; k < TERMS; k++) {
                byCell[cell * STRIDE + k] = powers[k];
                byPower[k * CELLS + cell] = Float.floatToRawIntBits(powers[k]);
            }
        }
        this.least = isSymmetric ? -limit : 0;
        this.isComplete = isSymmetric && !Float.isNaN(sum(byCell));
    }

    /**
     * The table of a function.
     *
     * @param lowest exponent of b; from -100 to 100
     * @param tolerance of a place, relative to places beyond 1; below it half octaves have no places
     */
    public static PlaceTable of(DoubleUnaryOperator function, int lowest, double tolerance) {
        return new PlaceTable(function, lowest, tolerance);
    }

    /** Coefficients of the polynomial on a quarter about zero; NaN where it errs. */
    private static float[] powers(DoubleUnaryOperator function, double tolerance) {
        double[] powers = Chebyshev.powers(u -> function.applyAsDouble(RADIUS * u), DEGREE);
        float[] rounded = new float[TERMS];
        double scale = 1;
        for (int k = 0; k < TERMS; k++) {
            rounded[k] = (float) (powers[k] / scale);
            scale *= RADIUS;
        }
        if (!isFunction(rounded, function, tolerance)) {
            Arrays.fill(rounded, Float.NaN);
        }
        return rounded;
    }

    private static boolean isFunction(float[] powers, DoubleUnaryOperator function, double tolerance) {
        for (int i = 0; i <= CHECKED; i++) {
            double t = RADIUS * StrictMath.cos(Math.PI * i / CHECKED);
            double exact = function.applyAsDouble(t);
            if (!(Math.abs(value(powers, 0, (float) t) - exact) <= tolerance * Math.max(1, Math.abs(exact)))) {
                return false;
            }
        }
        return true;
    }

    /** The place of a number; NaN where the table does not know. */
    float place(float x) {
        if (!has(x)) {
            return Float.NaN;
        }
        int bits = Float.floatToRawIntBits(Math.abs(x) + offset);
        return mirrored(value(byCell, ((bits >>> CELL_BITS) - firstCell) * STRIDE, distance(bits)), x, mirror);
    }

    private static float sum(float[] numbers) {
        float sum = 0;
        for (float number : numbers) {
            sum += number;
        }
        return sum;
    }

    /** Whether every number whose magnitude is in a cell has a place. */
    boolean isComplete() {
        return isComplete;
    }

    /** Whether a number lies where the table has cells. */
    boolean has(float x) {
        return Math.abs(x) + offset < limit && x >= least;
    }

    /** The distance of a mantissa from the middle of its half octave. */
    static float distance(int bits) {
        return Float.intBitsToFloat((bits & IN_CELL) | ONE) - MIDDLE;
    }

    /** The place of a number, of that of its magnitude. */
    static float mirrored(float place, float x, int mirror) {
        int negative = Float.floatToRawIntBits(x) >> (Integer.SIZE - 1);
        return Math.fma(place, Float.intBitsToFloat(ONE | (negative & SIGN)), Float.intBitsToFloat(negative & mirror));
    }

    /** The polynomial whose coefficients start at an index. */
    static float value(float[] c, int at, float t) {
        float value = c[at + DEGREE];
        value = Math.fma(value, t, c[at + 4]);
        value = Math.fma(value, t, c[at + 3]);
        value = Math.fma(value, t, c[at + 2]);
        value = Math.fma(value, t, c[at + 1]);
        return Math.fma(value, t, c[at]);
    }

    float offset() {
        return offset;
    }

    /** What {@code |x| + b} must stay below. */
    float limit() {
        return limit;
    }

    /** The least number that has a place. */
    float least() {
        return least;
    }

    /** Upper bits of y, from the mantissa's first on, of the first cell. */
    int firstCell() {
        return firstCell;
    }

    /** Bits of twice the place of zero. */
    int mirror() {
        return mirror;
    }

    /** The coefficients, {@value #STRIDE} numbers for each cell, the first of them by power; shared, nobody writes to it. */
    float[] byCell() {
        return byCell;
    }

    /** Bits of the coefficients, {@value #CELLS} cells for each power; shared, nobody writes to it. */
    int[] byPower() {
        return byPower;
    }
}

package org.kindlin.numerics.column;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A function of any sign's numbers that bends like a logarithm far from zero, as a few polynomials in single precision.
 *
 * <p>With {@code y = |x| + b}, b a power of two, sixteen octaves of y from b up, for either sign of x, have a polynomial of
 * degree {@value #DEGREE} each in {@code t}, the mantissa of y from 1 to 2 less 1.5, through the function's values at
 * Chebyshev's nodes. Numbers outside, and those of octaves in which the polynomial is not the function, have no place: NaN.
 */
public final class PlaceTable {
    /** Octaves of either sign. */
    public static final int OCTAVES = 16;

    static final int DEGREE = 7;
    static final int TERMS = DEGREE + 1;
    static final int CELLS = 2 * OCTAVES;
    static final int MANTISSA_BITS = Float.PRECISION - 1;
    static final int MANTISSA = (1 << MANTISSA_BITS) - 1;
    static final int ONE = Float.MAX_EXPONENT << MANTISSA_BITS;
    static final float MIDDLE = 1.5f;

    private static final int BIAS = Float.MAX_EXPONENT;
    private static final int CHECKED = 2 * TERMS;

    private final float offset;
    private final float limit;
    private final int firstExponent;
    /** By cell, then by power. */
    private final float[] byCell = new float[CELLS * TERMS];
    /** The same bits by power, then by cell. */
    private final int[] byPower = new int[CELLS * TERMS];

    private PlaceTable(int lowest) {
        this.offset = Math.scalb(1f, lowest);
        this.limit = Math.scalb(1f, lowest + OCTAVES);
        this.firstExponent = lowest + BIAS;
    }

    /**
     * The table of a function.
     *
     * @param lowest exponent of b; from -100 to 100
     * @param tolerance of a place, relative to places beyond 1; below it octaves have no places
     */
    public static PlaceTable of(DoubleUnaryOperator function, int lowest, double tolerance) {
        PlaceTable table = new PlaceTable(lowest);
        for (int cell = 0; cell < CELLS; cell++) {
            double sign = cell < OCTAVES ? 1 : -1;
            double bottom = Math.scalb(1.0, lowest + cell % OCTAVES);
            float[] powers =
                    powers(t -> function.applyAsDouble(sign * (bottom * (MIDDLE + t) - table.offset)), tolerance);
            for (int k = 0; k < TERMS; k++) {
                table.byCell[cell * TERMS + k] = powers[k];
                table.byPower[k * CELLS + cell] = Float.floatToRawIntBits(powers[k]);
            }
        }
        return table;
    }

    /** Coefficients of the polynomial on half a unit about zero; NaN where it errs. */
    private static float[] powers(DoubleUnaryOperator function, double tolerance) {
        double[] powers = Chebyshev.powers(u -> function.applyAsDouble(0.5 * u), DEGREE);
        float[] rounded = new float[TERMS];
        for (int k = 0; k < TERMS; k++) {
            rounded[k] = (float) Math.scalb(powers[k], k);
        }
        for (int i = 0; i <= CHECKED; i++) {
            double t = 0.5 * StrictMath.cos(Math.PI * i / CHECKED);
            double exact = function.applyAsDouble(t);
            if (!(Math.abs(value(rounded, 0, (float) t) - exact) <= tolerance * Math.max(1, Math.abs(exact)))) {
                Arrays.fill(rounded, Float.NaN);
                break;
            }
        }
        return rounded;
    }

    /** The place of a number; NaN where the table does not know. */
    float place(float x) {
        float y = Math.abs(x) + offset;
        if (!(y < limit)) {
            return Float.NaN;
        }
        int bits = Float.floatToRawIntBits(y);
        int cell = (bits >>> MANTISSA_BITS) - firstExponent + (Float.floatToRawIntBits(x) >>> 31) * OCTAVES;
        return value(byCell, cell * TERMS, Float.intBitsToFloat((bits & MANTISSA) | ONE) - MIDDLE);
    }

    private static float value(float[] c, int at, float t) {
        float value = c[at + DEGREE];
        value = Math.fma(value, t, c[at + 6]);
        value = Math.fma(value, t, c[at + 5]);
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

    int firstExponent() {
        return firstExponent;
    }

    /** Bits of the coefficients, {@value #CELLS} cells for each power; shared, nobody writes to it. */
    int[] byPower() {
        return byPower;
    }
}

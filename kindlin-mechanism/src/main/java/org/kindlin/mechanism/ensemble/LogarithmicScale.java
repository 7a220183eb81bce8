package org.kindlin.mechanism.ensemble;

/**
 * A scale that is nearly the logarithm to base 2 and costs a tenth of it: the binary exponent of a number plus a cubic of its
 * mantissa (as DDSketch's cubically interpolated mapping). It rises everywhere, is continuous, and rises by at least
 * {@link #SMALLEST_SLOPE} for each unit of the natural logarithm. The same bits everywhere.
 */
final class LogarithmicScale {
    /** d scale / d ln x, at mantissas of 1 and 5/3; 1 / ln 2 would be 1.443. */
    static final double SMALLEST_SLOPE = 10.0 / 7;

    private static final double CUBIC = 6.0 / 35;
    private static final double SQUARE = -3.0 / 5;
    private static final double LINEAR = 10.0 / 7;
    private static final long MANTISSA = (1L << 52) - 1;
    private static final long ONE = 0x3FFL << 52;
    private static final int BIAS = 1023;

    private LogarithmicScale() {}

    /** Where a positive normal number stands. */
    static double at(double x) {
        long bits = Double.doubleToRawLongBits(x);
        double s = Double.longBitsToDouble((bits & MANTISSA) | ONE) - 1;
        return (bits >>> 52) - BIAS + cubic(s);
    }

    private static double cubic(double s) {
        return ((CUBIC * s + SQUARE) * s + LINEAR) * s;
    }

    /** The number that stands there, by halving. */
    static double inverse(double place) {
        double exponent = Math.floor(place);
        double low = 0;
        double high = 1;
        while (true) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                return Math.scalb(1 + low, (int) exponent);
            }
            if (cubic(middle) <= place - exponent) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }
}

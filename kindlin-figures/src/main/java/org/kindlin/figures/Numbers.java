package org.kindlin.figures;

/** Decimal text of SVG coordinates: at most two decimals, no exponent, no locale. */
final class Numbers {
    private static final double LARGEST = 1e9;

    private Numbers() {}

    /** Two decimals at most, half up, without trailing zeros: 12.345 is "12.35", -0.001 is "0". */
    static String coordinate(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("a coordinate must be a number");
        }
        long hundredths = Math.round(Math.clamp(value, -LARGEST, LARGEST) * 100);
        long whole = Math.abs(hundredths) / 100;
        long fraction = Math.abs(hundredths) % 100;
        String sign = hundredths < 0 ? "-" : "";
        if (fraction == 0) {
            return sign + whole;
        }
        String digits = fraction % 10 == 0 ? Long.toString(fraction / 10) : twoDigits(fraction);
        return sign + whole + "." + digits;
    }

    private static String twoDigits(long fraction) {
        return fraction < 10 ? "0" + fraction : Long.toString(fraction);
    }
}

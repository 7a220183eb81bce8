package org.kindlin.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as figures print them: a true minus sign, commas between thousands, powers of ten as superscripts. */
public final class Numerals {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int PLAIN_UP_TO_EXPONENT = 6;
    private static final int PLAIN_DOWN_TO_EXPONENT = -4;

    private Numerals() {}

    /** The value rounded to a number of decimals: {@code decimal(-1234.5, 1)} is "−1,234.5". */
    public static String decimal(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(Math.max(0, decimals), RoundingMode.HALF_EVEN);
        String digits = rounded.abs().toPlainString();
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        String fraction = point < 0 ? "" : digits.substring(point);
        return (rounded.signum() < 0 ? "−" : "") + grouped(whole) + fraction;
    }

    /** The value at a number of significant digits, plain where readable, else as a power: "0.0123", "1.2×10⁻⁷". */
    public static String significant(double value, int digits) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= PLAIN_DOWN_TO_EXPONENT && exponent < PLAIN_UP_TO_EXPONENT) {
            return decimal(rounded.doubleValue(), digits - 1 - exponent);
        }
        double mantissa = rounded.scaleByPowerOfTen(-exponent).doubleValue();
        return decimal(mantissa, digits - 1) + "×" + powerOfTen(exponent);
    }

    /** Ten to a whole exponent in superscript digits: "10⁻³". */
    public static String powerOfTen(int exponent) {
        StringBuilder text = new StringBuilder("10");
        if (exponent < 0) {
            text.append('⁻');
        }
        Integer.toString(Math.abs(exponent)).chars().forEach(digit -> text.append(SUPERSCRIPTS.charAt(digit - '0')));
        return text.toString();
    }

    private static String grouped(String whole) {
        StringBuilder text = new StringBuilder(whole);
        for (int at = whole.length() - 3; at > 0; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}

package org.kindlin.study.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers, units and p-values as they are printed.
 *
 * <p>A true minus sign, commas between thousands from five digits on, powers of ten outside 10⁻⁴ to 10⁶, a
 * no-break space between number and unit (SI Brochure, 9th edition, 5.4.3), µ for the {@code u} of plain-text units.
 */
public final class PrintedNumber {
    /** What stands where there is no number. */
    public static final String NONE = "—";

    /** Between a number and its unit: a no-break space, since narrower ones run together in small type. */
    static final char GAP = '\u00a0';

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int PLAIN_BELOW_EXPONENT = 6;
    private static final int PLAIN_FROM_EXPONENT = -4;

    private PrintedNumber() {}

    /** A number at so many significant digits: {@code significant(0.012345, 3)} is "0.0123". */
    public static String significant(double value, int digits) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = exponent(rounded);
        if (isPlain(exponent)) {
            return plain(rounded.setScale(digits - 1 - exponent, RoundingMode.HALF_EVEN));
        }
        return timesPower(value, digits - 1, exponent);
    }

    /** Whether numbers of this order of magnitude are printed without a power of ten. */
    static boolean isPlain(int exponent) {
        return exponent >= PLAIN_FROM_EXPONENT && exponent < PLAIN_BELOW_EXPONENT;
    }

    /** A number as a multiple of a given power of ten: {@code timesPower(1.42e-4, 1, -5)} is "14.2 × 10⁻⁵". */
    static String timesPower(double value, int decimals, int exponent) {
        BigDecimal multiple = BigDecimal.valueOf(value).scaleByPowerOfTen(-exponent);
        return plain(multiple.setScale(decimals, RoundingMode.HALF_EVEN)) + GAP + "×" + GAP + powerOfTen(exponent);
    }

    /** A number rounded to a decimal place; a negative one rounds to tens, hundreds: {@code decimal(1234.5, -2)} is "1200". */
    public static String decimal(double value, int decimals) {
        return plain(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN));
    }

    /** A whole number: "1200", "12,000". */
    public static String count(long number) {
        return plain(BigDecimal.valueOf(number));
    }

    /** A descriptive number: whole numbers whole, others at four significant digits without trailing zeros. */
    public static String descriptive(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e6) {
            return decimal(value, 0);
        }
        String text = significant(value, 4);
        return text.contains("×") || !text.contains(".") ? text : text.replaceAll("\\.?0+$", "");
    }

    /** "p = 0.024", "p < 0.001", "p > 0.99": two decimals from 0.1 on, three below. */
    public static String pValue(double p) {
        if (p < 0.001) {
            return "p < 0.001";
        }
        if (p > 0.99) {
            return "p > 0.99";
        }
        return "p = " + decimal(p, p < 0.0995 ? 3 : 2);
    }

    /** A fraction as percent: {@code 0.95} is "95%". */
    public static String percent(double fraction) {
        return descriptive(BigDecimal.valueOf(fraction).movePointRight(2).doubleValue()) + "%";
    }

    /** A number already printed, with its unit: "10 µM", "95%", "1.2". */
    public static String withUnit(String number, String unitSymbol) {
        String unit = unit(unitSymbol);
        if (unit.isEmpty()) {
            return number;
        }
        return unit.equals("%") ? number + unit : number + GAP + unit;
    }

    /** A unit's symbol as printed: {@code uM} is "µM", {@code degC} is "°C", {@code h^-1} is "h⁻¹"; {@code 1} is nothing. */
    public static String unit(String symbol) {
        if (symbol.equals("1")) {
            return "";
        }
        String printed = symbol.startsWith("deg") ? "°" + symbol.substring(3) : symbol;
        printed = printed.startsWith("/") ? "per " + printed.substring(1) : printed;
        printed = printed.replaceAll("(^|[/ .·])u(?=[A-Za-z])", "$1µ");
        return superscripted(printed);
    }

    /** Ten to a whole exponent: "10⁻³". */
    public static String powerOfTen(int exponent) {
        return "10" + superscript(Integer.toString(exponent));
    }

    private static int exponent(BigDecimal number) {
        return number.precision() - number.scale() - 1;
    }

    private static String plain(BigDecimal number) {
        String digits = number.abs().toPlainString();
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        String fraction = point < 0 ? "" : digits.substring(point);
        return (number.signum() < 0 ? "−" : "") + grouped(whole) + fraction;
    }

    private static String grouped(String whole) {
        if (whole.length() < 5) {
            return whole;
        }
        StringBuilder text = new StringBuilder(whole);
        for (int at = whole.length() - 3; at > 0; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    private static String superscripted(String unit) {
        int caret = unit.indexOf('^');
        if (caret < 0) {
            return unit;
        }
        StringBuilder text = new StringBuilder();
        Matcher power = Pattern.compile("\\^(-?\\d{1,3})").matcher(unit);
        while (power.find()) {
            power.appendReplacement(text, superscript(power.group(1)));
        }
        return power.appendTail(text).toString();
    }

    private static String superscript(String digits) {
        StringBuilder text = new StringBuilder();
        digits.chars().forEach(c -> text.append(c == '-' ? '⁻' : SUPERSCRIPTS.charAt(c - '0')));
        return text.toString();
    }
}

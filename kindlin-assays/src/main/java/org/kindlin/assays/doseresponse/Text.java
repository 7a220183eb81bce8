package org.kindlin.assays.doseresponse;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers in sentences. */
final class Text {
    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Text() {}

    /** Three significant digits, without exponent where that is short. */
    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (size >= 1e-3 && size < 1e5) {
            return new BigDecimal(value)
                    .round(THREE_DIGITS)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        String[] parts = String.format(Locale.ROOT, "%.2e", value).split("e", 2);
        String mantissa = new BigDecimal(parts[0]).stripTrailingZeros().toPlainString();
        return mantissa + "e" + Integer.parseInt(parts[1]);
    }

    static String dose(double logDose, Units units) {
        return withUnit(number(StrictMath.pow(10, logDose)), units.dose());
    }

    static String response(double response, Units units) {
        return withUnit(number(response), units.response());
    }

    static String percent(double fraction) {
        return number(100 * fraction) + " %";
    }

    private static String withUnit(String number, String unit) {
        return unit.isEmpty() ? number : number + " " + unit;
    }
}

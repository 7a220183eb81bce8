package org.kindlin.assays.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Numbers and estimates as sentences write them. */
public final class Prose {
    private static final int DIGITS = 3;

    private Prose() {}

    /** A number to three significant digits, without an exponent where it has at most nine digits. */
    public static String number(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : "not finite";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
        double size = Math.abs(value);
        if (size >= 1e6 || size < 1e-4) {
            return rounded.toString();
        }
        String plain = rounded.toPlainString();
        return size >= 1000 ? plain : stripped(plain);
    }

    private static String stripped(String plain) {
        return plain.contains(".") ? plain.replaceAll("0+$", "").replaceAll("\\.$", "") : plain;
    }

    /** {@code 5.6 nM (95 % interval 5.1 to 6.2)}, {@code above 1000 nM}, {@code not estimable}. */
    public static String estimate(Estimate estimate) {
        Double value = estimate.value();
        if (value == null) {
            return "not estimable";
        }
        String unit = estimate.unit().equals("1") || estimate.unit().isEmpty() ? "" : " " + estimate.unit();
        return switch (estimate.relation()) {
            case EQUAL -> number(value) + unit + interval(estimate);
            case ABOVE -> "above " + number(estimate.low() == null ? value : estimate.low()) + unit;
            case BELOW -> "below " + number(estimate.high() == null ? value : estimate.high()) + unit;
        };
    }

    private static String interval(Estimate estimate) {
        Double low = estimate.low();
        Double high = estimate.high();
        String level = " (" + number(100 * estimate.level()) + " % interval ";
        if (low != null && high != null) {
            return level + number(low) + " to " + number(high) + ")";
        }
        if (low != null) {
            return level + "from " + number(low) + ", open above)";
        }
        return high == null ? "" : level + "up to " + number(high) + ", open below)";
    }

    /** {@code a, b and c}. */
    public static String list(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }
}

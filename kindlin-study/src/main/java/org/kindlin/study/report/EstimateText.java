package org.kindlin.study.report;

import java.util.Objects;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;

/**
 * An estimate as printed: every part rounded to what its interval supports.
 *
 * <p>Value and limits share a decimal place, chosen so that the shorter arm of the interval (or the standard error) keeps
 * two significant digits; the value keeps at least two and at most six. A limit more than tenfold away from the value has
 * its own three significant digits, since its decimals would pretend to a precision it lacks.
 *
 * @param value "5.62", "&gt; 10,000", or an em dash where not estimable
 * @param unit unit as printed; empty where there is none
 * @param interval "5.21 to 6.07", "≥ 8200" where open above; empty where the estimate has none
 * @param se standard error at two significant digits; empty where there is none
 */
public record EstimateText(String value, String unit, String interval, String se) {
    private static final int FEWEST_DIGITS = 2;
    private static final int MOST_DIGITS = 6;
    private static final int FAR_LIMIT_DIGITS = 3;

    /** Prints one estimate. */
    public static EstimateText of(Estimate estimate) {
        Double value = estimate.value();
        String unit = PrintedNumber.unit(estimate.unit());
        String se = estimate.se() == null ? "" : PrintedNumber.significant(estimate.se(), 2);
        if (value == null) {
            return new EstimateText(PrintedNumber.NONE, unit, interval(estimate, limit -> print(limit, 3)), se);
        }
        double spread = spread(estimate, value);
        if (!(spread > 0)) {
            String interval = interval(estimate, limit -> print(limit, FAR_LIMIT_DIGITS));
            return new EstimateText(relation(estimate) + bare(estimate, value), unit, interval, se);
        }
        int digits = digits(value, spread);
        String printed = relation(estimate) + print(value, digits);
        return new EstimateText(printed, unit, interval(estimate, limit -> limit(limit, value, digits)), se);
    }

    /** Value and unit in one piece: "5.62 nM". */
    public String valueWithUnit() {
        if (value.equals(PrintedNumber.NONE) || unit.isEmpty()) {
            return value;
        }
        return unit.equals("%") ? value + unit : value + PrintedNumber.GAP + unit;
    }

    /** Whether there is an interval or a standard error, as a descriptive number has not. */
    public boolean inferential() {
        return !interval.isEmpty() || !se.isEmpty();
    }

    private static String relation(Estimate estimate) {
        return estimate.relation() == Relation.EQUAL ? "" : estimate.relation().symbol() + " ";
    }

    /** A number with nothing to say how well it is known. A censoring limit is as exact as the dose it stands for. */
    private static String bare(Estimate estimate, double value) {
        return estimate.relation() == Relation.EQUAL
                ? PrintedNumber.descriptive(value)
                : stripped(PrintedNumber.significant(value, 3));
    }

    private static double spread(Estimate estimate, double value) {
        double below = distance(estimate.low(), value);
        double above = distance(estimate.high(), value);
        double arm = Math.min(below, above);
        if (Double.isFinite(arm)) {
            return arm;
        }
        return estimate.se() == null ? Double.NaN : estimate.se();
    }

    private static double distance(@Nullable Double limit, double value) {
        double distance = limit == null ? 0 : Math.abs(limit - value);
        return distance > 0 ? distance : Double.POSITIVE_INFINITY;
    }

    /** Significant digits of the value that leave two of the spread. */
    private static int digits(double value, double spread) {
        if (value == 0) {
            return FEWEST_DIGITS;
        }
        return Math.clamp(magnitude(value) - magnitude(spread) + 2L, FEWEST_DIGITS, MOST_DIGITS);
    }

    private static int magnitude(double number) {
        return (int) Math.floor(Math.log10(Math.abs(number)));
    }

    /** A limit beside its value: the same decimal place and the same power of ten, as long as it is of the same order. */
    private static String limit(double limit, double value, int digits) {
        double ratio = limit / value;
        if (value == 0 || (ratio > 0 && ratio <= 0.1) || Math.abs(ratio) >= 10) {
            return print(limit, FAR_LIMIT_DIGITS);
        }
        int magnitude = magnitude(value);
        int fewest = ratio > 0 ? FEWEST_DIGITS : 1;
        int decimals = digits - 1 - magnitude;
        if (limit == 0 || magnitude(limit) < -decimals) {
            return PrintedNumber.isPlain(magnitude)
                    ? PrintedNumber.decimal(limit, decimals)
                    : print(limit, FAR_LIMIT_DIGITS);
        }
        int kept = Math.max(fewest, digits + magnitude(limit) - magnitude);
        if (PrintedNumber.isPlain(magnitude)) {
            return print(limit, kept);
        }
        return PrintedNumber.timesPower(limit, kept - 1 - magnitude(limit) + magnitude, magnitude);
    }

    private static String print(double number, int digits) {
        return PrintedNumber.significant(number, digits);
    }

    private static String stripped(String number) {
        return number.contains("×") || !number.contains(".") ? number : number.replaceAll("\\.?0+$", "");
    }

    private static String interval(Estimate estimate, DoubleFunction<String> print) {
        Double low = estimate.low();
        Double high = estimate.high();
        if (low == null && high == null) {
            return "";
        }
        if (low == null) {
            return "≤ " + print.apply(Objects.requireNonNull(high));
        }
        if (high == null) {
            return "≥ " + print.apply(low);
        }
        return print.apply(low) + " to " + print.apply(high);
    }
}

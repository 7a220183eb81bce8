package org.kindlin.mechanism.units;

import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * A unit: a factor and the exponents of base units.
 *
 * @param factor how many of the base units one of it is
 * @param exponents of ampere, candela, item, kelvin, kilogram, metre, mole, second; none is 0
 */
record Dimension(double factor, Map<String, Double> exponents) {
    static final Dimension NONE = new Dimension(1, Map.of());

    private static final double SAME = 1e-9;

    Dimension {
        exponents = Map.copyOf(exponents);
    }

    static Dimension base(String kind) {
        return new Dimension(1, Map.of(kind, 1.0));
    }

    Dimension times(double number) {
        return new Dimension(factor * number, exponents);
    }

    Dimension times(Dimension other) {
        Map<String, Double> sum = new TreeMap<>(exponents);
        other.exponents.forEach((kind, exponent) -> sum.merge(kind, exponent, Double::sum));
        sum.values().removeIf(exponent -> Math.abs(exponent) < SAME);
        return new Dimension(factor * other.factor, sum);
    }

    Dimension power(double exponent) {
        Map<String, Double> scaled = new TreeMap<>();
        if (exponent != 0) {
            exponents.forEach((kind, each) -> scaled.put(kind, each * exponent));
        }
        return new Dimension(Math.pow(factor, exponent), scaled);
    }

    Dimension per(Dimension other) {
        return times(other.power(-1));
    }

    boolean isDimensionless() {
        return exponents.isEmpty();
    }

    /** Whether both measure the same, if not in the same size. */
    boolean measuresSame(Dimension other) {
        return times(other.power(-1)).isDimensionless();
    }

    boolean same(Dimension other) {
        return measuresSame(other) && Math.abs(factor / other.factor - 1) < SAME;
    }

    /** As people write it: {@code 1e-06 mole litre^-1}, in base units. */
    String text() {
        StringJoiner text = new StringJoiner(" ");
        if (Math.abs(factor - 1) > SAME || exponents.isEmpty()) {
            text.add(
                    exponents.isEmpty() && Math.abs(factor - 1) <= SAME
                            ? "dimensionless"
                            : String.format(Locale.ROOT, "%.6g", factor));
        }
        new TreeMap<>(exponents)
                .forEach((kind, exponent) -> text.add(exponent == 1 ? kind : kind + "^" + trimmed(exponent)));
        return text.toString();
    }

    private static String trimmed(double exponent) {
        return exponent == Math.rint(exponent) ? Long.toString((long) exponent) : Double.toString(exponent);
    }
}

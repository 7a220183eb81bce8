package org.kindlin.assays.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit.
 *
 * @param value finite number
 * @param unit what it counts
 */
public record Quantity(double value, Unit unit) {
    private static final Pattern TEXT =
            Pattern.compile("([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?)\\s*(\\S.*)?");

    public Quantity {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a quantity must be finite, not " + value);
        }
    }

    /**
     * Reads {@code 10 uM}, {@code 0.6nM}, {@code 45 min}; a bare number takes the default unit.
     *
     * @return empty where the text is no number or the unit is unknown
     */
    public static Optional<Quantity> parse(String text, Unit defaultUnit) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double value = Double.parseDouble(matcher.group(1));
        String unitText = matcher.group(2);
        Optional<Unit> unit = unitText == null ? Optional.of(defaultUnit) : Unit.parse(unitText);
        return Double.isFinite(value) ? unit.map(known -> new Quantity(value, known)) : Optional.empty();
    }

    /**
     * The value in another unit of the same dimension.
     *
     * @throws IllegalArgumentException if the dimensions differ (mass to mole needs {@link CompoundForm#toMolar})
     */
    public double in(Unit target) {
        if (target.dimension() != unit.dimension()) {
            throw new IllegalArgumentException(unit.symbol() + " cannot be expressed in " + target.symbol());
        }
        if (target == unit) {
            return value;
        }
        // In decimal, so that 1 uM is 1000 nM and not 999.9999999999999.
        return BigDecimal.valueOf(value)
                .multiply(BigDecimal.valueOf(unit.factor()))
                .divide(BigDecimal.valueOf(target.factor()), MathContext.DECIMAL128)
                .doubleValue();
    }

    public Quantity to(Unit target) {
        return new Quantity(in(target), target);
    }

    /** The quantity as people write it: {@code 10 uM}. */
    @Override
    public String toString() {
        String number = value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
        return unit == Unit.FRACTION ? number : number + " " + unit.symbol();
    }
}

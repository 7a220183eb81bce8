package org.kindlin.assays.pharmacokinetics;

import java.util.Optional;
import org.kindlin.assays.quantity.Dimension;
import org.kindlin.assays.quantity.Unit;

/**
 * The unit of a dose: an amount, or an amount per kilogram of body weight.
 *
 * @param amount mass or amount of substance
 * @param perKilogram whether it is per kilogram of body weight
 */
public record DoseUnit(Unit amount, boolean perKilogram) {

    /** Reads {@code mg}, {@code umol}, {@code mg/kg}. */
    static Optional<DoseUnit> parse(String text) {
        String plain = text.strip();
        boolean perKilogram = plain.endsWith("/kg");
        return Unit.parse(perKilogram ? plain.substring(0, plain.length() - 3) : plain)
                .filter(unit -> unit.dimension() == Dimension.MASS || unit.dimension() == Dimension.AMOUNT)
                .map(unit -> new DoseUnit(unit, perKilogram));
    }

    String symbol() {
        return amount.symbol() + (perKilogram ? "/kg" : "");
    }
}

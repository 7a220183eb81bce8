package org.kindlin.assays.cytometry;

import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.quantity.FiniteNumber;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;

/** A dose as people write it: {@code 1000}, {@code 1 uM}. */
final class DoseText {
    private DoseText() {}

    /** The dose in a unit; empty where the text is none, is negative, or has a unit that cannot be converted. */
    static OptionalDouble parse(String text, String unit) {
        Optional<Unit> known = Unit.parse(unit);
        Optional<Double> dose = known.isPresent()
                ? Quantity.parse(text, known.get())
                        .filter(quantity ->
                                quantity.unit().dimension() == known.get().dimension())
                        .map(quantity -> quantity.in(known.get()))
                : FiniteNumber.parse(text.strip());
        return dose.filter(value -> value >= 0).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}

package org.kindlin.lab.elisa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;

/**
 * A compound of the virtual lab with the dose of half its effect.
 *
 * @param ic50 in nM
 */
record TruePotency(String compound, double ic50) {

    /** Reads {@code defactinib=150 nM, PF-562271=90 nM}; empty where any part does not fit. */
    static Optional<List<TruePotency>> parseAll(String text) {
        List<TruePotency> all = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            List<String> sides =
                    Arrays.stream(part.split("=", -1)).map(String::strip).toList();
            Optional<Quantity> ic50 = sides.size() == 2 && !sides.getFirst().isEmpty()
                    ? Quantity.parse(sides.getLast(), Unit.NANOMOLAR)
                            .filter(quantity -> quantity.unit().dimension() == Unit.NANOMOLAR.dimension())
                            .filter(quantity -> quantity.value() > 0)
                    : Optional.empty();
            if (ic50.isEmpty()) {
                return Optional.empty();
            }
            all.add(new TruePotency(sides.getFirst(), ic50.get().in(Unit.NANOMOLAR)));
        }
        return Optional.of(all);
    }
}

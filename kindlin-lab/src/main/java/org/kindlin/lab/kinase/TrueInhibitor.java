package org.kindlin.lab.kinase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;

/**
 * A compound of the virtual lab with its true affinity.
 *
 * @param name compound
 * @param ki true inhibition constant in nM
 */
record TrueInhibitor(String name, double ki) {

    /** Reads {@code defactinib=0.054 nM, PF-562271=0.15 nM}; empty where any part does not fit. */
    static Optional<List<TrueInhibitor>> parseAll(String text) {
        List<TrueInhibitor> inhibitors = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            List<String> sides =
                    Arrays.stream(part.split("=", -1)).map(String::strip).toList();
            if (sides.size() != 2 || sides.getFirst().isEmpty()) {
                return Optional.empty();
            }
            Optional<Quantity> ki = Quantity.parse(sides.getLast(), Unit.NANOMOLAR)
                    .filter(quantity -> quantity.unit().dimension() == Unit.NANOMOLAR.dimension())
                    .filter(quantity -> quantity.value() > 0);
            if (ki.isEmpty()) {
                return Optional.empty();
            }
            inhibitors.add(new TrueInhibitor(sides.getFirst(), ki.get().in(Unit.NANOMOLAR)));
        }
        return Optional.of(inhibitors);
    }
}

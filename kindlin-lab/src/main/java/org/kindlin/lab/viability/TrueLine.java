package org.kindlin.lab.viability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.quantity.Dimension;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;

/**
 * A cell line of the virtual lab: how fast it divides and what the compound does to it.
 *
 * @param name cell line
 * @param doublingHours doubling time of untreated cells
 * @param midpointNanomolar mid-point of the logistic curve
 * @param grInf growth rate inhibition at infinite dose: above 0 cytostatic, below 0 cytotoxic
 */
record TrueLine(String name, double doublingHours, double midpointNanomolar, double grInf) {

    /** Reads {@code A549=22 h|5 uM|-0.3, PANC-1=45 h|12 uM|0.2}; empty where any part does not fit. */
    static Optional<List<TrueLine>> parseAll(String text) {
        List<TrueLine> lines = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Optional<TrueLine> line = parse(part.strip());
            if (line.isEmpty()) {
                return Optional.empty();
            }
            lines.add(line.get());
        }
        return Optional.of(lines);
    }

    private static Optional<TrueLine> parse(String text) {
        String[] sides = text.split("=", 2);
        List<String> values = sides.length == 2
                ? Arrays.stream(sides[1].split("\\|", -1)).map(String::strip).toList()
                : List.of();
        if (values.size() != 3 || sides[0].isBlank()) {
            return Optional.empty();
        }
        Optional<Quantity> doubling = positive(values.get(0), Unit.HOUR, Dimension.TIME);
        Optional<Quantity> midpoint = positive(values.get(1), Unit.NANOMOLAR, Dimension.AMOUNT_CONCENTRATION);
        Optional<Quantity> grInf = Quantity.parse(values.get(2), Unit.FRACTION)
                .filter(gr -> gr.value() > -1 && gr.value() < 1 && gr.unit() == Unit.FRACTION);
        if (doubling.isEmpty() || midpoint.isEmpty() || grInf.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TrueLine(
                sides[0].strip(),
                doubling.get().in(Unit.HOUR),
                midpoint.get().in(Unit.NANOMOLAR),
                grInf.get().value()));
    }

    private static Optional<Quantity> positive(String text, Unit unit, Dimension dimension) {
        return Quantity.parse(text, unit)
                .filter(quantity -> quantity.unit().dimension() == dimension && quantity.value() > 0);
    }

    /** As the setting writes it. */
    String asText() {
        return name + "=" + new Quantity(doublingHours, Unit.HOUR) + "|"
                + new Quantity(midpointNanomolar, Unit.NANOMOLAR) + "|" + grInf;
    }
}

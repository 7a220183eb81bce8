package org.kindlin.assays.kinase;

import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;

/**
 * What a file's tags say about the conditions of its plates; a tag goes before every protocol key.
 *
 * @param target {@code target} tag
 * @param atpMicromolar {@code atp} tag
 * @param kmAtpMicromolar {@code kmAtp} tag
 * @param enzymeNanomolar {@code enzymeConcentration} tag
 */
public record TargetTags(
        Optional<String> target,
        OptionalDouble atpMicromolar,
        OptionalDouble kmAtpMicromolar,
        OptionalDouble enzymeNanomolar) {
    static final TargetTags NONE =
            new TargetTags(Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    /** The tags of a file; a value that is no positive quantity is a fault. */
    static TargetTags of(InputFile file, Faults faults) {
        return new TargetTags(
                Optional.ofNullable(file.tags().get("target"))
                        .filter(target -> !target.isBlank())
                        .map(KnownTarget::canonical),
                quantity(file, "atp", Unit.MICROMOLAR, faults),
                quantity(file, "kmAtp", Unit.MICROMOLAR, faults),
                quantity(file, "enzymeConcentration", Unit.NANOMOLAR, faults));
    }

    private static OptionalDouble quantity(InputFile file, String tag, Unit unit, Faults faults) {
        String text = file.tags().get(tag);
        if (text == null) {
            return OptionalDouble.empty();
        }
        Optional<Quantity> quantity = Quantity.parse(text, unit)
                .filter(found -> found.unit().dimension() == unit.dimension() && found.value() > 0);
        if (quantity.isEmpty()) {
            faults.add(
                    file.data().path(),
                    "tag " + tag,
                    "'" + text + "' is no concentration above zero",
                    "write it as 10 " + unit.symbol());
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(quantity.get().in(unit));
    }
}

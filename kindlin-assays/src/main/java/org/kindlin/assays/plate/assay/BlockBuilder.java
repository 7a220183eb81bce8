package org.kindlin.assays.plate.assay;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.fault.Faults;

/**
 * Joins one target's wells of a plate map with their readings; what cannot be used becomes an exclusion with a reason.
 *
 * @param canonical the name that different spellings of a target share
 * @param amounts of wells that are used
 * @param unheeded the same of wells that are left out, whose faults nobody hears of
 */
record BlockBuilder(
        ChosenPlate source,
        String target,
        UnaryOperator<String> canonical,
        WellAmount amounts,
        WellAmount unheeded,
        Faults faults) {

    AssayBlock build(List<Well> wells) {
        List<AssayWell> usable = new ArrayList<>();
        SortedMap<WellAddress, LeftOutWell> leftOut = new TreeMap<>();
        for (Well well : wells) {
            if (isOfTarget(well) && well.role() != WellRole.EMPTY && isOnPlate(well)) {
                Reading reading = source.read().at(well.address());
                OptionalDouble signal = reading.value();
                if (well.excluded()) {
                    leftOut.put(
                            well.address(), leftOut(well, signal, "excluded by the plate map: " + well.exclusion()));
                } else if (signal.isEmpty()) {
                    leftOut.put(well.address(), leftOut(well, signal, reading.describe()));
                } else {
                    usable.add(contents(well, amounts.of(well), signal.getAsDouble()));
                }
            }
        }
        return new AssayBlock(
                source.path(),
                source.name(),
                target,
                source.plate().format(),
                source.choice(),
                usable,
                leftOut,
                source.plate().findings());
    }

    private LeftOutWell leftOut(Well well, OptionalDouble signal, String reason) {
        AssayWell contents = contents(well, unheeded.of(well), signal.orElse(0));
        return new LeftOutWell(contents, signal, reason);
    }

    /** Control wells without a target serve every target of the plate. */
    private boolean isOfTarget(Well well) {
        return well.target().isBlank() || canonical.apply(well.target()).equals(target);
    }

    private boolean isOnPlate(Well well) {
        boolean inside = source.plate().format().contains(well.address());
        if (!inside) {
            faults.add(
                    source.mapPath(),
                    "well " + well.address(),
                    "is not on the " + source.plate().format() + " plate of " + source.path(),
                    "use the map of this plate format");
        }
        return inside;
    }

    /** A sample well at a concentration of zero is a vehicle well. */
    private AssayWell contents(Well well, OptionalDouble amount, double signal) {
        boolean untreated = well.role() == WellRole.SAMPLE && amount.isPresent() && amount.getAsDouble() == 0;
        String compound = well.compound().isBlank()
                ? source.file().tags().getOrDefault("compound", "").strip()
                : well.compound().strip();
        return new AssayWell(
                well.address(),
                untreated ? WellRole.VEHICLE : well.role(),
                untreated ? "" : compound,
                well.form().strip(),
                untreated ? OptionalDouble.empty() : amount,
                well.level(),
                signal);
    }
}

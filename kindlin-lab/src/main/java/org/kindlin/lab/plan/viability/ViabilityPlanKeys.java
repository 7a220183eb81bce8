package org.kindlin.lab.plan.viability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.lab.plan.DesignKeys;

/** The settings of a viability plan. What the protocol leaves open says "assumed" in its meaning. */
final class ViabilityPlanKeys {
    static final DesignKeys DESIGN = new DesignKeys(new DesignKeys.Defaults("30 uM", "3", 8, 4, 1, 96, "0.3", true));
    static final Key<List<String>> LINES = new Key<>(
            "lines",
            "names separated by commas",
            "",
            "A549",
            "cell lines; each gets plates of its own",
            ViabilityPlanKeys::names,
            names -> new Value.Text(String.join(", ", names)));
    static final Key<Double> SEEDING = DesignKeys.whole(
            "cellsPerWell", 100, 100_000, 4000, "cells seeded in a well; the protocol says 1,000-10,000");
    static final Key<Quantity> EXPOSURE =
            Key.positive("exposure", Unit.HOUR, "72 h", "time with the compound; the protocol says 48-96 h");
    static final Key<Quantity> MTT =
            Key.positive("mttTime", Unit.HOUR, "3 h", "time with MTT; the protocol says 2-4 h");
    static final Key<Double> VEHICLE_WELLS = DesignKeys.whole("vehicleWells", 2, 384, 12, "vehicle wells of a plate");
    static final Key<Double> BLANK_WELLS =
            DesignKeys.whole("blankWells", 2, 384, 6, "wells of a plate with medium and no cells");
    static final Key<Quantity> EXPECTED_IC50 =
            Key.positive("expectedIc50", Unit.NANOMOLAR, "3 uM", "expected ic50, for the simulation only; assumed");
    static final Key<Quantity> EXPECTED_DOUBLING = Key.positive(
            "expectedDoublingTime", Unit.HOUR, "28 h", "expected doubling time, for the simulation only; assumed");

    private ViabilityPlanKeys() {}

    static List<Key<?>> all() {
        List<Key<?>> keys = new ArrayList<>(DESIGN.all());
        keys.addAll(
                List.of(LINES, SEEDING, EXPOSURE, MTT, VEHICLE_WELLS, BLANK_WELLS, EXPECTED_IC50, EXPECTED_DOUBLING));
        return keys;
    }

    private static Optional<List<String>> names(String text) {
        List<String> names =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        boolean usable = names.stream().allMatch(name -> name.matches("[A-Za-z0-9][A-Za-z0-9 .()-]{0,30}"))
                && names.stream().distinct().count() == names.size();
        return usable ? Optional.of(names) : Optional.empty();
    }
}

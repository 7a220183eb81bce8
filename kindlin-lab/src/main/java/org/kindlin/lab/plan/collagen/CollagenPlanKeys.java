package org.kindlin.lab.plan.collagen;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.lab.plan.DesignKeys;

/** The settings of a plan of a Sircol assay. What the protocol leaves open says "assumed" in its meaning. */
final class CollagenPlanKeys {
    static final DesignKeys DESIGN =
            new DesignKeys(new DesignKeys.Defaults("1 uM", "10", 3, 4, 1, 24, "0.1", false, List.of(6, 12, 24, 48)));
    static final Key<Double> VEHICLE_CULTURES =
            DesignKeys.whole("vehicleCultures", 2, 48, 4, "cultures with vehicle on each culture plate");
    static final Key<Double> CELLS =
            DesignKeys.whole("cellsPerCulture", 100, 10_000_000, 50_000, "fibroblasts seeded in a culture; assumed");
    static final Key<Quantity> EXPOSURE = Key.positive(
            "exposure", Unit.HOUR, "72 h", "time with the compound; the protocol says 'a specified period'; assumed");
    static final Key<Double> EXTRACT_WELLS =
            DesignKeys.whole("wellsPerExtract", 1, 8, 2, "wells of one extract of a culture");
    static final Key<Double> STANDARD_WELLS = DesignKeys.whole("standardWells", 2, 6, 3, "wells of each standard");
    static final Key<Double> SERUM_WELLS =
            DesignKeys.whole("serumWells", 2, 12, 4, "wells of cell-free medium, which tell what serum adds; assumed");
    static final Key<Double> EXPECTED_REDUCTION = Key.number(
            "expectedReductionPercent",
            0,
            99,
            "40",
            "collagen lost at infinite dose, for the simulation only; assumed");
    static final Key<Quantity> EXPECTED_IC50 = Key.positive(
            "expectedIc50", Unit.NANOMOLAR, "100 nM", "dose of half that loss, for the simulation only; assumed");
    static final Key<Double> CULTURE_CV =
            Key.number("cultureCvPercent", 0, 100, "10", "scatter between cultures, for the simulation only; assumed");

    private CollagenPlanKeys() {}

    static List<Key<?>> all() {
        List<Key<?>> keys = new ArrayList<>(DESIGN.all());
        keys.addAll(List.of(
                VEHICLE_CULTURES,
                CELLS,
                EXPOSURE,
                EXTRACT_WELLS,
                STANDARD_WELLS,
                SERUM_WELLS,
                EXPECTED_REDUCTION,
                EXPECTED_IC50,
                CULTURE_CV));
        return keys;
    }
}

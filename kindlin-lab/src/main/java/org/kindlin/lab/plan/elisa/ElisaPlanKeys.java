package org.kindlin.lab.plan.elisa;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.lab.plan.DesignKeys;

/** The settings of a plan of an in-cell ELISA. What the protocol leaves open says "assumed" in its meaning. */
final class ElisaPlanKeys {
    static final DesignKeys DESIGN = new DesignKeys(new DesignKeys.Defaults("3 uM", "3", 6, 4, 1, 96, "0.1", true));
    static final Key<Double> FIBROBLASTS =
            DesignKeys.whole("fibroblastsPerWell", 100, 100_000, 4000, "primary lung fibroblasts in a well");
    static final Key<Double> CANCER_CELLS =
            DesignKeys.whole("cancerCellsPerWell", 0, 100_000, 2000, "MDA-MB-231 cells in a well, which activate them");
    static final Key<Double> MONOCYTES = DesignKeys.whole(
            "monocytesPerWell", 0, 100_000, 0, "THP-1 cells in a well; optional in the protocol: 2000");
    static final Key<Double> DAYS = DesignKeys.whole("days", 1, 14, 7, "days of co-culture with the compound");
    static final Key<Double> VEHICLE_WELLS =
            DesignKeys.whole("vehicleWells", 2, 384, 8, "activated wells with vehicle");
    static final Key<Double> UNSTIMULATED_WELLS =
            DesignKeys.whole("unstimulatedWells", 2, 384, 8, "wells of fibroblasts alone with vehicle; assumed");
    static final Key<Double> BLANK_WELLS =
            DesignKeys.whole("blankWells", 2, 384, 6, "activated wells without primary antibody; assumed");
    static final Key<Quantity> EXPECTED_IC50 = Key.positive(
            "expectedIc50", Unit.NANOMOLAR, "150 nM", "IC50 that simulations assume; none is published for this assay");

    private ElisaPlanKeys() {}

    static List<Key<?>> all() {
        List<Key<?>> keys = new ArrayList<>(DESIGN.all());
        keys.addAll(List.of(
                FIBROBLASTS,
                CANCER_CELLS,
                MONOCYTES,
                DAYS,
                VEHICLE_WELLS,
                UNSTIMULATED_WELLS,
                BLANK_WELLS,
                EXPECTED_IC50));
        return keys;
    }
}

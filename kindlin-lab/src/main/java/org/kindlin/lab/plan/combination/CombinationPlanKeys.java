package org.kindlin.lab.plan.combination;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.lab.plan.DesignKeys;
import org.kindlin.lab.plan.Pairing;

/** The settings of a combination plan; topDose is that of the first agent. */
final class CombinationPlanKeys {
    static final DesignKeys DESIGN =
            new DesignKeys(new DesignKeys.Defaults("10 uM", "3", 6, 3, 1, 384, "0.4", true), "defactinib, paclitaxel");
    static final Key<Quantity> SECOND_TOP =
            Key.positive("topDose2", Unit.NANOMOLAR, "100 nM", "highest dose of the second agent in the assay well");
    static final Key<Pairing> PAIRING =
            Key.choice("pairing", Pairing.class, Pairing.CHECKERBOARD, "every pair of doses, or pairs of one ratio");
    static final Key<String> LINE = Key.text("line", "A549", "cell line, which names the plates")
            .onlyIf("name", name -> name.matches("[A-Za-z0-9][A-Za-z0-9 .()-]{0,30}"));
    static final Key<Double> SEEDING =
            DesignKeys.whole("cellsPerWell", 100, 100_000, 1000, "cells seeded in a well; assumed");
    static final Key<Quantity> EXPOSURE = Key.positive("exposure", Unit.HOUR, "72 h", "time with the agents; assumed");
    static final Key<Double> VEHICLE_WELLS = DesignKeys.whole("vehicleWells", 2, 384, 24, "vehicle wells of a plate");
    static final Key<Double> BLANK_WELLS =
            DesignKeys.whole("blankWells", 2, 384, 8, "wells of a plate with medium and no cells");
    static final Key<Quantity> EXPECTED_IC50 = Key.positive(
            "expectedIc50",
            Unit.NANOMOLAR,
            "1 uM",
            "expected ic50 of the first agent, for the simulation only; assumed");
    static final Key<Quantity> EXPECTED_IC50_2 = Key.positive(
            "expectedIc50Second",
            Unit.NANOMOLAR,
            "8 nM",
            "expected ic50 of the second agent, for the simulation only; assumed");
    static final Key<Double> EXPECTED_EXCESS = Key.number(
            "expectedExcess",
            -50,
            50,
            "10",
            "expected excess over Bliss independence where it expects 50 %, in percentage points; assumed");
    static final Key<Double> EXPECTED_SD =
            Key.number("expectedSd", 0, 100, "4", "expected noise of a well in percentage points; assumed");

    private CombinationPlanKeys() {}

    static List<Key<?>> all() {
        List<Key<?>> keys = new ArrayList<>(DESIGN.all());
        keys.addAll(List.of(
                SECOND_TOP,
                PAIRING,
                LINE,
                SEEDING,
                EXPOSURE,
                VEHICLE_WELLS,
                BLANK_WELLS,
                EXPECTED_IC50,
                EXPECTED_IC50_2,
                EXPECTED_EXCESS,
                EXPECTED_SD));
        return keys;
    }
}

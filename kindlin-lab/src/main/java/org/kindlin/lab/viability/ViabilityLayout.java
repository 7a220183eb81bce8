package org.kindlin.lab.viability;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateMap;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.numerics.random.RandomStream;

/** Where everything goes on a viability plate: blanks, vehicle and doses at random among the wells that are used. */
final class ViabilityLayout {
    private final List<WellAddress> used;

    ViabilityLayout(PlateFormat format, boolean avoidEdges) {
        this.used = format.wells().stream()
                .filter(well -> !avoidEdges || !format.isEdge(well))
                .toList();
    }

    int capacity() {
        return used.size();
    }

    /** The map of a treated plate. */
    PlateMap treated(
            String compound, double[] dosesNanomolar, int replicates, int vehicles, int blanks, RandomStream stream) {
        int[] order = stream.nextPermutation(used.size());
        List<Well> wells = new ArrayList<>();
        for (int i = 0; i < blanks; i++) {
            wells.add(Well.control(used.get(order[wells.size()]), WellRole.BLANK));
        }
        for (int i = 0; i < vehicles; i++) {
            wells.add(Well.control(used.get(order[wells.size()]), WellRole.VEHICLE));
        }
        for (int replicate = 1; replicate <= replicates; replicate++) {
            for (double dose : dosesNanomolar) {
                wells.add(new Well(
                        "",
                        used.get(order[wells.size()]),
                        WellRole.SAMPLE,
                        compound,
                        "free base",
                        new Quantity(dose, Unit.NANOMOLAR),
                        "",
                        replicate,
                        "",
                        ""));
            }
        }
        return new PlateMap("", wells);
    }

    /** The map of a day-0 plate: untreated cells, then blanks, row by row. */
    PlateMap dayZero(int cells, int blanks) {
        List<Well> wells = new ArrayList<>();
        for (int i = 0; i < cells + blanks; i++) {
            wells.add(Well.control(used.get(i), i < cells ? WellRole.VEHICLE : WellRole.BLANK));
        }
        return new PlateMap("", wells);
    }
}

package org.kindlin.lab.kinase;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateMap;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;

/**
 * Where everything goes on a kinase plate: vehicle in the first and last column, no-enzyme in the second and last but
 * one, ADP standards along the bottom row, dilution series row by row in between.
 */
final class KinaseLayout {
    /** Conversions of the standards in %, the usual ATP-to-ADP mixtures. */
    private static final double[] STANDARDS = {0, 1, 2, 5, 10, 20, 40, 60, 80, 100};

    private final PlateFormat format;
    private final List<Well> wells = new ArrayList<>();

    KinaseLayout(PlateFormat format) {
        this.format = format;
    }

    /** How many wells there are for dilution series. */
    static int capacity(PlateFormat format) {
        return (format.rows() - 1) * (format.columns() - 4);
    }

    /** The map, the series in the order of compounds, then replicates, then falling doses. */
    PlateMap map(List<String> compounds, double[] dosesNanomolar, int replicates) {
        controls();
        standards();
        List<WellAddress> free = format.wells().stream()
                .filter(well -> well.row() < format.rows() - 1 && isInner(well))
                .toList();
        int next = 0;
        for (String compound : compounds) {
            for (int replicate = 1; replicate <= replicates; replicate++) {
                for (double dose : dosesNanomolar) {
                    wells.add(sample(free.get(next++), compound, dose, replicate));
                }
            }
        }
        return new PlateMap("", wells);
    }

    private Well sample(WellAddress address, String compound, double dose, int replicate) {
        Quantity concentration = new Quantity(dose, Unit.NANOMOLAR);
        return new Well("", address, WellRole.SAMPLE, compound, "free base", concentration, "", replicate, "", "");
    }

    private void controls() {
        int last = format.columns() - 1;
        for (int row = 0; row < format.rows(); row++) {
            wells.add(Well.control(new WellAddress(row, 0), WellRole.VEHICLE));
            wells.add(Well.control(new WellAddress(row, last), WellRole.VEHICLE));
            wells.add(Well.control(new WellAddress(row, 1), WellRole.NO_ENZYME));
            wells.add(Well.control(new WellAddress(row, last - 1), WellRole.NO_ENZYME));
        }
    }

    private void standards() {
        int row = format.rows() - 1;
        int columns = format.columns() - 4;
        for (int i = 0; i < columns; i++) {
            Quantity percent = new Quantity(STANDARDS[i % STANDARDS.length], Unit.PERCENT);
            int replicate = i / STANDARDS.length + 1;
            wells.add(new Well(
                    "", new WellAddress(row, i + 2), WellRole.STANDARD, "ADP", "", percent, "", replicate, "", ""));
        }
    }

    private boolean isInner(WellAddress well) {
        return well.column() >= 2 && well.column() < format.columns() - 2;
    }
}

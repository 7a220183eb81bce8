package org.kindlin.lab.plan;

import java.time.LocalTime;
import java.util.List;
import org.kindlin.assays.plate.PlateFormat;

/**
 * What every plan of compounds on plates states.
 *
 * @param replicates wells of each dose on a plate
 * @param repeats plates made of each set of compounds
 * @param dmso volume fraction of DMSO in the assay well
 * @param overage what is made beyond need, as a fraction
 * @param start when work begins
 */
public record PlateDesign(
        List<Compound> compounds,
        DoseSeries doses,
        int replicates,
        int repeats,
        PlateFormat format,
        boolean avoidEdges,
        Arrangement arrangement,
        LiquidHandler handler,
        double dmso,
        double overage,
        LocalTime start) {

    public PlateDesign {
        compounds = List.copyOf(compounds);
    }

    /** Wells of a plate that may be used. */
    public int usableWells() {
        return PlateArranger.usable(format, avoidEdges).size();
    }

    /** Sample wells of one compound on a plate. */
    public int wellsPerCompound() {
        return doses.count() * replicates;
    }

    /** The same design with other replicates and doses over the same range. */
    public PlateDesign with(int otherReplicates, int otherDoses) {
        double fold = otherDoses == doses.count()
                ? doses.fold()
                : StrictMath.pow(doses.fold(), (doses.count() - 1.0) / (otherDoses - 1.0));
        return new PlateDesign(
                compounds,
                new DoseSeries(doses.top(), fold, otherDoses),
                otherReplicates,
                repeats,
                format,
                avoidEdges,
                arrangement,
                handler,
                dmso,
                overage,
                start);
    }
}

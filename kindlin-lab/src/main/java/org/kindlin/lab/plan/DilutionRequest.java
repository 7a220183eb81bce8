package org.kindlin.lab.plan;

import java.util.Collections;
import java.util.List;
import org.kindlin.assays.quantity.Quantity;

/**
 * What a dilution has to deliver.
 *
 * @param dmso volume fraction of DMSO in the assay well, the same in every well
 * @param well volume in the assay well at which the doses hold
 * @param added volume of diluted compound that a well gets; where DMSO is dispensed directly, that of the DMSO
 * @param wellsPerDose assay wells of each dose, over all plates
 * @param vehicleWells assay wells that get vehicle, over all plates
 * @param handler what moves the liquids
 * @param overage what is made beyond need, as a fraction
 * @param diluent name of the buffer or medium
 * @param tops highest dose of each compound, in their order; fold and number of doses are common
 */
public record DilutionRequest(
        List<Compound> compounds,
        DoseSeries doses,
        double dmso,
        Volume well,
        Volume added,
        int wellsPerDose,
        int vehicleWells,
        LiquidHandler handler,
        double overage,
        String diluent,
        List<Quantity> tops) {

    public DilutionRequest {
        compounds = List.copyOf(compounds);
        tops = List.copyOf(tops);
    }

    /** A request of compounds in the same doses. */
    public DilutionRequest(
            List<Compound> compounds,
            DoseSeries doses,
            double dmso,
            Volume well,
            Volume added,
            int wellsPerDose,
            int vehicleWells,
            LiquidHandler handler,
            double overage,
            String diluent) {
        this(
                compounds,
                doses,
                dmso,
                well,
                added,
                wellsPerDose,
                vehicleWells,
                handler,
                overage,
                diluent,
                Collections.nCopies(compounds.size(), doses.top()));
    }

    /** The doses of a compound. */
    DoseSeries doses(Compound compound) {
        return new DoseSeries(tops.get(compounds.indexOf(compound)), doses.fold(), doses.count());
    }

    /** Whether DMSO goes straight into the assay well. */
    public boolean isDirect() {
        return handler == LiquidHandler.ECHO;
    }

    /** Concentration in DMSO (nM) of a compound's highest dose. */
    double inDmso(Compound compound) {
        return doses(compound).nanomolar(0) / dmso;
    }

    /** Dilution from the series into the liquid that the assay well gets. */
    double intermediateFactor() {
        return (double) added.picolitres() / (well.picolitres() * dmso);
    }

    /** The volume wells take from one source, with overage. */
    Volume need(int wells) {
        return added.times(wells).scaled(1 + overage);
    }
}

package org.kindlin.lab.plan;

import java.util.List;

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
        String diluent) {

    public DilutionRequest {
        compounds = List.copyOf(compounds);
    }

    /** Whether DMSO goes straight into the assay well. */
    public boolean isDirect() {
        return handler == LiquidHandler.ECHO;
    }

    /** Concentration in DMSO (nM) of the dose at a position. */
    double inDmso(int position) {
        return doses.nanomolar(position) / dmso;
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

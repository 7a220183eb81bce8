package org.kindlin.lab.plan;

import java.util.List;

/**
 * A dilution in pipettable volumes, from the stock to the liquids that assay wells get.
 *
 * @param series what was diluted how, compound by compound
 * @param vehicle wells that hold DMSO at the same concentration and no compound
 * @param labware every plate and tube, in the order of use
 * @param stocks volume of stock solution that is drawn, in the order of compounds
 * @param dmso volume of plain DMSO drawn
 * @param diluent volume of buffer or medium drawn
 * @param transfers in order
 * @param liquids what every well holds after the transfers
 */
public record Dilution(
        List<Series> series,
        List<Place> vehicle,
        List<Labware> labware,
        List<Volume> stocks,
        Volume dmso,
        Volume diluent,
        List<Transfer> transfers,
        Liquids liquids) {

    public Dilution {
        series = List.copyOf(series);
        vehicle = List.copyOf(vehicle);
        labware = List.copyOf(labware);
        stocks = List.copyOf(stocks);
        transfers = List.copyOf(transfers);
    }

    /** The dilution of one compound, highest dose first. */
    public record Series(Compound compound, List<Dose> doses) {
        public Series {
            doses = List.copyOf(doses);
        }
    }

    /**
     * One dose on its way.
     *
     * @param nominal dose asked for, in nM
     * @param nanomolar dose that the volumes give in the assay well, in nM
     * @param inDmso concentration in the series, in nM
     * @param made how the well of the series is made: from the stock or the dose before, into DMSO
     * @param inSeries its well in the series
     * @param intermediate how it goes into buffer; empty source volume where DMSO is dispensed directly
     * @param source the well that assay wells are served from
     */
    public record Dose(
            double nominal,
            double nanomolar,
            double inDmso,
            Mixture made,
            Place inSeries,
            Mixture intermediate,
            Place source) {}
}

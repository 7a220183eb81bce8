package org.kindlin.assays.calibration;

/**
 * One reading of a specimen.
 *
 * @param place well or line, as its file names it
 * @param dilution by how much the specimen was diluted: 4 for one part in four
 * @param added amount of analyte added to the diluted specimen (spike), in the standards' unit; 0 for none
 * @param per cells and protein of the culture
 */
public record SpecimenWell(
        String place, Specimen specimen, double dilution, double added, Denominators per, double signal) {

    public SpecimenWell {
        if (!(dilution > 0) || !(added >= 0)) {
            throw new IllegalArgumentException(place + ": dilution " + dilution + ", added " + added);
        }
    }
}

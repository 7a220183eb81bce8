package org.kindlin.lab.plan;

import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.WellAddress;

/**
 * A plate or rack that holds liquid.
 *
 * @param name what the worksheet and the pick lists call it
 * @param description what to take from the shelf
 * @param format its wells; {@link PlateFormat#WELLS_24} for a rack of tubes
 * @param capacity most that a well may hold
 * @param dead what stays in a well because it cannot be taken up
 */
public record Labware(String name, String description, PlateFormat format, Volume capacity, Volume dead) {

    /** A rack of 1.5 mL tubes. */
    public static Labware tubes(String name) {
        return new Labware(
                name,
                "rack of 24 tubes, 1.5 mL, low-bind polypropylene",
                PlateFormat.WELLS_24,
                Volume.microlitres(1400),
                Volume.microlitres(20));
    }

    /** A V-bottom plate for a dilution series in DMSO. */
    public static Labware seriesPlate(String name) {
        return new Labware(
                name,
                "96-well V-bottom plate, polypropylene, 300 µL",
                PlateFormat.WELLS_96,
                Volume.microlitres(200),
                Volume.microlitres(5));
    }

    /** A deep-well plate for dilution in buffer or medium. */
    public static Labware deepWell(String name) {
        return new Labware(
                name,
                "96-deep-well plate, polypropylene, 2 mL",
                PlateFormat.WELLS_96,
                Volume.microlitres(1800),
                Volume.microlitres(20));
    }

    /** The usual source plate of an acoustic dispenser: working range 15 to 65 µL. */
    public static Labware acousticSource(String name) {
        return new Labware(
                name,
                "384-well acoustic source plate, polypropylene (384PP), 15-65 µL",
                PlateFormat.WELLS_384,
                Volume.microlitres(65),
                Volume.microlitres(15));
    }

    /** A trough of bulk liquid, drawn as one well. */
    public static Labware reservoir(String name, String description) {
        return new Labware(name, description, PlateFormat.WELLS_6, Volume.microlitres(195_000), Volume.NONE);
    }

    public Place at(WellAddress well) {
        return new Place(name, well);
    }

    public Place at(int row, int column) {
        return at(new WellAddress(row, column));
    }
}

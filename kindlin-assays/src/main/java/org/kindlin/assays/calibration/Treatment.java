package org.kindlin.assays.calibration;

import java.util.OptionalDouble;
import org.kindlin.assays.result.Prose;

/**
 * What a culture was treated with.
 *
 * @param compound empty where the map names none
 * @param form free base, HCl, d6; empty where not stated
 * @param nanomolar dose; empty where the map states none; 0 is vehicle
 */
public record Treatment(String compound, String form, OptionalDouble nanomolar) {
    /** A specimen that is no treated culture, or of which nothing is said. */
    public static final Treatment NONE = new Treatment("", "", OptionalDouble.empty());

    /** Treated with the solvent alone. */
    public static final Treatment VEHICLE = new Treatment("vehicle", "", OptionalDouble.of(0));

    public boolean isVehicle() {
        return equals(VEHICLE);
    }

    /** The dose as results name it; empty for vehicle and where none is stated. */
    public String dose() {
        return nanomolar.isPresent() && !isVehicle() ? Prose.number(nanomolar.getAsDouble()) + " nM" : "";
    }

    /** Compound and dose as sentences name them. */
    public String label() {
        return (compound + " " + dose()).strip();
    }

    /** Whether the map says what was done to the culture. */
    public boolean isStated() {
        return !compound.isEmpty();
    }
}

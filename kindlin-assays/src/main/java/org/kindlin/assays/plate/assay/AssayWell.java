package org.kindlin.assays.plate.assay;

import java.util.OptionalDouble;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;

/**
 * A usable well: what is in it, in this assay's units, and what was read.
 *
 * @param compound compound under test; empty for controls
 * @param form free base, HCl, d6; empty where not stated
 * @param amount nM of a compound, the assay's own unit of a standard; empty where the map states none
 * @param level the dose by name, where the map gives no concentration; may be empty
 * @param signal the reading
 */
public record AssayWell(
        WellAddress address,
        WellRole role,
        String compound,
        String form,
        OptionalDouble amount,
        String level,
        double signal) {

    /** The same well with another signal. */
    public AssayWell withSignal(double other) {
        return new AssayWell(address, role, compound, form, amount, level, other);
    }
}

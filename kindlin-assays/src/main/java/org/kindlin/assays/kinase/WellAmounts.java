package org.kindlin.assays.kinase;

import java.util.OptionalDouble;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.CompoundAmounts;
import org.kindlin.assays.plate.assay.WellAmount;
import org.kindlin.assays.quantity.Dimension;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;

/**
 * Concentrations of a plate map in the assay's units: nM of compound, percent ADP of a standard.
 *
 * @param atpMicromolar ATP, for standards given as an ADP concentration
 */
record WellAmounts(CompoundAmounts compounds, OptionalDouble atpMicromolar, Faults faults) implements WellAmount {

    @Override
    public OptionalDouble of(Well well) {
        if (well.role() != WellRole.STANDARD) {
            return compounds.of(well);
        }
        Quantity concentration = well.concentration();
        return concentration == null
                ? fault(well, "an ADP standard without an amount", "give % ADP or its concentration")
                : percentAdp(well, concentration);
    }

    private OptionalDouble percentAdp(Well well, Quantity concentration) {
        if (concentration.unit().dimension() == Dimension.FRACTION) {
            return OptionalDouble.of(concentration.in(Unit.PERCENT));
        }
        if (concentration.unit().dimension() != Dimension.AMOUNT_CONCENTRATION) {
            return fault(well, concentration + " is no amount of ADP", "give % ADP or its concentration");
        }
        return atpMicromolar.isEmpty()
                ? fault(well, concentration + " of ADP has no percentage while ATP is not stated", "set atp, or give %")
                : OptionalDouble.of(100 * concentration.in(Unit.MICROMOLAR) / atpMicromolar.getAsDouble());
    }

    private OptionalDouble fault(Well well, String problem, String remedy) {
        faults.add(compounds.mapFile(), "well " + well.address(), problem, remedy);
        return OptionalDouble.empty();
    }
}

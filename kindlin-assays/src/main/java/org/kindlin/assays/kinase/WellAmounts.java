package org.kindlin.assays.kinase;

import java.util.List;
import java.util.OptionalDouble;
import org.kindlin.assays.fault.Faults;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.quantity.CompoundForm;
import org.kindlin.assays.quantity.Dimension;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;

/**
 * Concentrations of a plate map in the assay's units: nM of compound, percent ADP of a standard.
 *
 * @param mapFile plate map that faults name
 * @param forms compound forms whose molar mass the study states
 * @param molarMass g/mol of every form that is not among them
 * @param atpMicromolar ATP, for standards given as an ADP concentration
 */
record WellAmounts(
        String mapFile,
        List<CompoundForm> forms,
        OptionalDouble molarMass,
        OptionalDouble atpMicromolar,
        Faults faults) {

    /** The amount a well holds; empty where the map states none, or where a fault was added. */
    OptionalDouble of(Well well) {
        Quantity concentration = well.concentration();
        if (well.role() == WellRole.STANDARD) {
            return concentration == null ? missingStandard(well) : percentAdp(well, concentration);
        }
        return concentration == null || well.role() != WellRole.SAMPLE
                ? OptionalDouble.empty()
                : nanomolar(well, concentration);
    }

    private OptionalDouble nanomolar(Well well, Quantity concentration) {
        return switch (concentration.unit().dimension()) {
            case AMOUNT_CONCENTRATION -> OptionalDouble.of(concentration.in(Unit.NANOMOLAR));
            case MASS_CONCENTRATION -> fromMass(well, concentration);
            default -> fault(well, concentration + " is no concentration", "give nM, uM or, with molarMass, ng/mL");
        };
    }

    private OptionalDouble fromMass(Well well, Quantity concentration) {
        OptionalDouble mass = molarMassOf(well);
        if (mass.isEmpty()) {
            return fault(
                    well,
                    concentration + " cannot be turned into moles without the molar mass of the form that was weighed",
                    "state it under compounds in study.yaml, or set molarMass: defactinib is 510.50 g/mol as free base, "
                            + "546.95 as HCl, 516.53 as d6");
        }
        CompoundForm form = new CompoundForm(well.compound(), well.form(), mass.getAsDouble());
        return OptionalDouble.of(form.toMolar(concentration).in(Unit.NANOMOLAR));
    }

    private OptionalDouble molarMassOf(Well well) {
        OptionalDouble stated = forms.stream()
                .filter(form -> form.compound().equalsIgnoreCase(well.compound())
                        && form.form().equalsIgnoreCase(well.form()))
                .mapToDouble(CompoundForm::molarMass)
                .findFirst();
        return stated.isPresent() ? stated : molarMass;
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

    private OptionalDouble missingStandard(Well well) {
        return fault(well, "an ADP standard without an amount", "give % ADP or its concentration");
    }

    private OptionalDouble fault(Well well, String problem, String remedy) {
        faults.add(mapFile, "well " + well.address(), problem, remedy);
        return OptionalDouble.empty();
    }
}

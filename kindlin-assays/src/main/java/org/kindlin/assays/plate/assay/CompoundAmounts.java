package org.kindlin.assays.plate.assay;

import java.util.List;
import java.util.OptionalDouble;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.quantity.CompoundForm;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;

/**
 * Concentrations of compounds in nM; those of controls are none.
 *
 * @param mapFile plate map that faults name
 * @param forms compound forms whose molar mass the study states
 * @param molarMass g/mol of every form that is not among them
 */
public record CompoundAmounts(String mapFile, List<CompoundForm> forms, OptionalDouble molarMass, Faults faults)
        implements WellAmount {

    /** The amounts of a plate's own map. */
    public static CompoundAmounts of(ChosenPlate source, OptionalDouble molarMass, Faults faults) {
        return new CompoundAmounts(source.mapPath(), source.file().compounds(), molarMass, faults);
    }

    @Override
    public OptionalDouble of(Well well) {
        Quantity concentration = well.concentration();
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

    private OptionalDouble fault(Well well, String problem, String remedy) {
        faults.add(mapFile, "well " + well.address(), problem, remedy);
        return OptionalDouble.empty();
    }
}

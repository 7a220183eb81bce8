package org.kindlin.assays.pharmacokinetics;

import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.quantity.Dimension;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;

/**
 * The units of a profile and what follows from them: areas, clearances, volumes.
 *
 * @param molarMass g/mol, where doses and concentrations differ in mass and mole
 */
public record ExposureUnits(
        Optional<Unit> concentration, Optional<Unit> time, Optional<DoseUnit> dose, OptionalDouble molarMass) {

    String concentrationSymbol() {
        return concentration.map(Unit::symbol).orElse("");
    }

    String timeSymbol() {
        return time.map(Unit::symbol).orElse("");
    }

    String rateSymbol() {
        return time.map(unit -> "1/" + unit.symbol()).orElse("");
    }

    /** {@code h*ng/mL}, as CDISC writes it. */
    String areaSymbol() {
        return both(timeSymbol());
    }

    /** {@code h^2*ng/mL}. */
    String momentSymbol() {
        return both(timeSymbol() + "^2");
    }

    private String both(String times) {
        return concentration.isPresent() && time.isPresent() ? times + "*" + concentrationSymbol() : "";
    }

    /** Unit of dose / concentration: litres, per kilogram where the dose is; empty where units are not stated. */
    String volumeSymbol() {
        return volumeFactor().isPresent() ? "L" + perKilogram() : "";
    }

    String clearanceSymbol() {
        return volumeFactor().isPresent() && time.isPresent() ? "L/" + timeSymbol() + perKilogram() : "";
    }

    private String perKilogram() {
        return dose.filter(DoseUnit::perKilogram).isPresent() ? "/kg" : "";
    }

    /** Litres in one dose unit per concentration unit; empty where it cannot be known. */
    OptionalDouble volumeFactor() {
        if (dose.isEmpty() || concentration.isEmpty()) {
            return OptionalDouble.empty();
        }
        boolean doseIsMass = dose.get().amount().dimension() == Dimension.MASS;
        boolean levelIsMass = concentration.get().dimension() == Dimension.MASS_CONCENTRATION;
        double ratio = new Quantity(1, dose.get().amount()).in(doseIsMass ? Unit.GRAM : Unit.MOLE)
                / new Quantity(1, concentration.get()).in(levelIsMass ? Unit.GRAM_PER_LITRE : Unit.MOLAR);
        if (doseIsMass == levelIsMass) {
            return OptionalDouble.of(ratio);
        }
        return molarMass.isPresent()
                ? OptionalDouble.of(doseIsMass ? ratio / molarMass.getAsDouble() : ratio * molarMass.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Whether mass and mole meet and no molar mass is stated. */
    boolean needsMolarMass() {
        return dose.isPresent() && concentration.isPresent() && volumeFactor().isEmpty();
    }
}

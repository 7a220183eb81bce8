package org.kindlin.assays.growth;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.result.Prose;

/**
 * One compartment that doses enter at once.
 *
 * @param halfLife in hours
 * @param peakPerDose concentration in ng/mL that a dose of 1 adds; empty where concentrations are amounts of drug in the body
 */
record DrugKinetics(double halfLife, Optional<Double> peakPerDose) {
    static final Key<Double> HALF_LIFE = Key.number(
            "drugHalfLife", 0.01, 10_000, "24", "Half-life of the drug in the animals, h; an assumption unless stated");
    static final Key<Double> PEAK = Key.number(
            "concentrationPerDose",
            1e-9,
            1e9,
            null,
            "Concentration in ng/mL that 1 mg/kg adds at once; without it concentrations are mg/kg of drug left in the body");

    private static final double HOURS = 24;

    static List<Key<?>> keys() {
        return List.of(HALF_LIFE, PEAK);
    }

    static DrugKinetics of(Resolved settings) {
        return new DrugKinetics(settings.get(HALF_LIFE), settings.find(PEAK));
    }

    /** In 1/d. */
    double elimination() {
        return Math.log(2) * HOURS / halfLife;
    }

    /** Concentration that a dose adds. */
    double added(double dose) {
        return dose * peakPerDose.orElse(1.0);
    }

    /** Unit of concentrations. */
    String unit(String doseUnit) {
        return peakPerDose.isPresent() ? "ng/mL" : doseUnit;
    }

    String text(String doseUnit) {
        return "each at once into one compartment with a half-life of " + Prose.number(halfLife) + " h"
                + peakPerDose
                        .map(peak -> ", 1 " + doseUnit + " adding " + Prose.number(peak) + " ng/mL.")
                        .orElse("; concentrations are " + doseUnit + " of drug in the body.");
    }
}

package org.kindlin.lab.plan.growth;

import java.util.List;

/**
 * How much every animal gets. All arms get the same volume for their weight, so that volume does not break the blinding; arms differ
 * in the strength of their formulation.
 *
 * @param volumePerKg mL/kg at each administration
 * @param perDay administrations a day (BID: 2)
 * @param days of dosing
 * @param limit largest volume at one administration, mL/kg
 * @param arms one an arm
 */
public record Dosing(double volumePerKg, int perDay, int days, double limit, List<ArmDose> arms) {
    private static final double G_PER_KG = 1000;
    private static final double UL_PER_ML = 1000;
    private static final double OVERAGE = 1.2;

    public Dosing {
        arms = List.copyOf(arms);
    }

    /**
     * The dose of an arm.
     *
     * @param dose mg/kg at each administration, agent by agent in words ({@code 50 + 10}); the strength is of each
     */
    public record ArmDose(String arm, List<Double> dose) {
        public ArmDose {
            dose = List.copyOf(dose);
        }

        /** Strength of each agent in the formulation, mg/mL. */
        public List<Double> strengths(double volumePerKg) {
            return dose.stream().map(one -> one / volumePerKg).toList();
        }
    }

    /** Microlitres at one administration for an animal of this weight in g, to the next 10. */
    public double microlitres(double weight) {
        return Math.rint(weight / G_PER_KG * volumePerKg * UL_PER_ML / 10) * 10;
    }

    /** Millilitres of formulation for animals of these weights over all days, with a fifth for losses. */
    public double millilitres(double totalWeight) {
        return OVERAGE * totalWeight / G_PER_KG * volumePerKg * perDay * days;
    }

    /** Whether one administration stays within the limit. */
    public boolean isWithinLimit() {
        return volumePerKg <= limit;
    }
}

package org.kindlin.lab.kinase;

import org.kindlin.numerics.binding.CompetitiveInhibition;
import org.kindlin.numerics.binding.QuadraticBinding;

/**
 * An ADP-forming kinase reaction at initial velocity, with an ATP-competitive, tightly binding inhibitor.
 *
 * @param atp ATP in nM
 * @param kmAtp Km(ATP) in nM
 * @param enzyme active enzyme in nM
 * @param vehicleConversion ATP turned into ADP without inhibitor, as a fraction
 */
record KinaseReaction(double atp, double kmAtp, double enzyme, double vehicleConversion) {

    /** Fraction of the ATP turned into ADP at this total inhibitor concentration (nM); Morrison's equation. */
    double conversion(double ki, double inhibitor) {
        return vehicleConversion * new QuadraticBinding(enzyme, apparent(ki), inhibitor).unboundFraction();
    }

    /** Inhibitor concentration (nM) of half inhibition: Ki (1 + ATP/Km) + enzyme/2. */
    double ic50(double ki) {
        return CompetitiveInhibition.halfInhibition(apparent(ki), enzyme);
    }

    private double apparent(double ki) {
        return new CompetitiveInhibition(atp, kmAtp).apparentConstant(ki);
    }
}

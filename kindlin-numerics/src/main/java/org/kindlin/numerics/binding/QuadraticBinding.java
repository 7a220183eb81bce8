package org.kindlin.numerics.binding;

/**
 * One-site equilibrium binding without the assumption that free ligand equals total ligand.
 *
 * <p>Target T and ligand L bind with dissociation constant K; T and L are total concentrations, all three in one unit.
 * The unbound fraction f of the target solves T f² − (T − L − K) f − K = 0. With an inhibitor as ligand and K the
 * apparent inhibition constant, f = v/v₀ is Morrison's equation (J. F. Morrison, Biochim. Biophys. Acta 185:269-286,
 * 1969; R. A. Copeland, Evaluation of Enzyme Inhibitors in Drug Discovery, 2nd ed. 2013, section 7.1).
 *
 * <p>The textbook form 1 − (T + L + K − √((T + L + K)² − 4TL)) / 2T loses all digits when L ≫ T; here neither f nor the
 * bound fraction 1 − f is ever the difference of near-equal numbers, and both keep full relative accuracy.
 *
 * @param target total concentration of target, at least 0; at 0 the hyperbola K / (K + L) is the limit
 * @param constant dissociation constant, at least 0, in the unit of {@code target}
 * @param ligand total concentration of ligand, at least 0, in the unit of {@code target}
 */
public record QuadraticBinding(double target, double constant, double ligand) {
    public QuadraticBinding {
        requireConcentration("target", target);
        requireConcentration("constant", constant);
        requireConcentration("ligand", ligand);
    }

    private static void requireConcentration(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and not negative, not " + value);
        }
    }

    /** The unbound fraction of the target, from 0 to 1: v/v₀ for an inhibitor. */
    public double unboundFraction() {
        double excess = excess();
        double root = root();
        if (excess < 0) {
            return 2 * constant / (root - excess);
        }
        return target > 0 ? Math.min(1, (excess + root) / (2 * target)) : 1;
    }

    /** The bound fraction of the target, 1 − {@link #unboundFraction}, without cancellation. */
    public double boundFraction() {
        return ligand == 0 ? 0 : Math.min(1, 2 * ligand / (target + ligand + constant + root()));
    }

    /** ∂f/∂L = −f / S with S = √((T − L − K)² + 4TK); per unit of concentration. */
    public double derivativeByLigand() {
        return -unboundFraction() / root();
    }

    /** ∂f/∂K = (1 − f) / S; per unit of concentration. */
    public double derivativeByConstant() {
        return boundFraction() / root();
    }

    /** ∂f/∂T = f (1 − f) / S; per unit of concentration. */
    public double derivativeByTarget() {
        return unboundFraction() * boundFraction() / root();
    }

    /** Target left over if binding took all ligand and K: T − L − K. */
    private double excess() {
        return target - ligand - constant;
    }

    /** S = √((T − L − K)² + 4TK), a sum of squares; zero only where K = 0 and T = L, where f has a corner. */
    private double root() {
        return StrictMath.hypot(excess(), 2 * Math.sqrt(target) * Math.sqrt(constant));
    }
}

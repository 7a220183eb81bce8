package org.kindlin.numerics.binding;

import java.util.OptionalDouble;

/**
 * Conversions between half-inhibition concentration and inhibition constants for an inhibitor that competes with a
 * substrate.
 *
 * <p>The apparent constant is K_app = K (1 + S/Km) (Y.-C. Cheng and W. H. Prusoff, Biochem. Pharmacol. 22:3099-3108,
 * 1973), and the total concentration giving half inhibition is K_app + T/2 at a total target concentration T (L. H.
 * Easson and E. Stedman, Proc. R. Soc. B 121:142-164, 1936; S. Cha, Biochem. Pharmacol. 24:2177-2185, 1975): half the
 * target is a floor below which no half-inhibition concentration can be measured.
 *
 * @param substrate concentration of the competing substrate, at least 0
 * @param michaelisConstant Km of that substrate, positive, in the same unit
 */
public record CompetitiveInhibition(double substrate, double michaelisConstant) {
    public CompetitiveInhibition {
        if (!(substrate >= 0 && substrate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("substrate must be finite and not negative, not " + substrate);
        }
        if (!(michaelisConstant > 0 && michaelisConstant < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "michaelisConstant must be finite and positive, not " + michaelisConstant);
        }
    }

    /** The factor 1 + S/Km by which the competing substrate raises the inhibition constant. */
    public double shift() {
        return 1 + substrate / michaelisConstant;
    }

    /** The inhibition constant K from the apparent constant K_app. */
    public double inhibitionConstant(double apparentConstant) {
        return apparentConstant / shift();
    }

    /** The apparent constant K_app from the inhibition constant K. */
    public double apparentConstant(double inhibitionConstant) {
        return inhibitionConstant * shift();
    }

    /**
     * The half-inhibition concentration expected here, from one measured under other substrate conditions at the same
     * total target concentration: (IC50 − T/2) × shift / other shift + T/2; empty where the measured value does not
     * exceed T/2.
     */
    public OptionalDouble translate(double halfInhibition, double target, CompetitiveInhibition from) {
        OptionalDouble apparent = apparentFromHalfInhibition(halfInhibition, target);
        return apparent.isEmpty()
                ? apparent
                : OptionalDouble.of(
                        halfInhibition(apparentConstant(from.inhibitionConstant(apparent.getAsDouble())), target));
    }

    /** Total inhibitor giving half inhibition: K_app + T/2. */
    public static double halfInhibition(double apparentConstant, double target) {
        return apparentConstant + target / 2;
    }

    /** K_app = IC50 − T/2; empty where the half-inhibition concentration does not exceed its floor of T/2. */
    public static OptionalDouble apparentFromHalfInhibition(double halfInhibition, double target) {
        double apparent = halfInhibition - target / 2;
        return apparent > 0 ? OptionalDouble.of(apparent) : OptionalDouble.empty();
    }
}

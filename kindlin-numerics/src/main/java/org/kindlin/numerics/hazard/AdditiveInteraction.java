package org.kindlin.numerics.hazard;

/**
 * Interaction of two exposures on the scale of hazard ratios themselves (Rothman 1976; delta-method errors: Hosmer and
 * Lemeshow, Epidemiology 3:452, 1992), from log hazard ratios b1, b2 and their interaction b3.
 *
 * @param reri relative excess due to interaction, HR11 - HR10 - HR01 + 1
 * @param attributable RERI over HR11
 * @param synergy (HR11 - 1) / (HR10 + HR01 - 2)
 */
public record AdditiveInteraction(
        double reri, double reriError, double attributable, double attributableError, double synergy) {

    /** From the coefficients and covariance of first, second and interaction, in this order. */
    public static AdditiveInteraction of(double[] b, double[][] covariance) {
        double one = StrictMath.exp(b[0]);
        double two = StrictMath.exp(b[1]);
        double both = StrictMath.exp(b[0] + b[1] + b[2]);
        double reri = both - one - two + 1;
        double[] gradient = {both - one, both - two, both};
        // AP = 1 - exp(-b2 - b3) - exp(-b1 - b3) + exp(-b1 - b2 - b3)
        double last = 1 / both;
        double[] share = {two / both - last, one / both - last, two / both + one / both - last};
        return new AdditiveInteraction(
                reri, error(gradient, covariance), reri / both, error(share, covariance), (both - 1) / (one + two - 2));
    }

    private static double error(double[] gradient, double[][] covariance) {
        double variance = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                variance += gradient[i] * gradient[j] * covariance[i][j];
            }
        }
        return Math.sqrt(variance);
    }
}

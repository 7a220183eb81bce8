package org.kindlin.numerics.regression;

/**
 * The spread of the errors at an optimum.
 *
 * @param exists false where no residual degrees of freedom remain or a robust loss rejects too much to tell
 * @param standardDeviation error of an observation of weight one
 * @param covarianceFactor what (JᵀJ)⁻¹ is multiplied by
 * @param likelihoodFactor what a rise of Q is divided by to be F-distributed with 1 numerator degree of freedom
 *     (least squares: s²; robust: R. M. Schrader and T. P. Hettmansperger, Biometrika 67:93-101, 1980)
 */
record Dispersion(boolean exists, double standardDeviation, double covarianceFactor, double likelihoodFactor) {
    private static final Dispersion NONE = new Dispersion(false, 0, 0, 0);

    static Dispersion of(Objective objective, double[] theta, double rss) {
        int n = objective.observations();
        int p = objective.freeCount();
        if (n <= p) {
            return NONE;
        }
        if (objective.loss() instanceof Loss.LeastSquares) {
            double variance = rss / (n - p);
            return new Dispersion(true, Math.sqrt(variance), variance, variance);
        }
        return robust(objective, theta, n, p);
    }

    private static Dispersion robust(Objective objective, double[] theta, int n, int p) {
        double[] r = new double[n];
        objective.residuals(theta, r);
        double squares = 0;
        double slopes = 0;
        double slopeSquares = 0;
        for (double residual : r) {
            double u = residual / objective.scale();
            double psi = u * objective.loss().weight(u);
            double slope = objective.loss().influenceSlope(u);
            squares += psi * psi;
            slopes += slope;
            slopeSquares += slope * slope;
        }
        double mean = slopes / n;
        if (!(mean > 0)) {
            return NONE;
        }
        double correction = 1 + p * (slopeSquares / n - mean * mean) / (n * mean * mean);
        double scale2 = objective.scale() * objective.scale();
        double psi2 = squares / (n - p);
        return new Dispersion(
                true, objective.scale(), correction * correction * scale2 * psi2 / (mean * mean), scale2 * psi2 / mean);
    }
}

package org.kindlin.numerics.mixed;

/** A linear mixed model with crossed or nested random intercepts, fitted by restricted maximum likelihood. */
public final class CrossedFit {
    private final VarianceComponents at;
    private final boolean[] isFree;

    /** @param isFree which variances are not held at zero */
    CrossedFit(VarianceComponents at, boolean[] isFree) {
        this.at = at;
        this.isFree = isFree;
    }

    /** Fixed effects in the order of their columns. */
    public double[] coefficients() {
        return at.coefficients().clone();
    }

    /** The variance between the groups of a factor; zero where the data show none. */
    public double variance(int factor) {
        return at.variance()[factor];
    }

    /** The variance of a measurement beyond its groups and what is known of it. */
    public double residualVariance() {
        return at.variance()[at.variance().length - 1];
    }

    /** Predicted effects of the groups of a factor. */
    public double[] effects(int factor) {
        return at.effects(factor);
    }

    /** Minus twice the restricted log-likelihood. */
    public double criterion() {
        return at.criterion();
    }

    /**
     * A combination of fixed effects, with Satterthwaite's degrees of freedom by the expected information of the variances that
     * are not zero; infinite where none is estimated.
     */
    public Contrast contrast(double[] combination) {
        double value = SmallMatrix.dot(combination, at.coefficients());
        double variance = SmallMatrix.quadratic(combination, at.covariance());
        double[] slopes = at.slopes(combination);
        double spread = spread(slopes);
        double df = spread > 0 ? 2 * variance * variance / spread : Double.POSITIVE_INFINITY;
        return new Contrast(value, Math.sqrt(variance), Math.max(1, df));
    }

    /** The variance of the variance whose derivatives these are. */
    private double spread(double[] slopes) {
        int count = slopes.length;
        double[] information = at.information();
        double[] masked = slopes.clone();
        for (int k = 0; k < count; k++) {
            if (!isFree[k]) {
                masked[k] = 0;
                for (int l = 0; l < count; l++) {
                    information[k * count + l] = k == l ? 1 : 0;
                    information[l * count + k] = k == l ? 1 : 0;
                }
            }
        }
        if (!SmallMatrix.cholesky(information, count)) {
            return 0;
        }
        return SmallMatrix.quadratic(masked, SmallMatrix.inverse(information, count));
    }
}

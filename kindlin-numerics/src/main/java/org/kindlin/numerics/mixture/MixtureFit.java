package org.kindlin.numerics.mixture;

/**
 * A mixture fitted to counts.
 *
 * @param shape parameters that the components share
 * @param expected number of events in each component, not negative
 * @param logLikelihood of the counts as Poisson numbers, without the terms that no parameter changes
 * @param deviance {@code 2 sum (n ln(n/fitted) - (n - fitted))}
 * @param pearson {@code sum (n - fitted)^2 / fitted} over bins of at least five fitted events, the others pooled in order
 * @param pearsonBins number of bins, after pooling
 * @param covariance of the expected numbers, then of the shape; zero for what is fixed or at a limit
 * @param atLimit which of them are
 * @param settled whether the search ended because nothing was to be gained
 */
public record MixtureFit(
        double[] shape,
        double[] expected,
        double logLikelihood,
        double deviance,
        double pearson,
        int pearsonBins,
        double[][] covariance,
        boolean[] atLimit,
        boolean settled) {

    /** Parameters that were free to move. */
    public int freeParameters() {
        int free = 0;
        for (boolean fixed : atLimit) {
            free += fixed ? 0 : 1;
        }
        return free;
    }

    /** Residual degrees of freedom of Pearson's statistic; at least 1. */
    public int degreesOfFreedom() {
        return Math.max(1, pearsonBins - freeParameters());
    }
}

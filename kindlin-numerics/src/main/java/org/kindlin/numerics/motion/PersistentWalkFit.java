package org.kindlin.numerics.motion;

/**
 * A persistent random walk fitted to tracks.
 *
 * @param walk common to all tracks
 * @param covariance of ln S, ln P, ln sigma, in this order; zero for what is at a limit
 * @param atLimit which of these are
 * @param logLikelihood of all positions after the first of each track
 * @param tracks number of tracks
 * @param steps number of steps
 * @param settled whether the search ended at an optimum
 */
public record PersistentWalkFit(
        PersistentWalk walk,
        double[][] covariance,
        boolean[] atLimit,
        double logLikelihood,
        int tracks,
        int steps,
        boolean settled) {

    /** Standard error of ln S. */
    public double logSpeedError() {
        return Math.sqrt(covariance[0][0]);
    }

    /** Standard error of ln P. */
    public double logPersistenceError() {
        return Math.sqrt(covariance[1][1]);
    }

    /** Standard error of ln D, with {@code D = S^2 P / n}. */
    public double logDiffusionError() {
        return Math.sqrt(Math.max(0, 4 * covariance[0][0] + 4 * covariance[0][1] + covariance[1][1]));
    }

    /** Standard error of ln sigma. */
    public double logLocalisationError() {
        return Math.sqrt(covariance[2][2]);
    }
}

package org.kindlin.numerics.statistics;

/**
 * What replicates of one thing say: where they lie and how they scatter.
 *
 * @param mean their mean
 * @param variance their sample variance
 * @param df its degrees of freedom, at least one
 */
public record ReplicateGroup(double mean, double variance, int df) {

    public ReplicateGroup {
        if (!Double.isFinite(mean) || !(variance >= 0) || !Double.isFinite(variance) || df < 1) {
            throw new IllegalArgumentException("mean " + mean + ", variance " + variance + ", df " + df);
        }
    }

    /** The group of at least two values. */
    public static ReplicateGroup of(double... values) {
        return new ReplicateGroup(Descriptive.mean(values), Descriptive.variance(values), values.length - 1);
    }

    /** The same group in a unit this many times as large. */
    public ReplicateGroup inUnitsOf(double unit) {
        return new ReplicateGroup(mean / unit, variance / (unit * unit), df);
    }
}

package org.kindlin.numerics.statistics;

/**
 * A variance that grows with the mean: var = floor^2 + (cv mean)^2, the two-component error model of D. M. Rocke and S.
 * Lorenzato, Technometrics 37:176-184 (1995), without their log-normal tail.
 *
 * @param floor standard deviation at a mean of zero, not negative
 * @param cv standard deviation over mean where the mean is large, not negative
 */
public record VarianceFunction(double floor, double cv) {

    public VarianceFunction {
        if (!(floor >= 0) || !(cv >= 0) || !Double.isFinite(floor) || !Double.isFinite(cv)) {
            throw new IllegalArgumentException("floor " + floor + ", cv " + cv);
        }
    }

    /** The variance where the mean is this. */
    public double at(double mean) {
        return floor * floor + cv * cv * mean * mean;
    }
}

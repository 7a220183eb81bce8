package org.kindlin.numerics.mixture;

/**
 * A component of a mixture of normal distributions in two dimensions.
 *
 * @param weight its share
 */
public record BivariateNormal(
        double weight, double meanX, double meanY, double varianceX, double covariance, double varianceY) {

    /** Natural logarithm of weight times density. */
    public double logDensity(double x, double y) {
        double determinant = varianceX * varianceY - covariance * covariance;
        return StrictMath.log(weight)
                - StrictMath.log(2 * Math.PI * Math.sqrt(determinant))
                - squaredDistance(x, y) / 2;
    }

    /** Mahalanobis distance from the mean, squared. */
    public double squaredDistance(double x, double y) {
        double dx = x - meanX;
        double dy = y - meanY;
        double determinant = varianceX * varianceY - covariance * covariance;
        return (varianceY * dx * dx - 2 * covariance * dx * dy + varianceX * dy * dy) / determinant;
    }
}

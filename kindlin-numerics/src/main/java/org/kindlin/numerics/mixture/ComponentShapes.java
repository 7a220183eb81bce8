package org.kindlin.numerics.mixture;

/** The components of a mixture over bins, as a function of a few parameters that they share. */
public interface ComponentShapes {

    int components();

    int bins();

    /**
     * The chance of each bin under each component.
     *
     * @param shape parameters, within their limits
     * @param chances {@code [component][bin]}, overwritten; each component sums to at most 1
     */
    void chances(double[] shape, double[][] chances);
}

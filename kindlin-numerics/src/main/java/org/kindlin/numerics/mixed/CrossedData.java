package org.kindlin.numerics.mixed;

import java.util.List;

/**
 * Measurements with any number of grouping factors, crossed or nested.
 *
 * @param response one for each measurement
 * @param fixed design of the fixed effects, row by row; independent columns
 * @param known variance of each measurement that is known beforehand, in addition to the residual one; zero where none is
 * @param groups for every factor the group of each measurement, counted from 0
 */
public record CrossedData(double[] response, double[][] fixed, double[] known, List<int[]> groups) {

    public CrossedData {
        groups = List.copyOf(groups);
        int n = response.length;
        if (fixed.length != n || known.length != n || groups.stream().anyMatch(group -> group.length != n)) {
            throw new IllegalArgumentException("designs, variances and groups are not as many as measurements");
        }
    }

    int observations() {
        return response.length;
    }

    int fixedCount() {
        return fixed.length == 0 ? 0 : fixed[0].length;
    }
}

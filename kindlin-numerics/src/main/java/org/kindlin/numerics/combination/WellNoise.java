package org.kindlin.numerics.combination;

import java.util.List;
import java.util.Optional;
import org.kindlin.numerics.combination.DoseMatrix.Cell;
import org.kindlin.numerics.statistics.ReplicateGroup;
import org.kindlin.numerics.statistics.VarianceFunction;
import org.kindlin.numerics.statistics.VarianceFunctionFit;

/**
 * How wells of a dose matrix scatter: a variance that grows with what is left of the response, {@code floor^2 + (cv (1 -
 * e))^2} at effect e, from the replicates of all cells.
 *
 * @param groups replicates of the cells that have any, as responses {@code 1 - e}
 */
public record WellNoise(VarianceFunction function, List<ReplicateGroup> groups) {
    public WellNoise {
        groups = List.copyOf(groups);
    }

    /** From groups of responses {@code 1 - e}; empty where they scatter by no more than this standard deviation. */
    public static Optional<WellNoise> of(List<ReplicateGroup> groups, double least) {
        if (groups.isEmpty() || !(pooled(groups) > least * least)) {
            return Optional.empty();
        }
        VarianceFunction function = VarianceFunctionFit.of(groups)
                .map(VarianceFunctionFit::function)
                .orElseGet(() -> new VarianceFunction(Math.sqrt(pooled(groups)), 0));
        return Optional.of(new WellNoise(function, groups));
    }

    private static double pooled(List<ReplicateGroup> groups) {
        double squares = 0;
        double degreesOfFreedom = 0;
        for (ReplicateGroup group : groups) {
            squares += group.df() * group.variance();
            degreesOfFreedom += group.df();
        }
        return squares / degreesOfFreedom;
    }

    /** Standard errors of cell means whose true effects are these. */
    double[] standardErrors(List<Cell> cells, double[] effect) {
        double[] sd = new double[effect.length];
        for (int c = 0; c < sd.length; c++) {
            sd[c] = Math.sqrt(function.at(1 - effect[c]) / cells.get(c).replicates());
        }
        return sd;
    }

    /** With how many the mean variance of these cell means is known (Satterthwaite 1946, Biometrics Bull 2:110). */
    double degreesOfFreedom(List<Cell> cells, double[] effect) {
        double byFloor = 0;
        double byCv = 0;
        for (int c = 0; c < effect.length; c++) {
            double share = 1.0 / cells.get(c).replicates();
            byFloor += share;
            byCv += share * (1 - effect[c]) * (1 - effect[c]);
        }
        double variance = byFloor * function.floor() * function.floor() + byCv * function.cv() * function.cv();
        double[][] covariance = VarianceFunctionFit.covariance(function, groups);
        double ofVariance = byFloor * byFloor * covariance[0][0]
                + 2 * byFloor * byCv * covariance[0][1]
                + byCv * byCv * covariance[1][1];
        return 2 * variance * variance / ofVariance;
    }
}

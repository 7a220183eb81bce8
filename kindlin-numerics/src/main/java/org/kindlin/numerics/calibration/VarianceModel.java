package org.kindlin.numerics.calibration;

import java.util.List;
import java.util.Optional;
import org.kindlin.numerics.statistics.ReplicateGroup;
import org.kindlin.numerics.statistics.VarianceFunction;
import org.kindlin.numerics.statistics.VarianceFunctionFit;

/**
 * The variance floor^2 + (cv mean)^2 of a reading by its mean, estimated from the replicates of all concentrations together
 * (R. J. Carroll and D. Ruppert, Transformation and Weighting in Regression, 1988, 3.2; D. M. Rocke and S. Lorenzato,
 * Technometrics 37:176, 1995): two numbers from all replicates, where variances of single concentrations are as many numbers
 * from two degrees of freedom each. Between concentrations the mean is interpolated. Where replicates do not tell, every
 * reading has the same weight.
 */
@SuppressWarnings("ArrayRecordComponent")
record VarianceModel(double[] concentration, double[] mean, Optional<VarianceFunction> function)
        implements CalibrationWeighting.WeightFunction {
    /** No mean is believed below this part of the largest: weights would grow without bound. */
    private static final double LEAST_BELIEVED = 0.01;

    static VarianceModel of(Calibrators data) {
        List<Calibrators.Level> levels = data.levels();
        double[] means = levels.stream().mapToDouble(Calibrators.Level::mean).toArray();
        double unit = largest(means);
        List<ReplicateGroup> groups = levels.stream()
                .filter(level -> level.size() > 1 && unit > 0)
                .map(level -> ReplicateGroup.of(level.responses()).inUnitsOf(unit))
                .toList();
        Optional<VarianceFunction> function = VarianceFunctionFit.of(groups).map(VarianceFunctionFit::function);
        return new VarianceModel(
                levels.stream().mapToDouble(Calibrators.Level::concentration).toArray(), means, function);
    }

    @Override
    public double at(double x) {
        double unit = largest(mean);
        double believed = Math.max(Math.abs(meanAt(x)) / unit, LEAST_BELIEVED);
        return function.map(known -> known.at(believed))
                .filter(variance -> variance > 0)
                .map(variance -> 1 / variance)
                .orElse(1.0);
    }

    private double meanAt(double x) {
        int last = concentration.length - 1;
        if (x <= concentration[0] || last == 0) {
            return mean[0];
        }
        if (x >= concentration[last]) {
            return mean[last];
        }
        int above = 1;
        while (concentration[above] < x) {
            above++;
        }
        double share = (x - concentration[above - 1]) / (concentration[above] - concentration[above - 1]);
        return mean[above - 1] + share * (mean[above] - mean[above - 1]);
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}

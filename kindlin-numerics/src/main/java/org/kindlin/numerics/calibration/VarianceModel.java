package org.kindlin.numerics.calibration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kindlin.numerics.statistics.ReplicateGroup;
import org.kindlin.numerics.statistics.VarianceFunction;
import org.kindlin.numerics.statistics.VarianceFunctionFit;

/**
 * The variance floor^2 + (cv signal)^2 of a reading, estimated from all replicates together, further specimens' among them
 * (R. J. Carroll and D. Ruppert, Transformation and Weighting in Regression, 1988, 3.2; D. M. Rocke and S. Lorenzato,
 * Technometrics 37:176, 1995): two numbers from all replicates, where variances of single concentrations are as many numbers
 * from two degrees of freedom each. The signal is what a reading has beyond the background, the mean of the zero standard
 * where that reads least: what is pipetted scatters in proportion, the plate and the reagent do not. Between concentrations
 * the mean is interpolated. Where replicates do not tell, every reading has the same weight.
 *
 * @param concentration ascending
 * @param signal mean reading beyond the background
 * @param groups the replicates, in units of the largest signal
 */
@SuppressWarnings("ArrayRecordComponent")
record VarianceModel(
        double[] concentration, double[] signal, Optional<VarianceFunction> function, List<ReplicateGroup> groups)
        implements CalibrationWeighting.WeightFunction {
    /** No signal is believed below this part of the largest: weights would grow without bound. */
    private static final double LEAST_BELIEVED = 0.01;

    /**
     * @param further readings that were meant to be alike, of specimens
     */
    static VarianceModel of(Calibrators data, List<double[]> further) {
        List<Calibrators.Level> levels = data.levels();
        double background = background(levels);
        double[] signals =
                levels.stream().mapToDouble(level -> level.mean() - background).toArray();
        double unit = largest(signals);
        List<ReplicateGroup> groups = Stream.concat(levels.stream().map(Calibrators.Level::responses), further.stream())
                .filter(readings -> readings.length > 1 && unit > 0)
                .map(readings -> signal(readings, background).inUnitsOf(unit))
                .toList();
        Optional<VarianceFunction> function = VarianceFunctionFit.of(groups).map(VarianceFunctionFit::function);
        return new VarianceModel(
                levels.stream().mapToDouble(Calibrators.Level::concentration).toArray(), signals, function, groups);
    }

    /** What the zero standard reads where nothing reads less; zero without one. */
    private static double background(List<Calibrators.Level> levels) {
        Calibrators.Level first = levels.getFirst();
        boolean least =
                levels.stream().mapToDouble(Calibrators.Level::mean).min().orElse(0) == first.mean();
        return first.concentration() == 0 && least ? first.mean() : 0;
    }

    private static ReplicateGroup signal(double[] readings, double background) {
        ReplicateGroup group = ReplicateGroup.of(readings);
        return new ReplicateGroup(group.mean() - background, group.variance(), group.df());
    }

    @Override
    public double at(double x) {
        return function.map(known -> known.at(believed(x)))
                .filter(variance -> variance > 0)
                .map(variance -> 1 / variance)
                .orElse(1.0);
    }

    /** The signal that the variance at a concentration is taken at, in units of the largest. */
    double believed(double x) {
        return Math.max(Math.abs(signalAt(x)) / largest(signal), LEAST_BELIEVED);
    }

    private double signalAt(double x) {
        int last = concentration.length - 1;
        if (x <= concentration[0] || last == 0) {
            return signal[0];
        }
        if (x >= concentration[last]) {
            return signal[last];
        }
        int above = 1;
        while (concentration[above] < x) {
            above++;
        }
        double share = (x - concentration[above - 1]) / (concentration[above] - concentration[above - 1]);
        return signal[above - 1] + share * (signal[above] - signal[above - 1]);
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}

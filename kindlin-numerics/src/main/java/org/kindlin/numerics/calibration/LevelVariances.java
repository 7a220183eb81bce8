package org.kindlin.numerics.calibration;

import java.util.List;

/**
 * Variances of the replicates of each concentration, none below a tenth of the pooled one (chance makes few replicates
 * equal); a concentration without replicates takes the pooled variance. Between concentrations the logarithm of the
 * variance is interpolated, beyond them it stays.
 */
@SuppressWarnings("ArrayRecordComponent")
record LevelVariances(double[] concentration, double[] logVariance) implements CalibrationWeighting.WeightFunction {
    private static final double LEAST_SHARE = 0.1;

    static LevelVariances of(Calibrators data) {
        List<Calibrators.Level> levels = data.levels();
        double pooled = pooled(levels);
        return new LevelVariances(
                levels.stream().mapToDouble(Calibrators.Level::concentration).toArray(),
                levels.stream()
                        .mapToDouble(level -> level.size() < 2 ? pooled : level.scatter() / (level.size() - 1))
                        .map(variance -> StrictMath.log(Math.max(variance, LEAST_SHARE * pooled)))
                        .toArray());
    }

    /** The variance within levels; one, so that weights are equal, where there are no replicates or no scatter. */
    private static double pooled(List<Calibrators.Level> levels) {
        double scatter = levels.stream().mapToDouble(Calibrators.Level::scatter).sum();
        int df = levels.stream().mapToInt(level -> level.size() - 1).sum();
        return df > 0 && scatter > 0 ? scatter / df : 1;
    }

    @Override
    public double at(double x) {
        int last = concentration.length - 1;
        if (x <= concentration[0]) {
            return StrictMath.exp(-logVariance[0]);
        }
        if (x >= concentration[last]) {
            return StrictMath.exp(-logVariance[last]);
        }
        int above = 1;
        while (concentration[above] < x) {
            above++;
        }
        double share = (x - concentration[above - 1]) / (concentration[above] - concentration[above - 1]);
        return StrictMath.exp(-(logVariance[above - 1] + share * (logVariance[above] - logVariance[above - 1])));
    }
}

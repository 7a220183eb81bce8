package org.kindlin.numerics.calibration;

import java.util.List;

/** How the variance of a response is taken to depend on concentration x; weights are its reciprocal. */
public enum CalibrationWeighting {
    /** The variance is the same everywhere. */
    CONSTANT,
    /** The variance is proportional to x. */
    INVERSE_CONCENTRATION,
    /** The standard deviation is proportional to x. */
    INVERSE_SQUARE,
    /** The variance of the replicates at each concentration, between them interpolated. */
    REPLICATE_VARIANCE,
    /** A variance that grows with the signal, floor^2 + (cv signal)^2, from all replicates. */
    VARIANCE_MODEL;

    /**
     * The weight at every concentration, as these calibrators define it.
     *
     * @param further replicate readings of specimens, which tell of the scatter too
     */
    WeightFunction of(Calibrators data, List<double[]> further) {
        double floor = data.lowestPositive();
        return switch (this) {
            case CONSTANT -> _ -> 1;
            case INVERSE_CONCENTRATION -> x -> 1 / Math.max(x, floor);
            case INVERSE_SQUARE -> x -> 1 / (Math.max(x, floor) * Math.max(x, floor));
            case REPLICATE_VARIANCE -> LevelVariances.of(data);
            case VARIANCE_MODEL -> VarianceModel.of(data, further);
        };
    }

    /** Weight of an observation by its concentration, zero and beyond the calibrators included; positive. */
    @FunctionalInterface
    interface WeightFunction {
        double at(double concentration);
    }
}

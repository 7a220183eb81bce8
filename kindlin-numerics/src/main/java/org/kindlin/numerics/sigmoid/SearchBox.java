package org.kindlin.numerics.sigmoid;

/**
 * The box searched, in the coordinates of {@link Shape}. Equal limits fix a coordinate.
 *
 * @param low least {@code ln ic50}, {@code ln h}, {@code ln g}
 * @param high greatest
 */
@SuppressWarnings("ArrayRecordComponent")
record SearchBox(double[] low, double[] high) {

    static SearchBox of(SigmoidSpec spec, Replicates data) {
        double margin = spec.searchDecades();
        Constraint ic50 = spec.constraint(Parameter.LOG_IC50);
        double lowest = data.lowest() / Replicates.LN10 - margin;
        double highest = data.highest() / Replicates.LN10 + margin;
        double ic50Low = ic50.low(lowest);
        double ic50High = ic50.high(highest);
        Constraint hill = spec.constraint(Parameter.HILL_SLOPE);
        Constraint asymmetry = spec.constraint(Parameter.ASYMMETRY);
        return new SearchBox(
                new double[] {
                    (Double.isFinite(ic50Low) ? ic50Low : Math.min(lowest, ic50High)) * Replicates.LN10,
                    StrictMath.log(hill.low(SigmoidSpec.HILL_BOX.low())),
                    StrictMath.log(asymmetry.low(SigmoidSpec.ASYMMETRY_BOX.low()))
                },
                new double[] {
                    (Double.isFinite(ic50High) ? ic50High : Math.max(highest, ic50Low)) * Replicates.LN10,
                    StrictMath.log(hill.high(SigmoidSpec.HILL_BOX.high())),
                    StrictMath.log(asymmetry.high(SigmoidSpec.ASYMMETRY_BOX.high()))
                });
    }

    boolean isFixed(int coordinate) {
        return low[coordinate] == high[coordinate];
    }

    /** The same box with one coordinate held at a value, which may lie outside. */
    SearchBox fixed(int coordinate, double value) {
        double[] changedLow = low.clone();
        double[] changedHigh = high.clone();
        changedLow[coordinate] = value;
        changedHigh[coordinate] = value;
        return new SearchBox(changedLow, changedHigh);
    }

    double width(int coordinate) {
        return high[coordinate] - low[coordinate];
    }

    double clip(int coordinate, double value) {
        return Math.clamp(value, low[coordinate], high[coordinate]);
    }

    /** Whether the coordinate cannot move against its gradient. */
    boolean isHeld(int coordinate, double at, double gradient) {
        return (at <= low[coordinate] && gradient >= 0) || (at >= high[coordinate] && gradient <= 0);
    }
}

package org.kindlin.numerics.sigmoid;

import java.util.Arrays;

/**
 * Least sums of squares of symmetric curves with one mid-point at slopes a factor of {@code sqrt(2)} apart, over the whole
 * box of slopes. A curve twice as steep has the square of {@code e^-|z|}, so two exponentials per dose serve all but the
 * last rung.
 */
final class SlopeLadder {
    private static final double RUNG = 0.34657359027997264;
    private static final double ROOT_OF_TWO = Math.sqrt(2);

    /** Below this the squares of a basis may have lost digits. */
    private static final double LEAST_SPREAD = 1e-250;

    private final ProjectedProblem problem;
    private final double[] lnDose;
    private final double[] weight;
    private final double[] deviation;
    private final double scatter;
    private final double meanWeight;
    private final double middle;
    /** Logarithms of the slopes. */
    final double[] logSlope;

    SlopeLadder(ProjectedProblem problem, SearchBox box) {
        this.problem = problem;
        this.logSlope = rungs(box);
        Replicates data = problem.data;
        this.lnDose = data.lnDose();
        this.weight = data.weight();
        this.middle = 0.5 * (data.lowest() + data.highest());
        this.deviation = new double[lnDose.length];
        double centre = data.centre();
        double total = 0;
        double squares = 0;
        for (int d = 0; d < lnDose.length; d++) {
            deviation[d] = data.mean()[d] - centre;
            total += weight[d];
            squares += weight[d] * deviation[d] * deviation[d];
        }
        this.meanWeight = 1 / total;
        this.scatter = squares;
    }

    /** The logarithms of the slopes of a ladder; there are at least two. */
    static double[] rungs(SearchBox box) {
        int count = (int) Math.ceil(box.width(1) / RUNG - 1e-9);
        double[] logSlope = new double[count + 1];
        for (int i = 0; i < count; i++) {
            logSlope[i] = box.low()[1] + i * RUNG;
        }
        logSlope[count] = box.high()[1];
        return logSlope;
    }

    /** Farthest that a minimum between rungs can be from its rung. */
    static double spacing() {
        return RUNG;
    }

    /** The least sum of squares at every rung. */
    double[] values(double mid) {
        double[] values = new double[logSlope.length];
        int top = logSlope.length - 1;
        double slope = StrictMath.exp(logSlope[0]);
        double[][] powers = {powers(mid, slope), powers(mid, slope * ROOT_OF_TWO)};
        for (int i = 0; i < top; i++) {
            values[i] = value(mid, i, powers[i % 2]);
            square(powers[i % 2]);
        }
        values[top] = value(mid, top, powers(mid, StrictMath.exp(logSlope[top])));
        return values;
    }

    /** Rungs lower than both neighbours; of equal ones the first. */
    static int[] basins(double[] values) {
        int[] found = new int[values.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            boolean fromBelow = i == 0 || values[i] < values[i - 1];
            boolean fromAbove = i + 1 == values.length || values[i] <= values[i + 1];
            if (fromBelow && fromAbove) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private double[] powers(double mid, double slope) {
        double[] result = new double[lnDose.length];
        for (int d = 0; d < result.length; d++) {
            result[d] = Exponential.of(-slope * Math.abs(lnDose[d] - mid));
        }
        return result;
    }

    private static void square(double[] powers) {
        for (int d = 0; d < powers.length; d++) {
            powers[d] *= powers[d];
        }
    }

    private double value(double mid, int rung, double[] powers) {
        double spread = problem.hasFreePlateaus() ? unexplained(mid, powers) : Double.NaN;
        return Double.isNaN(spread) ? solved(mid, rung, powers) : spread;
    }

    /** With free plateaus: the scatter less what the logistic function explains that is small in the tail the doses see. */
    private double unexplained(double mid, double[] powers) {
        boolean high = mid > middle;
        double one = 0;
        double squares = 0;
        double products = 0;
        for (int d = 0; d < powers.length; d++) {
            double near = 1 / (1 + powers[d]);
            double basis = lnDose[d] < mid == high ? powers[d] * near : near;
            double weighted = weight[d] * basis;
            one += weighted;
            squares += weighted * basis;
            products += weighted * deviation[d];
        }
        double spread = squares - one * one * meanWeight;
        return spread > LEAST_SPREAD ? scatter - products * products / spread : Double.NaN;
    }

    private double solved(double mid, int rung, double[] powers) {
        for (int d = 0; d < powers.length; d++) {
            double near = 1 / (1 + powers[d]);
            double far = powers[d] * near;
            boolean below = lnDose[d] < mid;
            problem.shape.fraction[d] = below ? near : far;
            problem.shape.complement[d] = below ? far : near;
        }
        return problem.valueOfShape(new double[] {mid, logSlope[rung], 0}).sumOfSquares();
    }
}

package org.kindlin.numerics.sigmoid;

import java.util.Arrays;
import org.kindlin.numerics.sigmoid.lane.Exponentials;
import org.kindlin.numerics.sigmoid.lane.Moments;

/**
 * What symmetric curves with one mid-point explain at slopes a factor of {@code sqrt(2)} apart, one mid-point per lane:
 * {@link SlopeLadder} in lanes. A workspace.
 */
final class LaneLadder {
    static final int LANES = Moments.LANES;

    /** Responses: [dose][lane]. */
    final double[][] response;

    final double[] mid = new double[LANES];
    /** Logarithms of the slopes. */
    final double[] logSlope;
    /** Explained sum of squares: [rung][lane]. */
    final double[][] explained;

    private final double[] lnDose;
    private final double[] weight;
    private final double meanWeight;
    private final double centre;
    /** {@code e^(-h |ln x - a|)} of every other rung: [dose][lane]. */
    private final double[][] even;

    private final double[][] odd;
    private final double[] tail = new double[LANES];
    private final double[] side = new double[LANES];
    private final double[] basis = new double[LANES];
    private final double[] one = new double[LANES];
    private final double[] squares = new double[LANES];
    private final double[] products = new double[LANES];

    LaneLadder(BatchDesign design) {
        this.lnDose = design.replicates.lnDose();
        this.weight = design.replicates.weight();
        this.meanWeight = 1 / design.totalWeight;
        this.centre = 0.5 * (design.replicates.lowest() + design.replicates.highest());
        this.logSlope = SlopeLadder.rungs(design.box);
        this.explained = new double[logSlope.length][LANES];
        this.response = new double[lnDose.length][LANES];
        this.even = new double[lnDose.length][LANES];
        this.odd = new double[lnDose.length][LANES];
    }

    /** Climbs the ladder in every lane. */
    void evaluate() {
        int top = logSlope.length - 1;
        sides(mid, centre, tail);
        setPowers(StrictMath.exp(logSlope[0]), even);
        setPowers(StrictMath.exp(logSlope[1]), odd);
        for (int rung = 0; rung < top; rung++) {
            double[][] powers = rung % 2 == 0 ? even : odd;
            explain(powers, explained[rung]);
            for (double[] power : powers) {
                square(power);
            }
        }
        setPowers(StrictMath.exp(logSlope[top]), even);
        explain(even, explained[top]);
    }

    /** Whether the only local optimum of a lane is the one next to this slope. */
    boolean hasOneOptimum(int lane, double at) {
        boolean seen = false;
        for (int i = 0; i < logSlope.length; i++) {
            boolean fromBelow = i == 0 || explained[i][lane] > explained[i - 1][lane];
            boolean fromAbove = i + 1 == logSlope.length || explained[i][lane] >= explained[i + 1][lane];
            if (fromBelow && fromAbove) {
                if (seen || !(Math.abs(logSlope[i] - at) <= SlopeLadder.spacing())) {
                    return false;
                }
                seen = true;
            }
        }
        return seen;
    }

    private void setPowers(double slope, double[][] powers) {
        for (int dose = 0; dose < lnDose.length; dose++) {
            distances(lnDose[dose], mid, slope, powers[dose]);
            Exponentials.of(powers[dose], powers[dose]);
            invert(powers[dose]);
        }
    }

    private void explain(double[][] powers, double[] into) {
        Arrays.fill(one, 0);
        Arrays.fill(squares, 0);
        Arrays.fill(products, 0);
        for (int dose = 0; dose < lnDose.length; dose++) {
            sides(mid, lnDose[dose], side);
            logistics(powers[dose], side, tail, basis);
            add(weight[dose], basis, response[dose], one, squares, products);
        }
        explain(one, squares, products, meanWeight, into);
    }

    /** 1 where the mid-point lies above, -1 below. */
    private static void sides(double[] mid, double at, double[] side) {
        double bounded = Math.max(at, -Double.MAX_VALUE);
        for (int l = 0; l < LANES; l++) {
            side[l] = Exponentials.sign(mid[l] - bounded);
        }
    }

    private static void distances(double lnDose, double[] mid, double slope, double[] size) {
        for (int l = 0; l < LANES; l++) {
            size[l] = Math.min(Math.abs(slope * (lnDose - mid[l])), Exponentials.LARGEST);
        }
    }

    private static void invert(double[] x) {
        for (int l = 0; l < LANES; l++) {
            x[l] = 1 / x[l];
        }
    }

    private static void square(double[] x) {
        for (int l = 0; l < LANES; l++) {
            x[l] *= x[l];
        }
    }

    /** The logistic function that is small in the tail the doses see. */
    private static void logistics(double[] power, double[] side, double[] tail, double[] basis) {
        for (int l = 0; l < LANES; l++) {
            double near = 1 / (1 + power[l]);
            double far = power[l] * near;
            double sign = 0.5 * side[l] * tail[l];
            basis[l] = (0.5 + sign) * far + (0.5 - sign) * near;
        }
    }

    private static void add(
            double w, double[] basis, double[] response, double[] one, double[] squares, double[] products) {
        for (int l = 0; l < LANES; l++) {
            double weighted = w * basis[l];
            one[l] += weighted;
            squares[l] = Math.fma(weighted, basis[l], squares[l]);
            products[l] = Math.fma(weighted, response[l], products[l]);
        }
    }

    private static void explain(double[] one, double[] squares, double[] products, double w, double[] explained) {
        for (int l = 0; l < LANES; l++) {
            explained[l] = products[l] * products[l] / (squares[l] - one[l] * one[l] * w);
        }
    }
}

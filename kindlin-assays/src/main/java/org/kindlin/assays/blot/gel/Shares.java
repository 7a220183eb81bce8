package org.kindlin.assays.blot.gel;

import org.kindlin.numerics.image.SkewedPeaks;

/** How the signal of every row is shared among the bands that overlap there. */
final class Shares {
    private static final double NONE = 1e-9;

    private Shares() {}

    /** For each band its part of every row, the parts of a row summing to one. */
    static double[][] of(SkewedPeaks shapes, double[] tops, int from, int to) {
        int bands = shapes.size();
        double[][] share = new double[bands][to - from + 1];
        double strongest = 0;
        for (int k = 0; k < bands; k++) {
            strongest = Math.max(strongest, shapes.height()[k]);
        }
        for (int y = from; y <= to; y++) {
            double sum = 0;
            int nearest = 0;
            for (int k = 0; k < bands; k++) {
                share[k][y - from] = shapes.at(k, y);
                sum += share[k][y - from];
                nearest = Math.abs(y - tops[k]) < Math.abs(y - tops[nearest]) ? k : nearest;
            }
            for (int k = 0; k < bands; k++) {
                share[k][y - from] = sum > NONE * strongest ? share[k][y - from] / sum : k == nearest ? 1 : 0;
            }
        }
        return share;
    }
}

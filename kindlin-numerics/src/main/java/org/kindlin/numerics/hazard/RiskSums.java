package org.kindlin.numerics.hazard;

import java.util.Arrays;

/**
 * Sums over a risk set of weights, weighted covariates and their products; products of two are packed by row, lower triangle,
 * products of three in the same manner, where they are asked for.
 */
final class RiskSums {
    final int terms;
    double weight;
    final double[] first;
    final double[] second;
    /** Of length zero where not asked for. */
    final double[] third;

    RiskSums(int terms, boolean withThird) {
        this.terms = terms;
        first = new double[terms];
        second = new double[terms * (terms + 1) / 2];
        third = new double[withThird ? terms * (terms + 1) * (terms + 2) / 6 : 0];
    }

    /** Adds a row of the design with a weight; a negative weight takes it away. */
    void add(double w, double[] design, int row) {
        weight += w;
        int offset = row * terms;
        int packed = 0;
        for (int j = 0; j < terms; j++) {
            double wx = w * design[offset + j];
            first[j] += wx;
            for (int k = 0; k <= j; k++) {
                second[packed++] += wx * design[offset + k];
            }
        }
        if (third.length > 0) {
            addThird(w, design, offset);
        }
    }

    private void addThird(double w, double[] design, int offset) {
        int packed = 0;
        for (int j = 0; j < terms; j++) {
            for (int k = 0; k <= j; k++) {
                double product = w * design[offset + j] * design[offset + k];
                for (int l = 0; l <= k; l++) {
                    third[packed++] += product * design[offset + l];
                }
            }
        }
    }

    void clear() {
        weight = 0;
        Arrays.fill(first, 0);
        Arrays.fill(second, 0);
        Arrays.fill(third, 0);
    }
}

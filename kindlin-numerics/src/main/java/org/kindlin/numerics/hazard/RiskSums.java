package org.kindlin.numerics.hazard;

/** Sums over a risk set of weights, weighted covariates and their products; products are packed by row, lower triangle. */
final class RiskSums {
    final int terms;
    double weight;
    final double[] first;
    final double[] second;

    RiskSums(int terms) {
        this.terms = terms;
        first = new double[terms];
        second = new double[terms * (terms + 1) / 2];
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
    }

    void clear() {
        weight = 0;
        java.util.Arrays.fill(first, 0);
        java.util.Arrays.fill(second, 0);
    }
}

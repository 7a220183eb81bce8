package org.kindlin.numerics.hazard;

/**
 * The sum over all subsets of a given size of the product of their weights, with its first and second derivatives by the
 * coefficients: the denominator of the exact partial likelihood, by recursion over members (Gail, Lubin and Rubinstein,
 * Biometrika 68:703, 1981).
 */
final class SubsetSums {
    /** Sums are scaled down when they pass this, so that no size overflows. */
    private static final double LARGE = 1e200;

    private final int terms;
    private final int size;
    private final int block;
    private final double[] sums;
    private double logScale;
    private int members;

    SubsetSums(int terms, int size) {
        this.terms = terms;
        this.size = size;
        block = 1 + terms + terms * (terms + 1) / 2;
        sums = new double[(size + 1) * block];
        sums[0] = 1;
    }

    void add(double weight, double[] design, int offset) {
        for (int d = Math.min(size, ++members); d >= 1; d--) {
            take(d * block, (d - 1) * block, weight, design, offset);
        }
        if (sums[size * block] > LARGE) {
            rescale();
        }
    }

    /** Subsets of one size gain those that hold the new member: B_d += w B_{d-1}, and its derivatives. */
    private void take(int to, int from, double w, double[] x, int offset) {
        double below = sums[from];
        sums[to] += w * below;
        int second = 1 + terms;
        for (int j = 0; j < terms; j++) {
            double xj = x[offset + j];
            double belowJ = sums[from + 1 + j];
            sums[to + 1 + j] += w * (belowJ + xj * below);
            for (int k = 0; k <= j; k++) {
                double xk = x[offset + k];
                sums[to + second] +=
                        w * (sums[from + second] + xj * sums[from + 1 + k] + xk * belowJ + xj * xk * below);
                second++;
            }
        }
    }

    private void rescale() {
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= LARGE;
        }
        logScale += StrictMath.log(LARGE);
    }

    double total() {
        return sums[size * block];
    }

    double logScale() {
        return logScale;
    }

    double first(int j) {
        return sums[size * block + 1 + j];
    }

    double second(int packed) {
        return sums[size * block + 1 + terms + packed];
    }
}

package org.kindlin.assays.event.gating;

import java.util.Arrays;

/** A fluorochrome: detectors weighted by its column of the unmixing matrix, summed in the order of the matrix. */
final class Compensated extends Values {
    /** Terms added in one pass over the block: enough that the sum is seldom stored and read again. */
    private static final int TERMS = 4;
    /** One by one a value costs as much as this many in a run. */
    private static final int FEW = 6;

    private final Detectors detectors;
    private final double[] weights;
    private final int[] chosen = new int[BLOCK];

    Compensated(Detectors detectors, double[] weights) {
        this.detectors = detectors;
        this.weights = weights.clone();
    }

    @Override
    void compute(long from, int count, double[] out) {
        double[][] seen = detectors.at(from, count);
        Arrays.fill(out, 0, count, 0);
        int paired = weights.length - weights.length % TERMS;
        for (int d = 0; d < paired; d += TERMS) {
            add(seen, d, count, out);
        }
        for (int d = paired; d < weights.length; d++) {
            double[] term = seen[d];
            double weight = weights[d];
            for (int i = 0; i < count; i++) {
                out[i] += weight * term[i];
            }
        }
    }

    private void add(double[][] terms, int first, int count, double[] sum) {
        double[] a = terms[first];
        double[] b = terms[first + 1];
        double[] c = terms[first + 2];
        double[] d = terms[first + 3];
        double ofA = weights[first];
        double ofB = weights[first + 1];
        double ofC = weights[first + 2];
        double ofD = weights[first + 3];
        for (int i = 0; i < count; i++) {
            sum[i] = sum[i] + ofA * a[i] + ofB * b[i] + ofC * c[i] + ofD * d[i];
        }
    }

    @Override
    boolean isWorthChoosing(int asked, int count) {
        return asked * FEW < count;
    }

    @Override
    void choose(long from, int count, long[] asked, double[] out) {
        double[][] seen = detectors.at(from, count);
        int events = 0;
        for (int w = 0; w < Membership.words(count); w++) {
            for (long rest = asked[w]; rest != 0; rest &= rest - 1) {
                chosen[events++] = (w << 6) + Long.numberOfTrailingZeros(rest);
            }
        }
        for (int e = 0; e < events; e++) {
            out[chosen[e]] = 0;
        }
        int paired = weights.length - weights.length % TERMS;
        for (int d = 0; d < paired; d += TERMS) {
            addChosen(seen, d, events, out);
        }
        for (int d = paired; d < weights.length; d++) {
            for (int e = 0; e < events; e++) {
                out[chosen[e]] += weights[d] * seen[d][chosen[e]];
            }
        }
    }

    private void addChosen(double[][] terms, int first, int events, double[] sum) {
        double[] a = terms[first];
        double[] b = terms[first + 1];
        double[] c = terms[first + 2];
        double[] d = terms[first + 3];
        double ofA = weights[first];
        double ofB = weights[first + 1];
        double ofC = weights[first + 2];
        double ofD = weights[first + 3];
        for (int e = 0; e < events; e++) {
            int i = chosen[e];
            sum[i] = sum[i] + ofA * a[i] + ofB * b[i] + ofC * c[i] + ofD * d[i];
        }
    }
}

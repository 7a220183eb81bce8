package org.kindlin.assays.event.gating;

import java.util.List;

/** A fluorochrome: detectors weighted by its column of the unmixing matrix, summed in the order of the matrix. */
final class Compensated extends Values {
    private final Detectors detectors;
    private final double[] weights;

    Compensated(Detectors detectors, double[] weights) {
        this.detectors = detectors;
        this.weights = weights.clone();
        detectors.add(this);
    }

    /** Computes with it what else of the same detectors is likely asked for: sums cost less together. */
    @Override
    void compute(long from, int count, double[] out) {
        List<Compensated> likely = detectors.likely(from);
        double[][] shares = new double[likely.size()][];
        double[][] sums = new double[likely.size()][];
        for (int m = 0; m < sums.length; m++) {
            shares[m] = likely.get(m).weights;
            sums[m] = likely.get(m).room();
            likely.get(m).computed(from);
        }
        detectors.combine(from, count, shares, sums);
    }

    @Override
    boolean isWorthChoosing(int asked, int count) {
        return asked * detectors.worthOfOne() < count;
    }

    @Override
    void choose(long from, int count, long[] asked, double[] out) {
        for (int w = 0; w < Membership.words(count); w++) {
            for (long rest = asked[w]; rest != 0; rest &= rest - 1) {
                int event = (w << 6) + Long.numberOfTrailingZeros(rest);
                out[event] = detectors.combine(from, count, weights, event);
            }
        }
    }
}

package org.kindlin.assays.event.gating;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A fluorochrome: detectors weighted by its column of the unmixing matrix, summed in the order of the matrix. */
final class Compensated extends Values {
    /** One by one a value costs as much as this many in a run. */
    private static final int FEW = 16;

    private final Detectors detectors;
    private final double[] weights;
    private List<Compensated> together = List.of(this);

    Compensated(Detectors detectors, double[] weights) {
        this.detectors = detectors;
        this.weights = weights.clone();
    }

    /** Lets fluorochromes that see the same detectors be computed together from now on. */
    static void join(List<? extends Values> values) {
        Map<Detectors, Set<Compensated>> groups = new LinkedHashMap<>();
        for (Values each : values) {
            if (each instanceof Compensated fluorochrome) {
                groups.computeIfAbsent(fluorochrome.detectors, _ -> new LinkedHashSet<>())
                        .add(fluorochrome);
            }
        }
        groups.values().forEach(group -> group.forEach(member -> member.together = List.copyOf(group)));
    }

    @Override
    void compute(long from, int count, double[] out) {
        List<Compensated> missing = new ArrayList<>(together.size());
        for (Compensated member : together) {
            if (!member.isComputed(from)) {
                missing.add(member);
            }
        }
        double[][] shares = new double[missing.size()][];
        double[][] sums = new double[missing.size()][];
        for (int m = 0; m < sums.length; m++) {
            shares[m] = missing.get(m).weights;
            sums[m] = missing.get(m).room();
            missing.get(m).computed(from);
        }
        detectors.combine(from, count, shares, sums);
    }

    @Override
    boolean isWorthChoosing(int asked, int count) {
        return asked * FEW < count;
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

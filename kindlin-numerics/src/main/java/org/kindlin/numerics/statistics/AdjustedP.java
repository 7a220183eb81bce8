package org.kindlin.numerics.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/** P values adjusted for how many tests were made together; the order of the tests is kept. */
public final class AdjustedP {
    private AdjustedP() {}

    /** Step-down control of the family-wise error (S. Holm, Scand J Stat 6:65, 1979). */
    public static double[] holm(double[] p) {
        int[] order = ascending(p);
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int i = 0; i < order.length; i++) {
            largest = Math.max(largest, Math.min(1, p[order[i]] * (order.length - i)));
            adjusted[order[i]] = largest;
        }
        return adjusted;
    }

    /** Step-up control of the false discovery rate (Benjamini and Hochberg, J R Stat Soc B 57:289, 1995). */
    public static double[] benjaminiHochberg(double[] p) {
        int[] order = ascending(p);
        double[] adjusted = new double[p.length];
        double least = 1;
        for (int i = order.length - 1; i >= 0; i--) {
            least = Math.min(least, p[order[i]] * order.length / (i + 1));
            adjusted[order[i]] = least;
        }
        return adjusted;
    }

    private static int[] ascending(double[] p) {
        return IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}

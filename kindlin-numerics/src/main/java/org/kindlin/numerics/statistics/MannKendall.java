package org.kindlin.numerics.statistics;

import java.util.Arrays;
import java.util.Optional;

/**
 * The Mann-Kendall test of a monotone trend, with the Theil-Sen slope (H. B. Mann, Econometrica 13:245-259, 1945; M. G.
 * Kendall, Rank Correlation Methods, 4th ed. 1975; P. K. Sen, J. Am. Stat. Assoc. 63:1379-1389, 1968).
 *
 * <p>Without ties and up to {@value #MOST_EXACT} values p is exact, from the number of permutations with so many
 * inversions; otherwise by the normal approximation with the variance corrected for ties and for continuity.
 *
 * @param score number of later values above earlier ones, less that of later values below
 * @param slope median of (later - earlier)/(steps between them)
 * @param p two-sided
 */
public record MannKendall(int score, double slope, double p) {
    /** Fewest values that could show a trend at 5 %. */
    public static final int FEWEST = 5;

    private static final int MOST_EXACT = 40;

    /** The test of values in their order; empty with fewer than {@value #FEWEST}. */
    public static Optional<MannKendall> of(double... values) {
        int n = values.length;
        if (n < FEWEST) {
            return Optional.empty();
        }
        int score = 0;
        double[] slopes = new double[n * (n - 1) / 2];
        int pairs = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                score += Double.compare(values[j], values[i]) > 0 ? 1 : values[j] < values[i] ? -1 : 0;
                slopes[pairs++] = (values[j] - values[i]) / (j - i);
            }
        }
        boolean tied = Arrays.stream(values).distinct().count() < n;
        double p = tied || n > MOST_EXACT ? approximate(values, score) : exact(n, score);
        return Optional.of(new MannKendall(score, Descriptive.median(slopes), p));
    }

    /** P(|S| at least so large) when every order is as likely: inversions are counted one value at a time. */
    private static double exact(int n, int score) {
        double[] chance = {1};
        for (int k = 2; k <= n; k++) {
            double[] next = new double[chance.length + k - 1];
            for (int i = 0; i < chance.length; i++) {
                for (int j = 0; j < k; j++) {
                    next[i + j] += chance[i] / k;
                }
            }
            chance = next;
        }
        int most = n * (n - 1) / 2;
        double p = 0;
        for (int inversions = 0; inversions <= most; inversions++) {
            p += Math.abs(most - 2 * inversions) >= Math.abs(score) ? chance[inversions] : 0;
        }
        return Math.min(1, p);
    }

    private static double approximate(double[] values, int score) {
        int n = values.length;
        double variance = n * (n - 1.0) * (2.0 * n + 5);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        for (int from = 0; from < n; ) {
            int to = from;
            while (to < n && sorted[to] == sorted[from]) {
                to++;
            }
            int t = to - from;
            variance -= t * (t - 1.0) * (2.0 * t + 5);
            from = to;
        }
        double z = (Math.abs(score) - 1) / Math.sqrt(variance / 18);
        return score == 0 || !(variance > 0) ? 1 : Math.min(1, 2 * Distributions.normalUpperTail(z));
    }
}

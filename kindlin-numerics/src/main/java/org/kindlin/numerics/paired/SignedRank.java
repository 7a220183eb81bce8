package org.kindlin.numerics.paired;

import java.util.Arrays;
import org.kindlin.numerics.statistics.Distributions;

/**
 * Wilcoxon's signed-rank test, exact given the ranks as they are, ties included (Wilcoxon 1945; conditional distribution by
 * convolution), with the Hodges-Lehmann estimate (Ann Math Stat 34:598, 1963).
 *
 * <p>Zeros are left out (Wilcoxon), or take their ranks and then count for neither side (Pratt 1959). Beyond
 * {@value #MOST_EXACT} differences the normal distribution with tie correction takes over.
 */
public final class SignedRank {
    static final int MOST_EXACT = 300;

    /** What happens to differences of zero. */
    public enum Zeros {
        /** They are left out before ranking. */
        WILCOXON,
        /** They are ranked, then left out. */
        PRATT
    }

    private final double[] differences;
    /** Twice the mid-ranks of the differences that are not zero: whole numbers. */
    private final int[] doubledRanks;

    private final int doubledPositive;

    private SignedRank(double[] all, Zeros zeros) {
        double[] ranked =
                zeros == Zeros.WILCOXON ? Arrays.stream(all).filter(d -> d != 0).toArray() : all;
        int[] ranks = doubledRanks(ranked);
        differences = Arrays.stream(all).filter(d -> d != 0).toArray();
        doubledRanks = new int[differences.length];
        int at = 0;
        int positive = 0;
        for (int i = 0; i < ranked.length; i++) {
            if (ranked[i] != 0) {
                doubledRanks[at++] = ranks[i];
                positive += ranked[i] > 0 ? ranks[i] : 0;
            }
        }
        doubledPositive = positive;
    }

    public static SignedRank of(double[] differences, Zeros zeros) {
        return new SignedRank(differences, zeros);
    }

    private static int[] doubledRanks(double[] values) {
        double[] sizes = Arrays.stream(values).map(Math::abs).sorted().toArray();
        int[] ranks = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            double size = Math.abs(values[i]);
            int below = 0;
            int equal = 0;
            for (double other : sizes) {
                boolean same = Math.abs(other - size) <= 1e-12 * size;
                equal += same ? 1 : 0;
                below += !same && other < size ? 1 : 0;
            }
            ranks[i] = 2 * below + equal + 1;
        }
        return ranks;
    }

    /** Differences that are not zero. */
    public int used() {
        return doubledRanks.length;
    }

    /** The sum of the ranks of the positive differences. */
    public double statistic() {
        return doubledPositive / 2.0;
    }

    public boolean isExact() {
        return used() <= MOST_EXACT;
    }

    /** Two-sided p: exact, or normal with tie and continuity correction for many. 1 without differences. */
    public double p() {
        return isExact() ? exact() : normal(true);
    }

    private double exact() {
        double[] chance = distribution();
        double lower = 0;
        double upper = 0;
        for (int v = 0; v < chance.length; v++) {
            lower += v <= doubledPositive ? chance[v] : 0;
            upper += v >= doubledPositive ? chance[v] : 0;
        }
        return Math.min(1, 2 * Math.min(lower, upper));
    }

    /** Chance of every doubled rank sum when each sign is a fair coin. */
    private double[] distribution() {
        double[] chance = new double[Arrays.stream(doubledRanks).sum() + 1];
        chance[0] = 1;
        int reach = 0;
        for (int rank : doubledRanks) {
            reach += rank;
            for (int v = reach; v >= 0; v--) {
                chance[v] = chance[v] / 2 + (v >= rank ? chance[v - rank] / 2 : 0);
            }
        }
        return chance;
    }

    /** Two-sided p by the normal distribution. */
    public double normal(boolean continuity) {
        double mean = Arrays.stream(doubledRanks).sum() / 4.0;
        double variance =
                Arrays.stream(doubledRanks).mapToDouble(r -> r * (double) r).sum() / 16;
        if (variance == 0) {
            return 1;
        }
        double distance = Math.abs(statistic() - mean);
        double corrected = continuity ? Math.max(0, distance - 0.5) : distance;
        return 2 * Distributions.normalUpperTail(corrected / Math.sqrt(variance));
    }

    /** The median of all averages of two differences, each with itself included. */
    public double hodgesLehmann() {
        double[] averages = walsh();
        int m = averages.length;
        return m == 0 ? 0 : (averages[(m - 1) / 2] + averages[m / 2]) / 2;
    }

    /** The confidence that the interval of this level really has: the signed-rank distribution is discrete. */
    public double achieved(double level) {
        return 1 - 2 * tail(cut(level) - 1);
    }

    /** Lower end of the interval: the k-th smallest average. */
    public double low(double level) {
        return walsh()[cut(level) - 1];
    }

    /** Upper end of the interval: the k-th largest average. */
    public double high(double level) {
        double[] averages = walsh();
        return averages[averages.length - cut(level)];
    }

    private double[] walsh() {
        int n = differences.length;
        double[] averages = new double[n * (n + 1) / 2];
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                averages[at++] = (differences[i] + differences[j]) / 2;
            }
        }
        Arrays.sort(averages);
        return averages;
    }

    /** The least k, at least 1, with P(V &lt;= k) of untied ranks at or above the tail. */
    private int cut(double level) {
        double[] chance = untied(used());
        double sum = 0;
        for (int v = 0; v < chance.length; v++) {
            sum += chance[v];
            if (sum >= (1 - level) / 2 * (1 - 1e-12)) {
                return Math.max(1, v);
            }
        }
        return 1;
    }

    private double tail(int v) {
        double[] chance = untied(used());
        double sum = 0;
        for (int i = 0; i <= v; i++) {
            sum += chance[i];
        }
        return sum;
    }

    private static double[] untied(int n) {
        double[] chance = new double[n * (n + 1) / 2 + 1];
        chance[0] = 1;
        int reach = 0;
        for (int rank = 1; rank <= n; rank++) {
            reach += rank;
            for (int v = reach; v >= 0; v--) {
                chance[v] = chance[v] / 2 + (v >= rank ? chance[v - rank] / 2 : 0);
            }
        }
        return chance;
    }
}

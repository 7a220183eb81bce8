package org.kindlin.numerics.paired;

import java.util.Arrays;
import org.kindlin.numerics.random.RandomStream;

/**
 * The sign-flip test of the mean of differences: under no change each difference is as likely with either sign (Fisher 1935).
 *
 * @param p two-sided, of the absolute sum
 * @param flips counted, the observed one included
 */
public record SignFlip(double p, long flips, boolean isExact) {
    private static final int MOST_EXACT = 22;
    private static final int ROUNDS = 100_000;

    /** All sign patterns of up to {@value #MOST_EXACT} differences, else {@value #ROUNDS} drawn at random. */
    public static SignFlip of(double[] differences, RandomStream random) {
        double[] sizes =
                Arrays.stream(differences).filter(d -> d != 0).map(Math::abs).toArray();
        double total = Arrays.stream(sizes).sum();
        double observed = Math.abs(Arrays.stream(differences).sum());
        double least = observed - 1e-10 * total;
        return sizes.length <= MOST_EXACT ? exact(sizes, total, least) : drawn(sizes, total, least, random);
    }

    private static SignFlip exact(double[] sizes, double total, double least) {
        long patterns = 1L << sizes.length;
        long extreme = 0;
        for (long pattern = 0; pattern < patterns; pattern++) {
            double sum = total;
            for (int i = 0; i < sizes.length; i++) {
                sum -= (pattern >> i & 1) == 1 ? 2 * sizes[i] : 0;
            }
            extreme += Math.abs(sum) >= least ? 1 : 0;
        }
        return new SignFlip((double) extreme / patterns, patterns, true);
    }

    private static SignFlip drawn(double[] sizes, double total, double least, RandomStream random) {
        long extreme = 1;
        for (int round = 0; round < ROUNDS; round++) {
            double sum = total;
            for (double size : sizes) {
                sum -= random.nextDouble() < 0.5 ? 2 * size : 0;
            }
            extreme += Math.abs(sum) >= least ? 1 : 0;
        }
        return new SignFlip((double) extreme / (ROUNDS + 1), ROUNDS + 1L, false);
    }
}

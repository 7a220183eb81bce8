package org.kindlin.mechanism.stochastic;

import org.kindlin.numerics.random.RandomStream;

/**
 * The random numbers of one run of an ensemble: the k-th number of each run falls into another of as many equal strata as
 * there are runs, in an order that is shuffled anew for every k (Latin hypercube sampling: M. D. McKay, R. J. Beckman, W. J.
 * Conover, Technometrics 21:239, 1979). Every run by itself is as random as any; means and deviations over runs scatter
 * less than those of independent runs. A pure function of seed, run and number of runs.
 */
final class RunRandom {
    private static final int ROUNDS = 4;

    private final long seed;
    private final long run;
    private final long runs;
    private final int bits;
    private final long mask;
    private final RandomStream stream;
    private long drawn;

    /**
     * The numbers of a run.
     *
     * @param run from 0
     * @param runs how many there are in all
     */
    RunRandom(long seed, int run, int runs) {
        RandomStream root = RandomStream.ofSeed(seed);
        this.seed = root.child("strata").nextLong();
        this.stream = root.child("run").child(run);
        this.run = run;
        this.runs = runs;
        this.bits = Math.max(2, 64 - Long.numberOfLeadingZeros(runs - 1L));
        this.mask = (1L << bits) - 1;
    }

    /** Uniform on (0, 1). */
    double uniform() {
        return (stratum(drawn++) + stream.nextOpenDouble()) / runs;
    }

    /** Exponential with mean one. */
    double exponential() {
        return -StrictMath.log(uniform());
    }

    /** One of so many, each equally likely. */
    int below(int bound) {
        return Math.min((int) (uniform() * bound), bound - 1);
    }

    /** Poisson with this mean, independent of the other runs. */
    long poisson(double mean) {
        return stream.nextPoisson(mean);
    }

    /** True with probability one half, independent of the other runs. */
    boolean coin() {
        return stream.nextDouble() < 0.5;
    }

    /** The place of this run in the shuffle of this number: a permutation of 2ᵇ, walked until it falls below the count. */
    private long stratum(long number) {
        long place = run;
        do {
            long key = seed + number * 0x9E3779B97F4A7C15L;
            for (int round = 0; round < ROUNDS; round++) {
                key = mixed(key + round);
                place = (place ^ key) & mask;
                place = (place * (key >>> 32 | 1)) & mask;
                place ^= place >>> ((bits + 1) / 2);
            }
        } while (place >= runs);
        return place;
    }

    /** The finaliser of SplitMix64 (G. L. Steele, D. Lea, C. H. Flood, OOPSLA 2014). */
    private static long mixed(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}

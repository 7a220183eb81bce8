package org.kindlin.numerics.random;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/**
 * A stream of random numbers that is a pure function of a seed and of the names by which it was derived.
 *
 * <p>Numbers come from {@link Philox} applied to a counter, so a stream holds no shared state: give every curve, well,
 * animal or replicate its own child by {@link #child(long)} or {@link #child(String)} and results are the same for any
 * number of threads and any order of work. Deriving a child neither advances nor reads the parent's position. A stream
 * carries 128 bits of identity; children of distinct names collide with probability about 2⁻¹²⁸ a pair.
 *
 * <p>All numbers use strict IEEE arithmetic and {@link StrictMath}: the same bits on every machine and Java release.
 * Not thread-safe: one stream belongs to one task.
 */
public final class RandomStream implements RandomGenerator {
    /** Keys of derivation are kept apart from keys of drawing by flipping bits: the fraction of pi, in turn. */
    private static final long BY_NUMBER = 0x243F6A8885A308D3L;

    private static final long BY_NAME = 0x13198A2E03707344L;

    private static final double UNIT_53 = 0x1.0p-53;

    private final long key;
    private final long identity;
    private final long[] block = new long[2];
    private long counter;
    private boolean secondHalfLeft;

    private RandomStream(long key, long identity) {
        this.key = key;
        this.identity = identity;
    }

    /** The root stream of a seed. */
    public static RandomStream ofSeed(long seed) {
        return new RandomStream(seed, 0);
    }

    /** The child stream of this number, from its beginning, whatever has been drawn from this stream. */
    public RandomStream child(long number) {
        return derive(number, BY_NUMBER);
    }

    /** The child stream of this name, from its beginning; names are compared by their UTF-8 bytes. */
    public RandomStream child(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        // The length leads the chain, so that no name's chain is the beginning of another's.
        RandomStream stream = derive(bytes.length, BY_NAME);
        for (int start = 0; start < bytes.length; start += Long.BYTES) {
            long word = 0;
            for (int i = start; i < Math.min(start + Long.BYTES, bytes.length); i++) {
                word |= (bytes[i] & 0xFFL) << (8 * (i - start));
            }
            stream = stream.derive(word, BY_NAME);
        }
        return stream;
    }

    private RandomStream derive(long word, long domain) {
        long[] derived = new long[2];
        Philox.block(word, identity, key ^ domain, derived);
        return new RandomStream(derived[0], derived[1]);
    }

    @Override
    public long nextLong() {
        if (secondHalfLeft) {
            secondHalfLeft = false;
            return block[1];
        }
        Philox.block(counter++, identity, key, block);
        secondHalfLeft = true;
        return block[0];
    }

    @Override
    public int nextInt() {
        return (int) (nextLong() >>> 32);
    }

    /**
     * A whole number uniform on {0, ..., bound - 1}, without modulo bias (D. Lemire, ACM Trans. Model. Comput. Simul.
     * 29:3, 2019).
     */
    @Override
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive, not " + bound);
        }
        long threshold = Integer.remainderUnsigned(-bound, bound) & 0xFFFFFFFFL;
        while (true) {
            long product = (nextInt() & 0xFFFFFFFFL) * bound;
            if ((product & 0xFFFFFFFFL) >= threshold) {
                return (int) (product >>> 32);
            }
        }
    }

    /** Uniform on [0, 1): a multiple of 2⁻⁵³. */
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * UNIT_53;
    }

    /** Uniform on the open interval (0, 1): an odd multiple of 2⁻⁵³, so that logarithms and quantiles exist. */
    public double nextOpenDouble() {
        return ((nextLong() >>> 12) + 0.5) * (2 * UNIT_53);
    }

    /** Uniform on [low, high). */
    public double nextUniform(double low, double high) {
        return low + (high - low) * nextDouble();
    }

    /** Standard normal, by inversion of one uniform number. */
    @Override
    public double nextGaussian() {
        return NormalQuantile.of(nextOpenDouble());
    }

    /** Normal with this mean and standard deviation (standard deviation not negative). */
    @Override
    public double nextGaussian(double mean, double standardDeviation) {
        return mean + standardDeviation * nextGaussian();
    }

    /**
     * Log-normal with this median, the natural logarithm having this standard deviation: median × exp(sd × z).
     *
     * <p>A coefficient of variation cv corresponds to a log standard deviation of √ln(1 + cv²).
     */
    public double nextLogNormal(double median, double logStandardDeviation) {
        return median * StrictMath.exp(logStandardDeviation * nextGaussian());
    }

    /** Exponential with mean one. */
    @Override
    public double nextExponential() {
        return -StrictMath.log(nextOpenDouble());
    }

    /** Poisson with this mean, from 0 to 2⁵²; exact in distribution up to rounding of the arithmetic. */
    public long nextPoisson(double mean) {
        return Poisson.draw(mean, this);
    }

    /** A permutation of 0, ..., size - 1, each equally likely (Fisher and Yates). */
    public int[] nextPermutation(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int j = nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}

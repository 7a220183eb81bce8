package org.kindlin.numerics.random;

/**
 * The Philox4x32-10 bijection: ten rounds of multiply-and-xor that turn a 128-bit counter and a 64-bit key into 128
 * random bits.
 *
 * <p>J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, Parallel random numbers: as easy as 1, 2, 3, SC11 (2011),
 * section 3.3. It passes TestU01 BigCrush; the known-answer vectors published with it are in the tests.
 */
final class Philox {
    private static final int ROUNDS = 10;
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final long LOW = 0xFFFFFFFFL;

    private Philox() {}

    /**
     * Encrypts one counter block.
     *
     * @param low counter words 0 (low half) and 1 (high half)
     * @param high counter words 2 and 3
     * @param key key words 0 and 1
     * @param out receives output words 0 and 1 in element 0, words 2 and 3 in element 1
     */
    static void block(long low, long high, long key, long[] out) {
        int c0 = (int) low;
        int c1 = (int) (low >>> 32);
        int c2 = (int) high;
        int c3 = (int) (high >>> 32);
        int k0 = (int) key;
        int k1 = (int) (key >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long product0 = MULTIPLIER_0 * (c0 & LOW);
            long product1 = MULTIPLIER_1 * (c2 & LOW);
            int n0 = (int) (product1 >>> 32) ^ c1 ^ k0;
            int n2 = (int) (product0 >>> 32) ^ c3 ^ k1;
            c1 = (int) product1;
            c3 = (int) product0;
            c0 = n0;
            c2 = n2;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        out[0] = (c0 & LOW) | ((long) c1 << 32);
        out[1] = (c2 & LOW) | ((long) c3 << 32);
    }
}

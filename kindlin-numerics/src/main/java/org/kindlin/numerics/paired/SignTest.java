package org.kindlin.numerics.paired;

/** The sign test: whether as many differences rise as fall, zeros left out. */
public final class SignTest {
    private SignTest() {}

    /** Two-sided p of a fair coin; 1 without differences. */
    public static double p(int rises, int falls) {
        int n = rises + falls;
        int fewer = Math.min(rises, falls);
        double chance = StrictMath.pow(0.5, n);
        double tail = 0;
        for (int k = 0; k <= fewer; k++) {
            tail += chance;
            chance *= (double) (n - k) / (k + 1);
        }
        return Math.min(1, 2 * tail);
    }
}

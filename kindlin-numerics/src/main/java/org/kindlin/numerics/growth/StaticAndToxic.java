package org.kindlin.numerics.growth;

/**
 * Growth rate inhibition split into what is arrested and what dies, from counts of living and of dead cells.
 *
 * <p>With r the dead cells gained per living cell gained, {@code r = (d - d0)/(x - x0)}, and g = log2(x/x0), both also for
 * untreated cells (c):
 *
 * <pre>
 *     static = 2^((1 + r) g / ((1 + rc) gc)) - 1       1: divides as untreated, 0: no division
 *     toxic  = 2^((rc gc - r g) / days) - 1            0: dies as untreated, towards -1: all die
 * </pre>
 *
 * <p>as defined by GRmetrics, {@code static_vs_toxic} (N. A. Clark et al., BMC Cancer 17:698, 2017, and its package). Where
 * the number of living cells has not changed, r g is its limit (d - d0)/(x0 ln 2).
 *
 * @param staticEffect GR of division alone
 * @param toxicEffect GR of death alone
 */
public record StaticAndToxic(double staticEffect, double toxicEffect) {
    private static final double UNCHANGED = 1e-10;

    /**
     * Counts of one condition.
     *
     * @param living above zero
     * @param dead not negative
     */
    public record Counts(double living, double dead) {
        public Counts {
            if (!(living > 0) || !(dead >= 0)) {
                throw new IllegalArgumentException(living + " living, " + dead + " dead cells");
            }
        }
    }

    /**
     * The split.
     *
     * @param days length of the treatment
     */
    public static StaticAndToxic of(Counts start, Counts untreated, Counts treated, double days) {
        double growth = GrowthRateInhibition.log2(treated.living() / start.living());
        double untreatedGrowth = GrowthRateInhibition.log2(untreated.living() / start.living());
        double death = deathTerm(start, treated, growth);
        double untreatedDeath = deathTerm(start, untreated, untreatedGrowth);
        return new StaticAndToxic(
                StrictMath.pow(2, (growth + death) / (untreatedGrowth + untreatedDeath)) - 1,
                StrictMath.pow(2, (untreatedDeath - death) / days) - 1);
    }

    /** r g; at least one dead cell counts as gained, so that the sign is that of the living cells. */
    private static double deathTerm(Counts start, Counts end, double growth) {
        double gained = Math.max(end.dead() - start.dead(), 1);
        double living = end.living() - start.living();
        return Math.abs(living) / end.living() < UNCHANGED
                ? gained / (start.living() * StrictMath.log(2))
                : gained / living * growth;
    }
}

package org.kindlin.numerics.proportions;

import java.util.function.DoublePredicate;

/** The hull of the proportions that Blaker's acceptability function accepts, to rounding beyond steps of {@value #STEP}. */
final class BlakerInterval {
    private static final double STEP = 1e-5;
    private static final int HALVINGS = 60;

    private BlakerInterval() {}

    static Range of(int x, int n, double level) {
        double alpha = 1 - level;
        Range outer = ProportionInterval.CLOPPER_PEARSON.of(x, n, level);
        DoublePredicate accepted = p -> acceptability(x, n, p) > alpha;
        return new Range(
                x == 0 ? 0 : end(outer.low(), STEP, (double) x / n, accepted),
                x == n ? 1 : end(outer.high(), -STEP, (double) x / n, accepted));
    }

    /** Steps inwards until accepted, then halves the last step. */
    private static double end(double from, double step, double inside, DoublePredicate accepted) {
        double refused = from;
        double next = from + step;
        while (Math.signum(inside - next) == Math.signum(step) && !accepted.test(next)) {
            refused = next;
            next += step;
        }
        double taken = next;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (refused + taken) / 2;
            if (accepted.test(middle)) {
                taken = middle;
            } else {
                refused = middle;
            }
        }
        return taken;
    }

    /** The smaller tail at x and the largest opposite tail that is no larger. */
    private static double acceptability(int x, int n, double p) {
        double upper = Binomial.upper(x, n, p);
        double lower = Binomial.lower(x, n, p);
        return upper < lower ? upper + oppositeLower(upper, n, p) : lower + oppositeUpper(lower, n, p);
    }

    private static double oppositeLower(double tail, int n, double p) {
        int low = -1;
        int high = n;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (Binomial.lower(middle, n, p) <= tail) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Binomial.lower(low, n, p);
    }

    private static double oppositeUpper(double tail, int n, double p) {
        int low = 0;
        int high = n + 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (Binomial.upper(middle, n, p) <= tail) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Binomial.upper(high, n, p);
    }
}

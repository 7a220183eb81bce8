package org.kindlin.assays.event.gating;

import org.kindlin.numerics.scale.Scale;

/**
 * Places on a scale as values on the instrument's linear scale, so that events are compared without transforming them:
 * exactly the events whose place is at or above the given one are at or above the value.
 */
final class Threshold {
    private static final int STEP = 64;
    /** Doubles to either side, a quarter of an octave, within which the inverse is expected to lead. */
    private static final long FAR = 1L << 50;

    private Threshold() {}

    /** The smallest value whose place is at least {@code place}; NaN where no value within the scale's reach has one. */
    static double of(Scale scale, double place) {
        double greatest = reach(scale);
        if (!reaches(scale, greatest, place)) {
            return Double.NaN;
        }
        if (reaches(scale, -greatest, place)) {
            return Double.NEGATIVE_INFINITY;
        }
        double near = scale.invert(place);
        long start = Math.abs(near) < greatest ? ordinal(near) : 0;
        long below = below(scale, place, start, ordinal(-greatest));
        long reached = reached(scale, place, start, ordinal(greatest));
        while (below + 1 < reached) {
            long middle = (below & reached) + ((below ^ reached) >> 1);
            if (reaches(scale, value(middle), place)) {
                reached = middle;
            } else {
                below = middle;
            }
        }
        return value(reached);
    }

    /** A value that does not reach the place, sought in ever longer steps down to one that is known not to. */
    private static long below(Scale scale, double place, long start, long least) {
        long at = start;
        for (long step = 1; at > least && reaches(scale, value(at), place); step *= 2) {
            at = step > FAR ? least : Math.max(least, at - step);
        }
        return at;
    }

    /** A value that reaches the place, sought in ever longer steps up to one that is known to. */
    private static long reached(Scale scale, double place, long start, long greatest) {
        long at = start;
        for (long step = 1; at < greatest && !reaches(scale, value(at), place); step *= 2) {
            at = step > FAR ? greatest : Math.min(greatest, at + step);
        }
        return at;
    }

    /** A value beyond any that a cytometer gives at which the scale still has a place. */
    private static double reach(Scale scale) {
        for (int exponent = Double.MAX_EXPONENT; exponent > 0; exponent -= STEP) {
            double value = Math.scalb(1.0, exponent);
            if (Double.isFinite(scale.apply(value))) {
                return value;
            }
        }
        return 1;
    }

    private static boolean reaches(Scale scale, double value, double place) {
        return scale.apply(value) >= place;
    }

    /** Doubles in order as whole numbers in order, next to each other where the doubles are. */
    private static long ordinal(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return bits >= 0 ? bits : Long.MIN_VALUE - bits;
    }

    private static double value(long ordinal) {
        return Double.longBitsToDouble(ordinal >= 0 ? ordinal : Long.MIN_VALUE - ordinal);
    }
}

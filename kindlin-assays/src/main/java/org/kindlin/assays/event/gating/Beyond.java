package org.kindlin.assays.event.gating;

/**
 * Values whose place is at or above a limit. Events are compared with linear values a little below and a little above the
 * limit, without being transformed; only of those between the scale itself is asked, which at the last digit need not rise.
 *
 * @param limit a place
 * @param low linear value below which no place reaches the limit; NaN where none does
 * @param high linear value from which on every place does; NaN for none
 * @param complement whether those below are meant instead
 */
record Beyond(Axis axis, double limit, double low, double high, boolean complement) implements GateTest {
    /** Relative width of the places that are asked for; far above what the scales err by. */
    private static final double WIDTH = 1e-13;
    /** Fewer events of a word than this are faster looked at one by one. */
    private static final int FEW = 24;

    static Beyond atOrAbove(Axis axis, double limit) {
        return of(axis, limit, false);
    }

    static Beyond below(Axis axis, double limit) {
        return of(axis, limit, true);
    }

    private static Beyond of(Axis axis, double limit, boolean complement) {
        double width = axis.isLinear() || Double.isInfinite(limit) ? 0 : WIDTH * Math.max(1, Math.abs(limit));
        return new Beyond(axis, limit, axis.threshold(limit - width), axis.threshold(limit + width), complement);
    }

    @Override
    public void keepInside(int from, int count, long[] words) {
        double[] x = axis.values().at(from, count, words);
        for (int start = 0; start < count; start += Long.SIZE) {
            long asked = words[start >>> 6];
            if (Long.bitCount(asked) < FEW) {
                words[start >>> 6] = chosen(x, start, asked);
                continue;
            }
            long reached = sure(x, start, Math.min(count, start + Long.SIZE));
            if (low != high) {
                reached |= settled(x, start, asked & ~reached);
            }
            words[start >>> 6] &= complement ? ~reached : reached;
        }
    }

    /** One by one. */
    private long chosen(double[] x, int start, long asked) {
        long reached = 0;
        for (long rest = asked; rest != 0; rest &= rest - 1) {
            reached |= x[start + Long.numberOfTrailingZeros(rest)] >= high ? rest & -rest : 0;
        }
        if (low != high) {
            reached |= settled(x, start, asked & ~reached);
        }
        return complement ? asked & ~reached : reached;
    }

    private long sure(double[] x, int start, int end) {
        long sure = 0;
        for (int i = end - 1; i >= start; i--) {
            sure = sure << 1 | (x[i] >= high ? 1 : 0);
        }
        return sure;
    }

    /** Which of events below the upper value reach the limit: seldom any. */
    private long settled(double[] x, int start, long below) {
        long reached = 0;
        for (long rest = below; rest != 0; rest &= rest - 1) {
            double value = x[start + Long.numberOfTrailingZeros(rest)];
            if (value >= low && axis.place(value) >= limit) {
                reached |= rest & -rest;
            }
        }
        return reached;
    }
}

package org.kindlin.assays.event.gating;

import org.kindlin.numerics.column.ColumnKernel;

/**
 * Values whose place is at or above a limit. Events are compared with linear values a little below and a little above the
 * limit, without being transformed; only of those between the scale itself is asked, which at the last digit need not rise.
 */
final class Beyond implements GateTest {
    /** Relative width of the places that are asked for; far above what the scales err by. */
    private static final double WIDTH = 1e-13;
    /** One by one an event costs as much as this many in a run. */
    private static final int FEW = 3;

    private final Axis axis;
    private final double limit;
    /** Linear value below which no place reaches the limit; NaN where none does. */
    private final double low;
    /** Linear value from which on every place does; NaN for none. */
    private final double high;
    /** Whether those below are meant instead. */
    private final boolean complement;

    private final ColumnKernel kernel;
    private final long[] sure = new long[Values.BLOCK / Long.SIZE];
    private final long[] near = new long[Values.BLOCK / Long.SIZE];

    private Beyond(Axis axis, double limit, boolean complement, ColumnKernel kernel) {
        double width = axis.isLinear() || Double.isInfinite(limit) ? 0 : WIDTH * Math.max(1, Math.abs(limit));
        this.axis = axis;
        this.limit = limit;
        this.low = axis.threshold(limit - width);
        this.high = axis.threshold(limit + width);
        this.complement = complement;
        this.kernel = kernel;
    }

    static Beyond atOrAbove(Axis axis, double limit, ColumnKernel kernel) {
        return new Beyond(axis, limit, false, kernel);
    }

    static Beyond below(Axis axis, double limit, ColumnKernel kernel) {
        return new Beyond(axis, limit, true, kernel);
    }

    @Override
    public void keepInside(int from, int count, long[] words) {
        double[] x = axis.values().at(from, count, words);
        boolean isRun = kernel.isWide() || Membership.count(words, count) * FEW >= count;
        if (isRun) {
            kernel.reach(x, count, high, sure);
            kernel.reach(x, count, low, near);
        }
        for (int w = 0; w < Membership.words(count); w++) {
            int start = w * Long.SIZE;
            long asked = words[w];
            long reached = asked & (isRun ? sure[w] : chosen(x, start, asked));
            long between = asked & ~reached & (isRun ? near[w] : -1L);
            if (low != high && between != 0) {
                reached |= settled(x, start, between);
            }
            words[w] = complement ? asked & ~reached : reached;
        }
    }

    /** One by one. */
    private long chosen(double[] x, int start, long asked) {
        long reached = 0;
        for (long rest = asked; rest != 0; rest &= rest - 1) {
            reached |= x[start + Long.numberOfTrailingZeros(rest)] >= high ? rest & -rest : 0;
        }
        return reached;
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

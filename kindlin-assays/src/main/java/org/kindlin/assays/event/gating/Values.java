package org.kindlin.assays.event.gating;

import java.util.List;
import org.kindlin.assays.event.EventBlocks;
import org.kindlin.assays.event.FcsParameter;
import org.kindlin.numerics.scale.ColumnScale;

/**
 * Values of one quantity for a block of events. Each is computed when it is first asked for in a block, so that what no gate
 * looks at costs nothing.
 */
abstract sealed class Values permits Values.OfChannel, Compensated, Values.OfRatio, Values.OnScale {
    /** Events in a block: few enough that all columns stay in a processor's cache. A multiple of 64. */
    static final int BLOCK = 512;

    private static final long NONE = -1;

    private final double[] values = new double[BLOCK];
    private long computed = NONE;

    /** Values of events {@code from .. from + count - 1} at the front of the array. */
    final double[] at(long from, int count) {
        if (computed != from) {
            compute(from, count, values);
            computed = from;
        }
        return values;
    }

    /**
     * The same where only some events are asked for, which may be all that is computed.
     *
     * @param asked one bit per event of the block
     */
    final double[] at(long from, int count, long[] asked) {
        if (computed == from || !isWorthChoosing(events(asked, count), count)) {
            return at(from, count);
        }
        computed = NONE;
        choose(from, count, asked, values);
        return values;
    }

    private static int events(long[] asked, int count) {
        int events = 0;
        for (int w = 0; w < Membership.words(count); w++) {
            events += Long.bitCount(asked[w]);
        }
        return events;
    }

    abstract void compute(long from, int count, double[] out);

    /** Whether so few of the events of a block are better computed one by one. */
    boolean isWorthChoosing(int asked, int count) {
        return false;
    }

    /** Computes values of the events asked for; what the others become is left open. */
    void choose(long from, int count, long[] asked, double[] out) {
        compute(from, count, out);
    }

    /** Takes values that another has computed into {@link #room()}. */
    final void computed(long from) {
        computed = from;
    }

    final boolean isComputed(long from) {
        return computed == from;
    }

    final double[] room() {
        return values;
    }

    /** A parameter of the file on the instrument's linear scale. */
    static final class OfChannel extends Values {
        private final EventBlocks events;
        private final FcsParameter parameter;

        OfChannel(EventBlocks events, FcsParameter parameter) {
            this.events = events;
            this.parameter = parameter;
        }

        FcsParameter parameter() {
            return parameter;
        }

        @Override
        void compute(long from, int count, double[] out) {
            events.read(List.of(parameter), from, count, new double[][] {out});
        }
    }

    /** A ratio of two quantities. */
    static final class OfRatio extends Values {
        private final Values numerator;
        private final Values denominator;
        private final Transformation.Ratio ratio;

        OfRatio(Values numerator, Values denominator, Transformation.Ratio ratio) {
            this.numerator = numerator;
            this.denominator = denominator;
            this.ratio = ratio;
        }

        @Override
        void compute(long from, int count, double[] out) {
            double[] x = numerator.at(from, count);
            double[] y = denominator.at(from, count);
            for (int i = 0; i < count; i++) {
                out[i] = ratio.of(x[i], y[i]);
            }
        }
    }

    /** Places of a quantity on a scale, to {@link ColumnScale#TOLERANCE}. */
    static final class OnScale extends Values {
        private final Values linear;
        private final ColumnScale scale;

        OnScale(Values linear, ColumnScale scale) {
            this.linear = linear;
            this.scale = scale;
        }

        @Override
        void compute(long from, int count, double[] out) {
            scale.apply(linear.at(from, count), out, count);
        }
    }
}

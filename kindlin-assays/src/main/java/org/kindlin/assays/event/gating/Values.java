package org.kindlin.assays.event.gating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kindlin.assays.event.EventBlocks;
import org.kindlin.assays.event.FcsParameter;
import org.kindlin.numerics.scale.ColumnScale;

/**
 * Values of one quantity for a block of events. Each is computed when it is first asked for in a block, so that what no gate
 * looks at costs nothing.
 */
abstract sealed class Values permits Values.OfChannel, Values.OfSingles, Compensated, Values.OfRatio, Values.OnScale {
    /** Events in a block: few enough that all columns stay in a processor's cache. A multiple of 64. */
    static final int BLOCK = 1024;

    private static final long NONE = -1;

    private final double[] values = new double[BLOCK];
    private long computed = NONE;
    private long asked = NONE;

    /** Values of events {@code from .. from + count - 1} at the front of the array. */
    final double[] at(long from, int count) {
        asked = from;
        if (computed != from) {
            compute(from, count, values);
            computed = from;
        }
        return values;
    }

    /**
     * The same where only some events are asked for, which may be all that is computed.
     *
     * @param some one bit per event of the block
     */
    final double[] at(long from, int count, long[] some) {
        if (!isWorthChoosing(Membership.count(some, count), count)) {
            return at(from, count);
        }
        if (computed != from) {
            computed = NONE;
            choose(from, count, some, values);
        }
        return values;
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

    /** Whether most events were asked for of this block already or of the one before it, so that they soon may be. */
    final boolean isLikelyAsked(long from) {
        return asked == from || (from > 0 && asked == from - BLOCK);
    }

    final double[] room() {
        return values;
    }

    /** A parameter of any file on the instrument's linear scale. */
    static final class OfChannel extends Values {
        private final EventBlocks.OfAnyType events;
        private final FcsParameter parameter;

        OfChannel(EventBlocks.OfAnyType events, FcsParameter parameter) {
            this.events = events;
            this.parameter = parameter;
        }

        @Override
        void compute(long from, int count, double[] out) {
            events.read(parameter, from, count, out);
        }
    }

    /** A parameter of a file of floats on the instrument's linear scale. */
    static final class OfSingles extends Values {
        private final EventBlocks.OfSingles events;
        private final FcsParameter parameter;
        private final List<OfSingles> neighbours;
        private final float[] raw = new float[BLOCK];
        private long read = NONE;

        /**
         * A parameter.
         *
         * @param neighbours parameters that are cheaply read with it, itself among them
         */
        OfSingles(EventBlocks.OfSingles events, FcsParameter parameter, List<OfSingles> neighbours) {
            this.events = events;
            this.parameter = parameter;
            this.neighbours = neighbours;
        }

        /** Whether raw values are those of the linear scale. */
        boolean isPlain() {
            return parameter.isPlain();
        }

        /** Raw values of events {@code from .. from + count - 1} at the front of the array. */
        float[] raw(long from, int count) {
            if (read != from) {
                List<FcsParameter> missing = new ArrayList<>(neighbours.size());
                float[][] rooms = new float[neighbours.size()][];
                for (OfSingles neighbour : neighbours) {
                    if (neighbour.read != from) {
                        rooms[missing.size()] = neighbour.raw;
                        missing.add(neighbour.parameter);
                        neighbour.read = from;
                    }
                }
                events.read(missing, from, count, Arrays.copyOf(rooms, missing.size()));
            }
            return raw;
        }

        @Override
        void compute(long from, int count, double[] out) {
            float[] values = raw(from, count);
            for (int i = 0; i < count; i++) {
                out[i] = values[i];
            }
            parameter.scale(out, count);
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

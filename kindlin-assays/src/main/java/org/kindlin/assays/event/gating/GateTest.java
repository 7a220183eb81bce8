package org.kindlin.assays.event.gating;

import java.util.List;
import java.util.Optional;
import org.kindlin.numerics.scale.Scale;

/** A gate ready to be asked about a block of events. */
sealed interface GateTest {

    /**
     * Clears the bits of events that are not in the gate.
     *
     * @param from first event of the block, a multiple of 64
     * @param words one bit per event of the block; bits past {@code count} are clear
     */
    void keepInside(long from, int count, long[] words);

    /**
     * Values from {@code min} on and below {@code max}.
     *
     * @param max NaN for no upper limit
     */
    record Between(Values values, double min, double max) implements GateTest {
        @Override
        public void keepInside(long from, int count, long[] words) {
            double[] x = values.at(from, count);
            for (int start = 0; start < count; start += Long.SIZE) {
                int end = Math.min(count, start + Long.SIZE);
                long word = 0;
                for (int i = end - 1; i >= start; i--) {
                    int reached = x[i] >= min ? 1 : 0; // two conditions joined without a branch
                    int passed = x[i] >= max ? 1 : 0;
                    word = word << 1 | (reached & ~passed);
                }
                words[start >>> 6] &= word;
            }
        }
    }

    /** All of several tests. */
    record All(List<GateTest> tests) implements GateTest {
        @Override
        public void keepInside(long from, int count, long[] words) {
            for (GateTest test : tests) {
                test.keepInside(from, count, words);
            }
        }
    }

    /** A test of one event, asked only of those still in. */
    abstract sealed class OfEvents implements GateTest {
        private final List<Values> quantities;

        OfEvents(List<Values> quantities) {
            this.quantities = List.copyOf(quantities);
        }

        @Override
        public final void keepInside(long from, int count, long[] words) {
            if (isEmpty(count, words)) {
                return;
            }
            double[][] columns = new double[quantities.size()][];
            for (int d = 0; d < columns.length; d++) {
                columns[d] = quantities.get(d).at(from, count);
            }
            for (int w = 0; w < Membership.words(count); w++) {
                long kept = 0;
                for (long rest = words[w]; rest != 0; rest &= rest - 1) {
                    int event = (w << 6) + Long.numberOfTrailingZeros(rest);
                    kept |= contains(columns, event) ? rest & -rest : 0;
                }
                words[w] = kept;
            }
        }

        private static boolean isEmpty(int count, long[] words) {
            for (int w = 0; w < Membership.words(count); w++) {
                if (words[w] != 0) {
                    return false;
                }
            }
            return true;
        }

        abstract boolean contains(double[][] columns, int event);
    }

    /**
     * One axis of a polygon: linear values, the scale the polygon is drawn on, and from where to where the polygon reaches, so
     * that most events are decided without being placed.
     *
     * @param min least linear value within the polygon's extent
     * @param max linear value from which on all lie beyond the extent; NaN for none
     */
    record PolygonAxis(Values values, Optional<Scale> scale, double min, double max) {
        boolean reaches(double value) {
            return value >= min && !(value >= max);
        }

        double place(double value) {
            return scale.isPresent() ? scale.get().apply(value) : value;
        }
    }

    /** Inside a polygon. */
    final class InPolygon extends OfEvents {
        private final PolygonAxis x;
        private final PolygonAxis y;
        private final PolygonRegion region;

        InPolygon(PolygonAxis x, PolygonAxis y, PolygonRegion region) {
            super(List.of(x.values(), y.values()));
            this.x = x;
            this.y = y;
            this.region = region;
        }

        @Override
        boolean contains(double[][] columns, int event) {
            double px = columns[0][event];
            double py = columns[1][event];
            return x.reaches(px) && y.reaches(py) && region.contains(x.place(px), y.place(py));
        }
    }

    /** Inside an ellipsoid: a quadratic form of the distance from its centre. */
    final class InEllipsoid extends OfEvents {
        private final double[] mean;
        private final double[][] inverse;
        private final double distanceSquare;

        InEllipsoid(List<Values> quantities, double[] mean, double[][] inverse, double distanceSquare) {
            super(quantities);
            this.mean = mean.clone();
            this.inverse = inverse;
            this.distanceSquare = distanceSquare;
        }

        @Override
        boolean contains(double[][] columns, int event) {
            double sum = 0;
            for (int i = 0; i < mean.length; i++) {
                double row = 0;
                for (int j = 0; j < mean.length; j++) {
                    row += inverse[i][j] * (columns[j][event] - mean[j]);
                }
                sum += row * (columns[i][event] - mean[i]);
            }
            return sum <= distanceSquare;
        }
    }
}

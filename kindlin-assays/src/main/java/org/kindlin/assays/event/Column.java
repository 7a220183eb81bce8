package org.kindlin.assays.event;

import java.util.List;

/** Values of one parameter, one per event, in the order of the file. Single precision where that loses nothing. */
public sealed interface Column {
    int size();

    double get(int event);

    /** All values; the caller owns the array. */
    double[] toArray();

    /**
     * Values that single precision holds.
     *
     * @param values one per event; shared, nobody writes to it
     */
    record Singles(float[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double get(int event) {
            return values[event];
        }

        @Override
        public double[] toArray() {
            double[] all = new double[values.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = values[i];
            }
            return all;
        }
    }

    /**
     * The same in pieces, as a pass over the events leaves them: a piece is still in the processor's cache when it is filled.
     *
     * @param pieces {@value #PIECE} values each, the last as many as are left; shared, nobody writes to them
     */
    record Pieces(List<float[]> pieces) implements Column {
        /** Values of a piece; a power of two. */
        public static final int PIECE = 4096;

        public Pieces {
            pieces = List.copyOf(pieces);
        }

        @Override
        public int size() {
            return pieces.isEmpty() ? 0 : (pieces.size() - 1) * PIECE + pieces.getLast().length;
        }

        @Override
        public double get(int event) {
            return pieces.get(event / PIECE)[event % PIECE];
        }

        @Override
        public double[] toArray() {
            double[] all = new double[size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = get(i);
            }
            return all;
        }
    }

    /**
     * Values in double precision.
     *
     * @param values one per event; shared, nobody writes to it
     */
    record Doubles(double[] values) implements Column {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double get(int event) {
            return values[event];
        }

        @Override
        public double[] toArray() {
            return values.clone();
        }
    }
}

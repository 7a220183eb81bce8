package org.kindlin.assays.event;

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

package org.kindlin.numerics.column;

/** Places from a {@link PlaceTable}, in passes over a block: nothing that one number waits for holds the next. */
final class PlainPlaces {
    private static final int CELL = PlaceTable.CELLS - 1;

    private float[] rounded = new float[0];
    private int[] starts = new int[0];
    private float[] distances = new float[0];
    private float[] mirrored = new float[0];

    /** The bits of {@link PlaceTable#place}. */
    boolean place(PlaceTable table, double[] values, int count, float[] places, int to) {
        if (rounded.length < count) {
            rounded = new float[count];
            starts = new int[count];
            distances = new float[count];
            mirrored = new float[count];
        }
        round(values, count, rounded);
        boolean covered = find(table, rounded, count, starts, distances);
        evaluate(table.byCell(), starts, distances, count, mirrored);
        if (covered) {
            mirror(table, rounded, mirrored, count, places, to);
            return true;
        }
        return mirrorSome(table, rounded, mirrored, count, places, to);
    }

    private static void round(double[] values, int count, float[] rounded) {
        for (int i = 0; i < count; i++) {
            rounded[i] = (float) values[i];
        }
    }

    /**
     * Where the coefficients of each number start, of some cell for one that has none, and how far it is from its middle.
     *
     * @return whether it is plain that all have a place
     */
    private static boolean find(PlaceTable table, float[] x, int count, int[] starts, float[] distances) {
        float offset = table.offset();
        int first = table.firstCell();
        int cells = 0;
        for (int i = 0; i < count; i++) {
            int bits = Float.floatToRawIntBits(Math.abs(x[i]) + offset);
            int cell = (bits >>> PlaceTable.CELL_BITS) - first;
            cells |= cell;
            starts[i] = (cell & CELL) * PlaceTable.STRIDE;
            distances[i] = PlaceTable.distance(bits);
        }
        return table.isComplete() && (cells & ~CELL) == 0;
    }

    private static void evaluate(float[] byCell, int[] starts, float[] distances, int count, float[] places) {
        for (int i = 0; i < count; i++) {
            places[i] = PlaceTable.value(byCell, starts[i], distances[i]);
        }
    }

    private static void mirror(PlaceTable table, float[] x, float[] mirrored, int count, float[] places, int to) {
        int mirror = table.mirror();
        for (int i = 0; i < count; i++) {
            places[to + i] = PlaceTable.mirrored(mirrored[i], x[i], mirror);
        }
    }

    private static boolean mirrorSome(
            PlaceTable table, float[] x, float[] mirrored, int count, float[] places, int to) {
        boolean known = true;
        for (int i = 0; i < count; i++) {
            float place = table.has(x[i]) ? PlaceTable.mirrored(mirrored[i], x[i], table.mirror()) : Float.NaN;
            places[to + i] = place;
            known &= !Float.isNaN(place);
        }
        return known;
    }
}

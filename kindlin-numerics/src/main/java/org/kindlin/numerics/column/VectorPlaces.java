package org.kindlin.numerics.column;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Places from a {@link PlaceTable}, sixteen at a time: every lane finds its coefficients within two registers a power. */
final class VectorPlaces {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_512;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_512;

    private float[] rounded = new float[0];

    boolean place(PlaceTable table, double[] values, int count, float[] places, int to) {
        if (rounded.length < count) {
            rounded = new float[count];
        }
        float[] x = rounded;
        for (int i = 0; i < count; i++) {
            x[i] = (float) values[i];
        }
        int whole = count - count % FLOATS.length();
        boolean known = place(table, x, whole, places, to);
        for (int i = whole; i < count; i++) {
            places[to + i] = table.place(x[i]);
            known &= !Float.isNaN(places[to + i]);
        }
        return known;
    }

    private static boolean place(PlaceTable table, float[] values, int count, float[] places, int to) {
        int[] c = table.byPower();
        int first = table.firstCell();
        boolean known = true;
        for (int i = 0; i < count; i += FLOATS.length()) {
            FloatVector x = FloatVector.fromArray(FLOATS, values, i);
            FloatVector y = x.abs().add(table.offset());
            IntVector bits = y.reinterpretAsInts();
            IntVector negative = x.reinterpretAsInts().lanewise(VectorOperators.ASHR, Integer.SIZE - 1);
            IntVector cell =
                    bits.lanewise(VectorOperators.LSHR, PlaceTable.CELL_BITS).sub(first);
            FloatVector t = bits.and(PlaceTable.IN_CELL)
                    .or(PlaceTable.ONE)
                    .reinterpretAsFloats()
                    .sub(PlaceTable.MIDDLE);
            FloatVector p = coefficient(c, 5, cell);
            p = p.fma(t, coefficient(c, 4, cell));
            p = p.fma(t, coefficient(c, 3, cell));
            p = p.fma(t, coefficient(c, 2, cell));
            p = p.fma(t, coefficient(c, 1, cell));
            p = p.fma(t, coefficient(c, 0, cell));
            p = p.fma(
                    negative.and(PlaceTable.SIGN).or(PlaceTable.ONE).reinterpretAsFloats(),
                    negative.and(table.mirror()).reinterpretAsFloats());
            VectorMask<Float> has =
                    y.compare(VectorOperators.LT, table.limit()).and(x.compare(VectorOperators.GE, table.least()));
            p = FloatVector.broadcast(FLOATS, Float.NaN).blend(p, has);
            p.intoArray(places, to + i);
            known &= !p.test(VectorOperators.IS_NAN).anyTrue();
        }
        return known;
    }

    private static FloatVector coefficient(int[] byPower, int power, IntVector cell) {
        int at = power * PlaceTable.CELLS;
        IntVector lower = IntVector.fromArray(INTS, byPower, at);
        IntVector upper = IntVector.fromArray(INTS, byPower, at + INTS.length());
        return cell.selectFrom(lower, upper).reinterpretAsFloats();
    }
}

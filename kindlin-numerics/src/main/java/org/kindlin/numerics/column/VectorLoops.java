package org.kindlin.numerics.column;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The Vector API, for vectors of 512 bits. */
final class VectorLoops implements ColumnKernel {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_512;

    private final ColumnKernel plain = ColumnKernel.plain();
    private final VectorTurn turn = new VectorTurn();
    private final VectorPlaces places = new VectorPlaces();

    static boolean isWorthwhile() {
        return DoubleVector.SPECIES_PREFERRED.length() >= DOUBLES.length();
    }

    @Override
    public void split(MemorySegment data, FloatRows rows, int count, int[] channels, float[][] columns) {
        if (VectorTurn.isFit(data, rows)) {
            turn.split(data, rows, count, channels, columns);
        } else {
            plain.split(data, rows, count, channels, columns);
        }
    }

    @Override
    public void combine(float[][] columns, double[][] weights, int count, double[][] sums) {
        VectorSums.combine(columns, weights, count, sums);
    }

    @Override
    public void combine(double[][] columns, double[][] weights, int count, double[][] sums) {
        plain.combine(columns, weights, count, sums);
    }

    @Override
    public void reach(double[] values, int count, double limit, long[] reached) {
        int whole = count - count % DOUBLES.length();
        Arrays.fill(reached, 0, Math.ceilDiv(count, Long.SIZE), 0);
        for (int i = 0; i < whole; i += DOUBLES.length()) {
            long bits = DoubleVector.fromArray(DOUBLES, values, i)
                    .compare(VectorOperators.GE, limit)
                    .toLong();
            reached[i / Long.SIZE] |= bits << i;
        }
        for (int i = whole; i < count; i++) {
            reached[i / Long.SIZE] |= values[i] >= limit ? 1L << i : 0;
        }
    }

    @Override
    public int together() {
        return VectorTurn.SIDE;
    }

    @Override
    public boolean isWide() {
        return true;
    }

    @Override
    public void classify(PolygonEdges edges, float[] x, float[] y, int count, long[] inside, long[] open) {
        VectorEdges.classify(edges, x, y, count, inside, open);
    }

    @Override
    public boolean place(PlaceTable table, double[] values, int count, float[] to, int at) {
        return places.place(table, values, count, to, at);
    }
}

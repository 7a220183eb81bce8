package org.kindlin.numerics.column;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The Vector API, for vectors of 512 bits. */
final class VectorLoops implements ColumnKernel {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_512;
    private static final VectorSpecies<Float> HALF = FloatVector.SPECIES_256;
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_512;
    private static final VectorSpecies<Integer> ROW = IntVector.SPECIES_256;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_512;
    /** Rows and columns that are turned together. */
    private static final int SIDE = 8;
    /** Sums that share what is read of the columns. */
    private static final int SUMS = 4;

    private static final IntVector LOWER = IntVector.fromArray(ROW, new int[] {0, 8, 1, 9, 2, 10, 3, 11}, 0);
    private static final IntVector UPPER = IntVector.fromArray(ROW, new int[] {4, 12, 5, 13, 6, 14, 7, 15}, 0);

    private final ColumnKernel plain = ColumnKernel.plain();
    private final float[][] targets = new float[SIDE][];
    private float[] unwanted = new float[0];
    private float[] rounded = new float[0];

    static boolean isWorthwhile() {
        return DoubleVector.SPECIES_PREFERRED.length() >= DOUBLES.length();
    }

    @Override
    public void split(MemorySegment data, FloatRows rows, int count, int[] channels, float[][] columns) {
        if (rows.channels() < SIDE || !data.isNative()) {
            plain.split(data, rows, count, channels, columns);
            return;
        }
        if (unwanted.length < count) {
            unwanted = new float[count];
        }
        int whole = count - count % SIDE;
        for (int window = 0; window < rows.channels(); window += SIDE) {
            int first = Math.min(window, rows.channels() - SIDE);
            if (choose(channels, window, first, columns)) {
                turn(data, rows, first, whole);
            }
        }
        for (int c = 0; c < channels.length; c++) {
            for (int row = whole; row < count; row++) {
                columns[c][row] = rows.get(data, row, channels[c]);
            }
        }
    }

    /** Which of the columns of a window are wanted, and whether any is. */
    private boolean choose(int[] channels, int window, int first, float[][] columns) {
        Arrays.fill(targets, unwanted);
        boolean any = false;
        for (int c = 0; c < channels.length; c++) {
            if (channels[c] >= window && channels[c] < window + SIDE) {
                targets[channels[c] - first] = columns[c];
                any = true;
            }
        }
        return any;
    }

    private void turn(MemorySegment data, FloatRows rows, int first, int count) {
        float[][] to = targets;
        ByteOrder order = rows.order();
        long bytes = rows.bytes();
        long at = rows.at() + (long) first * Float.BYTES;
        for (int i = 0; i < count; i += SIDE) {
            turn(data, at, bytes, order, to, i);
            at += SIDE * bytes;
        }
    }

    /** Eight rows become columns in three rounds, each of which zips the first four with the last four. */
    private static void turn(MemorySegment data, long at, long bytes, ByteOrder order, float[][] to, int i) {
        IntVector a0 = row(data, at, order);
        IntVector a1 = row(data, at + bytes, order);
        IntVector a2 = row(data, at + 2 * bytes, order);
        IntVector a3 = row(data, at + 3 * bytes, order);
        IntVector a4 = row(data, at + 4 * bytes, order);
        IntVector a5 = row(data, at + 5 * bytes, order);
        IntVector a6 = row(data, at + 6 * bytes, order);
        IntVector a7 = row(data, at + 7 * bytes, order);
        IntVector b0 = LOWER.selectFrom(a0, a4);
        IntVector b1 = UPPER.selectFrom(a0, a4);
        IntVector b2 = LOWER.selectFrom(a1, a5);
        IntVector b3 = UPPER.selectFrom(a1, a5);
        IntVector b4 = LOWER.selectFrom(a2, a6);
        IntVector b5 = UPPER.selectFrom(a2, a6);
        IntVector b6 = LOWER.selectFrom(a3, a7);
        IntVector b7 = UPPER.selectFrom(a3, a7);
        a0 = LOWER.selectFrom(b0, b4);
        a1 = UPPER.selectFrom(b0, b4);
        a2 = LOWER.selectFrom(b1, b5);
        a3 = UPPER.selectFrom(b1, b5);
        a4 = LOWER.selectFrom(b2, b6);
        a5 = UPPER.selectFrom(b2, b6);
        a6 = LOWER.selectFrom(b3, b7);
        a7 = UPPER.selectFrom(b3, b7);
        store(LOWER.selectFrom(a0, a4), to[0], i);
        store(UPPER.selectFrom(a0, a4), to[1], i);
        store(LOWER.selectFrom(a1, a5), to[2], i);
        store(UPPER.selectFrom(a1, a5), to[3], i);
        store(LOWER.selectFrom(a2, a6), to[4], i);
        store(UPPER.selectFrom(a2, a6), to[5], i);
        store(LOWER.selectFrom(a3, a7), to[6], i);
        store(UPPER.selectFrom(a3, a7), to[7], i);
    }

    private static IntVector row(MemorySegment data, long at, ByteOrder order) {
        return IntVector.fromMemorySegment(ROW, data, at, order);
    }

    private static void store(IntVector bits, float[] to, int at) {
        bits.reinterpretAsFloats().intoArray(to, at);
    }

    /** Fewer sums than share what is read are as fast in plain loops. */
    @Override
    public void combine(float[][] columns, double[][] weights, int count, double[][] sums) {
        int whole = count - count % (2 * DOUBLES.length());
        int together = sums.length - sums.length % SUMS;
        for (int s = 0; s < together; s += SUMS) {
            four(columns, weights, s, whole, sums);
        }
        for (int s = 0; s < together; s++) {
            for (int i = whole; i < count; i++) {
                double sum = 0;
                for (int c = 0; c < columns.length; c++) {
                    sum += weights[s][c] * columns[c][i];
                }
                sums[s][i] = sum;
            }
        }
        if (together < sums.length) {
            plain.combine(
                    columns,
                    Arrays.copyOfRange(weights, together, sums.length),
                    count,
                    Arrays.copyOfRange(sums, together, sums.length));
        }
    }

    private static void four(float[][] columns, double[][] weights, int first, int count, double[][] sums) {
        double[] wa = weights[first];
        double[] wb = weights[first + 1];
        double[] wc = weights[first + 2];
        double[] wd = weights[first + 3];
        int next = DOUBLES.length();
        for (int i = 0; i < count; i += 2 * next) {
            DoubleVector a = DoubleVector.zero(DOUBLES);
            DoubleVector b = a;
            DoubleVector c = a;
            DoubleVector d = a;
            DoubleVector e = a;
            DoubleVector f = a;
            DoubleVector g = a;
            DoubleVector h = a;
            for (int k = 0; k < columns.length; k++) {
                DoubleVector x = wide(columns[k], i);
                DoubleVector y = wide(columns[k], i + next);
                DoubleVector w = DoubleVector.broadcast(DOUBLES, wa[k]);
                a = a.add(x.mul(w));
                e = e.add(y.mul(w));
                w = DoubleVector.broadcast(DOUBLES, wb[k]);
                b = b.add(x.mul(w));
                f = f.add(y.mul(w));
                w = DoubleVector.broadcast(DOUBLES, wc[k]);
                c = c.add(x.mul(w));
                g = g.add(y.mul(w));
                w = DoubleVector.broadcast(DOUBLES, wd[k]);
                d = d.add(x.mul(w));
                h = h.add(y.mul(w));
            }
            a.intoArray(sums[first], i);
            b.intoArray(sums[first + 1], i);
            c.intoArray(sums[first + 2], i);
            d.intoArray(sums[first + 3], i);
            e.intoArray(sums[first], i + next);
            f.intoArray(sums[first + 1], i + next);
            g.intoArray(sums[first + 2], i + next);
            h.intoArray(sums[first + 3], i + next);
        }
    }

    private static DoubleVector wide(float[] column, int at) {
        return (DoubleVector) FloatVector.fromArray(HALF, column, at).convertShape(VectorOperators.F2D, DOUBLES, 0);
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
        return SIDE;
    }

    @Override
    public boolean isWide() {
        return true;
    }

    @Override
    public void classify(PolygonEdges edges, float[] x, float[] y, int count, long[] inside, long[] open) {
        int words = Math.ceilDiv(count, Long.SIZE);
        Arrays.fill(inside, 0, words, 0);
        Arrays.fill(open, 0, words, 0);
        for (int i = 0; i < count; i += FLOATS.length()) {
            switch (edges) {
                case ConvexEdges convex -> classifySome(convex, x, y, i, inside, open);
                case AnyEdges any -> classifySome(any, x, y, i, inside, open);
            }
        }
        if (count % Long.SIZE != 0) {
            long last = (1L << count) - 1;
            inside[words - 1] &= last;
            open[words - 1] &= last;
        }
    }

    private static void classifySome(ConvexEdges edges, float[] px, float[] py, int i, long[] inside, long[] open) {
        FloatVector x = FloatVector.fromArray(FLOATS, px, i);
        FloatVector y = FloatVector.fromArray(FLOATS, py, i);
        VectorMask<Float> out = x.compare(VectorOperators.LT, edges.left())
                .or(x.compare(VectorOperators.GT, edges.right()))
                .or(y.compare(VectorOperators.LT, edges.bottom()))
                .or(y.compare(VectorOperators.GT, edges.top()));
        VectorMask<Float> in = FLOATS.maskAll(true);
        for (int e = 0; e < edges.count(); e++) {
            FloatVector within = x.fma(
                    FloatVector.broadcast(FLOATS, edges.a(e)),
                    y.fma(FloatVector.broadcast(FLOATS, edges.b(e)), FloatVector.broadcast(FLOATS, edges.c(e))));
            in = in.and(within.compare(VectorOperators.GT, ConvexEdges.SURE));
            out = out.or(within.compare(VectorOperators.LT, -ConvexEdges.SURE));
        }
        inside[i / Long.SIZE] |= in.andNot(out).toLong() << i;
        open[i / Long.SIZE] |= in.or(out).not().toLong() << i;
    }

    private static void classifySome(AnyEdges edges, float[] px, float[] py, int i, long[] inside, long[] open) {
        FloatVector x = FloatVector.fromArray(FLOATS, px, i);
        FloatVector y = FloatVector.fromArray(FLOATS, py, i);
        int e = edges.count() - 1;
        FloatVector last = y.sub(edges.y(e));
        VectorMask<Float> wasBelow = last.compare(VectorOperators.GE, 0);
        VectorMask<Float> in = FLOATS.maskAll(false);
        VectorMask<Float> near = x.test(VectorOperators.IS_NAN).or(y.test(VectorOperators.IS_NAN));
        for (int next = 0; next < edges.count(); next++) {
            FloatVector height = y.sub(edges.y(next));
            VectorMask<Float> isBelow = height.compare(VectorOperators.GE, 0);
            FloatVector right = last.fma(
                            FloatVector.broadcast(FLOATS, edges.slope(e)), FloatVector.broadcast(FLOATS, edges.x(e)))
                    .sub(x);
            VectorMask<Float> spans = wasBelow.xor(isBelow);
            in = in.xor(right.compare(VectorOperators.GT, 0).and(spans));
            near = near.or(height.abs().compare(VectorOperators.LE, edges.nearHeight()))
                    .or(spans.andNot(right.abs().compare(VectorOperators.GT, edges.near(e))));
            last = height;
            wasBelow = isBelow;
            e = next;
        }
        inside[i / Long.SIZE] |= in.toLong() << i;
        open[i / Long.SIZE] |= near.toLong() << i;
    }

    @Override
    public boolean place(PlaceTable table, double[] values, int count, float[] places, int to) {
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
        int first = table.firstExponent();
        boolean known = true;
        for (int i = 0; i < count; i += FLOATS.length()) {
            FloatVector x = FloatVector.fromArray(FLOATS, values, i);
            FloatVector y = x.abs().add(table.offset());
            IntVector bits = y.reinterpretAsInts();
            IntVector sign = x.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHR, Integer.SIZE - 1)
                    .lanewise(VectorOperators.LSHL, 4);
            IntVector cell = bits.lanewise(VectorOperators.LSHR, PlaceTable.MANTISSA_BITS)
                    .sub(first)
                    .add(sign);
            FloatVector t = bits.and(PlaceTable.MANTISSA)
                    .or(PlaceTable.ONE)
                    .reinterpretAsFloats()
                    .sub(PlaceTable.MIDDLE);
            FloatVector p = coefficient(c, 7, cell);
            p = p.fma(t, coefficient(c, 6, cell));
            p = p.fma(t, coefficient(c, 5, cell));
            p = p.fma(t, coefficient(c, 4, cell));
            p = p.fma(t, coefficient(c, 3, cell));
            p = p.fma(t, coefficient(c, 2, cell));
            p = p.fma(t, coefficient(c, 1, cell));
            p = p.fma(t, coefficient(c, 0, cell));
            p = FloatVector.broadcast(FLOATS, Float.NaN).blend(p, y.compare(VectorOperators.LT, table.limit()));
            p.intoArray(places, to + i);
            known &= !p.test(VectorOperators.IS_NAN).anyTrue();
        }
        return known;
    }

    private static FloatVector coefficient(int[] byPower, int power, IntVector cell) {
        int at = power * PlaceTable.CELLS;
        IntVector above = IntVector.fromArray(INTS, byPower, at);
        IntVector below = IntVector.fromArray(INTS, byPower, at + PlaceTable.OCTAVES);
        return cell.selectFrom(above, below).reinterpretAsFloats();
    }
}

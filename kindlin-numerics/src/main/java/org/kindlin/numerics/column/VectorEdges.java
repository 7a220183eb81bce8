package org.kindlin.numerics.column;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Points against the edges of a polygon, sixteen or twice as many at a time. */
final class VectorEdges {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_512;
    private static final int LANES = FLOATS.length();
    private static final long LOW = (1L << LANES) - 1;

    private VectorEdges() {}

    static void classify(PolygonEdges edges, float[] x, float[] y, int count, long[] inside, long[] open) {
        for (int from = 0; from < count; from += Long.SIZE) {
            long in = 0;
            long near = 0;
            for (int i = 0; i < Long.SIZE; i += 2 * LANES) {
                long states = switch (edges) {
                    case ConvexEdges convex -> states(convex, x, y, from + i);
                    case AnyEdges any ->
                        states(any, x, y, from + i) | states(any, x, y, from + i + LANES) << (2 * LANES);
                };
                in |= ((states & LOW) | ((states >>> LANES) & (LOW << LANES))) << i;
                near |= (((states >>> LANES) & LOW) | ((states >>> (2 * LANES)) & (LOW << LANES))) << i;
            }
            long asked = count - from >= Long.SIZE ? -1L : (1L << count) - 1;
            inside[from / Long.SIZE] = in & asked;
            open[from / Long.SIZE] = near & asked;
        }
    }

    /** For thirty-two points, sixteen bits each: of the first half which are inside and which are open, then of the second. */
    private static long states(ConvexEdges edges, float[] px, float[] py, int from) {
        FloatVector x = FloatVector.fromArray(FLOATS, px, from);
        FloatVector y = FloatVector.fromArray(FLOATS, py, from);
        FloatVector nextX = FloatVector.fromArray(FLOATS, px, from + LANES);
        FloatVector nextY = FloatVector.fromArray(FLOATS, py, from + LANES);
        VectorMask<Float> out = beyond(edges, x, y);
        VectorMask<Float> nextOut = beyond(edges, nextX, nextY);
        VectorMask<Float> in = FLOATS.maskAll(true);
        VectorMask<Float> nextIn = in;
        for (int e = 0; e < edges.count(); e++) {
            FloatVector a = FloatVector.broadcast(FLOATS, edges.a(e));
            FloatVector b = FloatVector.broadcast(FLOATS, edges.b(e));
            FloatVector c = FloatVector.broadcast(FLOATS, edges.c(e));
            FloatVector within = x.fma(a, y.fma(b, c));
            FloatVector nextWithin = nextX.fma(a, nextY.fma(b, c));
            in = in.and(within.compare(VectorOperators.GT, ConvexEdges.SURE));
            nextIn = nextIn.and(nextWithin.compare(VectorOperators.GT, ConvexEdges.SURE));
            out = out.or(within.compare(VectorOperators.LT, -ConvexEdges.SURE));
            nextOut = nextOut.or(nextWithin.compare(VectorOperators.LT, -ConvexEdges.SURE));
        }
        return bits(in, out) | bits(nextIn, nextOut) << (2 * LANES);
    }

    private static VectorMask<Float> beyond(ConvexEdges edges, FloatVector x, FloatVector y) {
        return x.compare(VectorOperators.LT, edges.left())
                .or(x.compare(VectorOperators.GT, edges.right()))
                .or(y.compare(VectorOperators.LT, edges.bottom()))
                .or(y.compare(VectorOperators.GT, edges.top()));
    }

    private static long bits(VectorMask<Float> in, VectorMask<Float> out) {
        long inside = in.toLong();
        long outside = out.toLong();
        return (inside & ~outside) | (~(inside | outside) & LOW) << LANES;
    }

    /** For sixteen points: which are inside, and above these bits which are open. */
    private static long states(AnyEdges edges, float[] px, float[] py, int from) {
        FloatVector x = FloatVector.fromArray(FLOATS, px, from);
        FloatVector y = FloatVector.fromArray(FLOATS, py, from);
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
        return in.toLong() | near.toLong() << LANES;
    }
}

package org.kindlin.numerics.column;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Weighted sums of columns, several sums of {@value #ROWS} rows at a time: what is read of a column is widened once for all of
 * them, and a weight is spread once for all rows, as far as there are registers. Sums are stored in place, because the compiler
 * puts every vector that is handed to a method after a loop into an object.
 */
final class VectorSums {
    /** Sums that are worth the registers of {@link #six}. */
    private static final int MANY = 6;

    private static final VectorSpecies<Double> WIDE = DoubleVector.SPECIES_512;
    private static final VectorSpecies<Float> NARROW = FloatVector.SPECIES_256;
    private static final int LANES = WIDE.length();
    private static final int ROWS = 4 * LANES;

    private VectorSums() {}

    /** All sums; where they do not go into sixes and pairs, the last is done more than once. */
    static void combine(float[][] columns, double[][] weights, int count, double[][] sums) {
        int whole = count - count % ROWS;
        int last = sums.length - 1;
        int done = 0;
        for (; done + MANY - 1 <= sums.length; done += MANY) {
            six(columns, weights, done, last, whole, sums);
        }
        for (; done < sums.length; done += 2) {
            int next = Math.min(done + 1, last);
            two(columns, weights[done], weights[next], whole, sums[done], sums[next]);
        }
        for (int s = 0; s < sums.length; s++) {
            for (int i = whole; i < count; i++) {
                double sum = 0;
                for (int c = 0; c < columns.length; c++) {
                    sum = Math.fma(weights[s][c], columns[c][i], sum);
                }
                sums[s][i] = sum;
            }
        }
    }

    private static void two(float[][] columns, double[] wa, double[] wb, int count, double[] toA, double[] toB) {
        for (int i = 0; i < count; i += ROWS) {
            DoubleVector a0 = DoubleVector.zero(WIDE);
            DoubleVector a1 = a0;
            DoubleVector a2 = a0;
            DoubleVector a3 = a0;
            DoubleVector b0 = a0;
            DoubleVector b1 = a0;
            DoubleVector b2 = a0;
            DoubleVector b3 = a0;
            for (int k = 0; k < columns.length; k++) {
                float[] column = columns[k];
                DoubleVector x0 = wide(column, i);
                DoubleVector x1 = wide(column, i + LANES);
                DoubleVector x2 = wide(column, i + 2 * LANES);
                DoubleVector x3 = wide(column, i + 3 * LANES);
                DoubleVector w = DoubleVector.broadcast(WIDE, wa[k]);
                a0 = x0.fma(w, a0);
                a1 = x1.fma(w, a1);
                a2 = x2.fma(w, a2);
                a3 = x3.fma(w, a3);
                w = DoubleVector.broadcast(WIDE, wb[k]);
                b0 = x0.fma(w, b0);
                b1 = x1.fma(w, b1);
                b2 = x2.fma(w, b2);
                b3 = x3.fma(w, b3);
            }
            a0.intoArray(toA, i);
            a1.intoArray(toA, i + LANES);
            a2.intoArray(toA, i + 2 * LANES);
            a3.intoArray(toA, i + 3 * LANES);
            b0.intoArray(toB, i);
            b1.intoArray(toB, i + LANES);
            b2.intoArray(toB, i + 2 * LANES);
            b3.intoArray(toB, i + 3 * LANES);
        }
    }

    private static void six(float[][] columns, double[][] weights, int first, int last, int count, double[][] sums) {
        int sixth = Math.min(first + 5, last);
        double[] wa = weights[first];
        double[] wb = weights[first + 1];
        double[] wc = weights[first + 2];
        double[] wd = weights[first + 3];
        double[] we = weights[first + 4];
        double[] wf = weights[sixth];
        double[] toA = sums[first];
        double[] toB = sums[first + 1];
        double[] toC = sums[first + 2];
        double[] toD = sums[first + 3];
        double[] toE = sums[first + 4];
        double[] toF = sums[sixth];
        for (int i = 0; i < count; i += ROWS) {
            DoubleVector a0 = DoubleVector.zero(WIDE);
            DoubleVector a1 = a0;
            DoubleVector a2 = a0;
            DoubleVector a3 = a0;
            DoubleVector b0 = a0;
            DoubleVector b1 = a0;
            DoubleVector b2 = a0;
            DoubleVector b3 = a0;
            DoubleVector c0 = a0;
            DoubleVector c1 = a0;
            DoubleVector c2 = a0;
            DoubleVector c3 = a0;
            DoubleVector d0 = a0;
            DoubleVector d1 = a0;
            DoubleVector d2 = a0;
            DoubleVector d3 = a0;
            DoubleVector e0 = a0;
            DoubleVector e1 = a0;
            DoubleVector e2 = a0;
            DoubleVector e3 = a0;
            DoubleVector f0 = a0;
            DoubleVector f1 = a0;
            DoubleVector f2 = a0;
            DoubleVector f3 = a0;
            for (int k = 0; k < columns.length; k++) {
                float[] column = columns[k];
                DoubleVector x0 = wide(column, i);
                DoubleVector x1 = wide(column, i + LANES);
                DoubleVector x2 = wide(column, i + 2 * LANES);
                DoubleVector x3 = wide(column, i + 3 * LANES);
                DoubleVector w = DoubleVector.broadcast(WIDE, wa[k]);
                a0 = x0.fma(w, a0);
                a1 = x1.fma(w, a1);
                a2 = x2.fma(w, a2);
                a3 = x3.fma(w, a3);
                w = DoubleVector.broadcast(WIDE, wb[k]);
                b0 = x0.fma(w, b0);
                b1 = x1.fma(w, b1);
                b2 = x2.fma(w, b2);
                b3 = x3.fma(w, b3);
                w = DoubleVector.broadcast(WIDE, wc[k]);
                c0 = x0.fma(w, c0);
                c1 = x1.fma(w, c1);
                c2 = x2.fma(w, c2);
                c3 = x3.fma(w, c3);
                w = DoubleVector.broadcast(WIDE, wd[k]);
                d0 = x0.fma(w, d0);
                d1 = x1.fma(w, d1);
                d2 = x2.fma(w, d2);
                d3 = x3.fma(w, d3);
                w = DoubleVector.broadcast(WIDE, we[k]);
                e0 = x0.fma(w, e0);
                e1 = x1.fma(w, e1);
                e2 = x2.fma(w, e2);
                e3 = x3.fma(w, e3);
                w = DoubleVector.broadcast(WIDE, wf[k]);
                f0 = x0.fma(w, f0);
                f1 = x1.fma(w, f1);
                f2 = x2.fma(w, f2);
                f3 = x3.fma(w, f3);
            }
            a0.intoArray(toA, i);
            a1.intoArray(toA, i + LANES);
            a2.intoArray(toA, i + 2 * LANES);
            a3.intoArray(toA, i + 3 * LANES);
            b0.intoArray(toB, i);
            b1.intoArray(toB, i + LANES);
            b2.intoArray(toB, i + 2 * LANES);
            b3.intoArray(toB, i + 3 * LANES);
            c0.intoArray(toC, i);
            c1.intoArray(toC, i + LANES);
            c2.intoArray(toC, i + 2 * LANES);
            c3.intoArray(toC, i + 3 * LANES);
            d0.intoArray(toD, i);
            d1.intoArray(toD, i + LANES);
            d2.intoArray(toD, i + 2 * LANES);
            d3.intoArray(toD, i + 3 * LANES);
            e0.intoArray(toE, i);
            e1.intoArray(toE, i + LANES);
            e2.intoArray(toE, i + 2 * LANES);
            e3.intoArray(toE, i + 3 * LANES);
            f0.intoArray(toF, i);
            f1.intoArray(toF, i + LANES);
            f2.intoArray(toF, i + 2 * LANES);
            f3.intoArray(toF, i + 3 * LANES);
        }
    }

    private static DoubleVector wide(float[] column, int at) {
        return (DoubleVector) FloatVector.fromArray(NARROW, column, at).convertShape(VectorOperators.F2D, WIDE, 0);
    }
}

package org.kindlin.numerics.sparse.columns;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.kindlin.numerics.sparse.ColumnKernel;
import org.kindlin.numerics.sparse.SparsePattern;

/**
 * A block is one vector wide. Products and solutions are straight-line code made for the pattern. No vector is carried from one turn of a loop to the next: HotSpot may put such vectors
 * on the heap.
 */
final class VectorColumns implements ColumnKernel {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    static final int WIDTH = SPECIES.length();

    private static final int NARROWEST = 4;

    private final ColumnCode product;
    private final ColumnCode solution;

    VectorColumns(SparsePattern pattern) {
        product = StraightLineColumns.product(pattern);
        solution = StraightLineColumns.solution(pattern.symbolicLu());
    }

    /** Whether vectors are wide enough to gain, and the pattern small enough for straight-line code. */
    static boolean suit(SparsePattern pattern) {
        return WIDTH >= NARROWEST && StraightLineColumns.suits(pattern);
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public void multiplyAdd(double[] values, double[] block, double[] into) {
        product.run(values, block, into);
    }

    @Override
    public void solve(double[] factors, double[] block) {
        solution.run(factors, block, block);
    }

    /** One method, too long to be inlined: in a caller of many vector operations vectors would come to lie on the heap. */
    @Override
    public void combine(double[] base, double[][] terms, double[] weights, double[] into) {
        double[] from = base;
        int k = 0;
        for (; k + 4 <= weights.length; k += 4) {
            double[] a = terms[k];
            double[] b = terms[k + 1];
            double[] c = terms[k + 2];
            double[] d = terms[k + 3];
            double f = weights[k];
            double g = weights[k + 1];
            double h = weights[k + 2];
            double j = weights[k + 3];
            for (int at = 0; at < into.length; at += WIDTH) {
                load(from, at)
                        .add(load(a, at).mul(f))
                        .add(load(b, at).mul(g))
                        .add(load(c, at).mul(h))
                        .add(load(d, at).mul(j))
                        .intoArray(into, at);
            }
            from = into;
        }
        if (k + 2 <= weights.length) {
            double[] a = terms[k];
            double[] b = terms[k + 1];
            double f = weights[k];
            double g = weights[k + 1];
            for (int at = 0; at < into.length; at += WIDTH) {
                load(from, at).add(load(a, at).mul(f)).add(load(b, at).mul(g)).intoArray(into, at);
            }
            from = into;
            k += 2;
        }
        if (k < weights.length) {
            double[] a = terms[k];
            double f = weights[k];
            for (int at = 0; at < into.length; at += WIDTH) {
                load(from, at).add(load(a, at).mul(f)).intoArray(into, at);
            }
        }
        if (weights.length == 0) {
            System.arraycopy(base, 0, into, 0, into.length);
        }
    }

    private static DoubleVector load(double[] block, int at) {
        return DoubleVector.fromArray(SPECIES, block, at);
    }
}

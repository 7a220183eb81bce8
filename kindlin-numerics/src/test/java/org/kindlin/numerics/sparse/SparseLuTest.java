package org.kindlin.numerics.sparse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.sparse.columns.Columns;

class SparseLuTest {
    private static SparsePattern random(int size, int perRow, RandomStream stream) {
        BitSet[] rows = new BitSet[size];
        for (int i = 0; i < size; i++) {
            rows[i] = new BitSet();
            for (int k = 0; k < perRow; k++) {
                rows[i].set(stream.nextInt(size));
            }
        }
        return SparsePattern.ofRows(rows);
    }

    private static double[] residual(SparsePattern p, double[] a, double shift, double[] mass, double[] x, double[] b) {
        double[] r = new double[x.length];
        p.multiply(a, x, r);
        for (int i = 0; i < x.length; i++) {
            r[i] = shift * mass[i] * x[i] - r[i] - b[i];
        }
        return r;
    }

    @Test
    void solutionsLeaveNoResidual() {
        for (int seed = 0; seed < 60; seed++) {
            RandomStream stream = RandomStream.ofSeed(seed);
            int size = 1 + stream.nextInt(60);
            SparsePattern pattern = random(size, 4, stream);
            double[] a = new double[pattern.nonZeros()];
            for (int k = 0; k < a.length; k++) {
                a[k] = stream.nextGaussian();
            }
            double[] mass = new double[size];
            double[] one = new double[size];
            Arrays.fill(mass, 1);
            for (int i = 0; i < size; i++) {
                one[i] = stream.nextGaussian();
            }
            SparseLu lu = new SparseLu(pattern);
            assertThat(lu.factor(a, 20, mass)).isTrue();
            double[] x = one.clone();
            lu.solve(x);
            for (double r : residual(pattern, a, 20, mass, x, one)) {
                assertThat(r).isBetween(-1e-13, 1e-13);
            }
            ColumnKernel kernel = Columns.fastest(pattern).of(11);
            double[] block = new double[kernel.length()];
            for (int k = 0; k < 11 * size; k++) {
                block[kernel.place(k / 11, k % 11)] = (1 + k % 11) * one[k / 11];
            }
            lu.solve(kernel, block);
            for (int k = 0; k < 11 * size; k++) {
                assertThat(block[kernel.place(k / 11, k % 11)] - (1 + k % 11) * x[k / 11])
                        .isBetween(-1e-12, 1e-12);
            }
        }
    }

    @Test
    void matricesWithZeroPivotsAreSolvedWithRowInterchanges() {
        // a cyclic permutation: every diagonal element is zero
        int size = 7;
        BitSet[] rows = new BitSet[size];
        for (int i = 0; i < size; i++) {
            rows[i] = BitSet.valueOf(new long[] {1L << ((i + 1) % size)});
        }
        SparsePattern pattern = SparsePattern.ofRows(rows);
        double[] a = {1, 2, 3, 4, 5, 6, 7};
        SparseLu lu = new SparseLu(pattern);
        double[] b = {1, 1, 1, 1, 1, 1, 1};
        assertThat(lu.factor(a, 0, new double[size])).isTrue();
        ColumnKernel kernel = Columns.fastest(pattern).of(3);
        double[] many = new double[kernel.length()];
        Arrays.fill(many, 1);
        lu.solve(b);
        lu.solve(kernel, many);
        for (int i = 0; i < size; i++) {
            assertThat(b[(i + 1) % size]).isEqualTo(-1 / a[i]);
            assertThat(many[kernel.place((i + 1) % size, 1)]).isEqualTo(-1 / a[i]);
        }
    }

    @Test
    void aSingularMatrixIsSaidToBeOne() {
        SparseLu lu = new SparseLu(SparsePattern.dense(2));
        assertThat(lu.factor(new double[] {1, 2, 2, 4}, 0, new double[2])).isFalse();
        assertThat(lu.factor(new double[] {1, Double.NaN, 2, 4}, 1, new double[] {1, 1}))
                .isFalse();
    }

    @Test
    void anArrowIsFactoredWithoutFill() {
        // dense first row and column: eliminating in the natural order would fill everything
        int size = 50;
        BitSet[] rows = new BitSet[size];
        for (int i = 0; i < size; i++) {
            rows[i] = new BitSet();
            rows[i].set(0);
            rows[i].set(i);
        }
        rows[0].set(0, size);
        SparsePattern pattern = SparsePattern.ofRows(rows);
        assertThat(new SparseLu(pattern).nonZeros()).isEqualTo(pattern.nonZeros());
    }
}

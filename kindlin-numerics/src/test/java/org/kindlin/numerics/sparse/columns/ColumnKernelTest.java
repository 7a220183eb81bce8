package org.kindlin.numerics.sparse.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.sparse.ColumnKernel;
import org.kindlin.numerics.sparse.SparsePattern;

/** Every column has, in either kernel, the bits that the plain formula for one column gives it. */
class ColumnKernelTest {
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

    private static double[] numbers(int count, RandomStream stream) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = stream.nextGaussian();
        }
        return values;
    }

    /** A number for each row and column that does not depend on how wide a block is. */
    private static double[] block(int size, int width, double[] numbers) {
        double[] block = new double[size * width];
        for (int i = 0; i < block.length; i++) {
            block[i] = numbers[i / width] * (1 + i % width);
        }
        return block;
    }

    private static void sameColumns(int size, ColumnKernel first, double[] one, ColumnKernel second, double[] other) {
        for (int i = 0; i < size; i++) {
            for (int c = 0; c < Math.min(first.width(), second.width()); c++) {
                assertThat(one[i * first.width() + c]).isEqualTo(other[i * second.width() + c]);
            }
        }
    }

    @Test
    void vectorsAndPlainLoopsGiveTheSameBits() {
        assumeTrue(ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(), "the Vector API is not there");
        for (int seed = 0; seed < 40; seed++) {
            RandomStream stream = RandomStream.ofSeed(seed);
            int size = 1 + stream.nextInt(70);
            SparsePattern pattern = random(size, 1 + stream.nextInt(seed % 7 == 0 ? 60 : 5), stream);
            ColumnKernel vectors = new VectorColumns(pattern);
            ColumnKernel plain = Columns.plain(pattern);
            double[] from = numbers(size, stream);
            double[] into = numbers(size, stream);
            double[] a = block(size, vectors.width(), into);
            double[] b = block(size, plain.width(), into);

            double[] matrix = numbers(pattern.nonZeros(), stream);
            vectors.multiplyAdd(matrix, block(size, vectors.width(), from), a);
            plain.multiplyAdd(matrix, block(size, plain.width(), from), b);
            sameColumns(size, vectors, a, plain, b);

            double[] factors = numbers(pattern.symbolicLu().column().length + size, stream);
            vectors.solve(factors, a);
            plain.solve(factors, b);
            sameColumns(size, vectors, a, plain, b);
        }
    }

    @Test
    void combinationsGiveTheSameBits() {
        assumeTrue(ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(), "the Vector API is not there");
        RandomStream stream = RandomStream.ofSeed(3);
        int size = 11;
        SparsePattern pattern = SparsePattern.dense(size);
        ColumnKernel vectors = new VectorColumns(pattern);
        ColumnKernel plain = Columns.plain(pattern);
        for (int terms = 0; terms <= 10; terms++) {
            double[] base = numbers(size, stream);
            double[] weights = numbers(terms, stream);
            double[][] wide = new double[terms][];
            double[][] narrow = new double[terms][];
            for (int k = 0; k < terms; k++) {
                double[] term = numbers(size, stream);
                wide[k] = block(size, vectors.width(), term);
                narrow[k] = block(size, plain.width(), term);
            }
            double[] a = new double[size * vectors.width()];
            double[] b = new double[size * plain.width()];
            vectors.combine(block(size, vectors.width(), base), wide, weights, a);
            plain.combine(block(size, plain.width(), base), narrow, weights, b);
            sameColumns(size, vectors, a, plain, b);
            for (int i = 0; i < size; i++) {
                double want = base[i];
                for (int k = 0; k < terms; k++) {
                    want += weights[k] * narrow[k][i * plain.width()];
                }
                assertThat(b[i * plain.width()]).isEqualTo(want);
            }
        }
    }

    @Test
    void productsAndSolutionsAreThoseOfADenseMatrix() {
        SparsePattern pattern = SparsePattern.dense(2);
        for (ColumnKernel kernel : new ColumnKernel[] {Columns.plain(pattern), Columns.fastest(pattern)}) {
            int width = kernel.width();
            double[] product = new double[2 * width];
            kernel.multiplyAdd(new double[] {1, 2, 3, 4}, block(2, width, new double[] {5, 7}), product);
            assertThat(product[1]).isEqualTo(2 * 19);
            assertThat(product[width + 1]).isEqualTo(2 * 43);
        }
    }
}

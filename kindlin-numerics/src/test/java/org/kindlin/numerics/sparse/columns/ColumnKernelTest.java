package org.kindlin.numerics.sparse.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
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

    /** A number for each row and column that does not depend on the layout. */
    private static double[] columns(ColumnKernel kernel, double[] numbers) {
        double[] all = new double[kernel.length()];
        for (int i = 0; i < numbers.length; i++) {
            for (int c = 0; c < kernel.columns(); c++) {
                all[kernel.place(i, c)] = numbers[i] * (1 + c);
            }
        }
        return all;
    }

    private static void sameColumns(int size, ColumnKernel first, double[] one, ColumnKernel second, double[] other) {
        for (int i = 0; i < size; i++) {
            for (int c = 0; c < first.columns(); c++) {
                assertThat(one[first.place(i, c)]).isEqualTo(other[second.place(i, c)]);
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
            int columns = 1 + seed % 21;
            ColumnKernel vectors = new VectorColumns(pattern).of(columns);
            ColumnKernel plain = Columns.plain(pattern).of(columns);
            double[] from = numbers(size, stream);
            double[] into = numbers(size, stream);
            double[] a = columns(vectors, into);
            double[] b = columns(plain, into);

            double[] matrix = numbers(pattern.nonZeros(), stream);
            vectors.multiplyAdd(matrix, columns(vectors, from), a);
            plain.multiplyAdd(matrix, columns(plain, from), b);
            sameColumns(size, vectors, a, plain, b);

            double[] factors = numbers(pattern.symbolicLu().column().length + size, stream);
            vectors.solve(factors, a);
            plain.solve(factors, b);
            sameColumns(size, vectors, a, plain, b);
        }
    }

    @Test
    void placesOfRowsAndColumnsAreAllDifferent() {
        SparsePattern pattern = SparsePattern.dense(5);
        for (Columns each : new Columns[] {Columns.plain(pattern), Columns.fastest(pattern)}) {
            for (int columns = 1; columns < 30; columns++) {
                ColumnKernel kernel = each.of(columns);
                BitSet places = new BitSet();
                for (int k = 0; k < 5 * columns; k++) {
                    places.set(kernel.place(k / columns, k % columns));
                }
                assertThat(places.cardinality()).isEqualTo(5 * columns);
                assertThat(places.length()).isLessThanOrEqualTo(kernel.length());
                assertThat(kernel.length()).isEqualTo(kernel.wholeLength(kernel.length()));
            }
        }
    }

    private static double[][] columns(ColumnKernel kernel, double[][] terms) {
        double[][] all = new double[terms.length][];
        Arrays.setAll(all, k -> columns(kernel, terms[k]));
        return all;
    }

    @Test
    void combinationsGiveTheSameBits() {
        assumeTrue(ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(), "the Vector API is not there");
        RandomStream stream = RandomStream.ofSeed(3);
        int size = 11;
        SparsePattern pattern = SparsePattern.dense(size);
        ColumnKernel vectors = new VectorColumns(pattern).of(13);
        ColumnKernel plain = Columns.plain(pattern).of(13);
        for (int count = 0; count <= 18; count++) {
            double[] base = numbers(size, stream);
            double[] weights = numbers(count, stream);
            double[][] terms = new double[count][];
            Arrays.setAll(terms, k -> numbers(size, stream));
            double[] a = new double[vectors.length()];
            double[] b = new double[plain.length()];
            vectors.combine(columns(vectors, base), columns(vectors, terms), weights, a);
            plain.combine(columns(plain, base), columns(plain, terms), weights, b);
            sameColumns(size, vectors, a, plain, b);
            for (int i = 0; i < size; i++) {
                double want = base[i];
                for (int k = 0; k < count; k++) {
                    want += weights[k] * terms[k][i];
                }
                assertThat(b[plain.place(i, 0)]).isEqualTo(want);
            }
        }
    }

    @Test
    void twoCombinationsAreThoseOfOneEach() {
        RandomStream stream = RandomStream.ofSeed(4);
        int size = 7;
        SparsePattern pattern = SparsePattern.dense(size);
        for (Columns each : new Columns[] {Columns.plain(pattern), Columns.fastest(pattern)}) {
            ColumnKernel kernel = each.of(9);
            for (int count = 1; count <= ColumnKernel.MOST_TERMS_OF_TWO; count++) {
                double[] base = columns(kernel, numbers(size, stream));
                double[] base2 = columns(kernel, numbers(size, stream));
                double[][] terms = new double[count + 1][];
                Arrays.setAll(terms, k -> columns(kernel, numbers(size, stream)));
                double[] weights = numbers(count, stream);
                double[] weights2 = numbers(count + 1, stream);
                double[] want = new double[kernel.length()];
                double[] want2 = new double[kernel.length()];
                double[][] common = Arrays.copyOfRange(terms, 1, count + 1);
                kernel.combine(base, common, weights, want);
                kernel.combine(base2, terms, weights2, want2);

                double[] into = new double[kernel.length()];
                double[] into2 = new double[kernel.length()];
                kernel.combineTwo(common, base, weights, into, base2, terms[0], weights2, into2);
                assertThat(into).isEqualTo(want);
                assertThat(into2).isEqualTo(want2);
            }
        }
    }

    @Test
    void productsAndSolutionsAreThoseOfADenseMatrix() {
        SparsePattern pattern = SparsePattern.dense(2);
        for (Columns each : new Columns[] {Columns.plain(pattern), Columns.fastest(pattern)}) {
            ColumnKernel kernel = each.of(2);
            double[] product = new double[kernel.length()];
            kernel.multiplyAdd(new double[] {1, 2, 3, 4}, columns(kernel, new double[] {5, 7}), product);
            assertThat(product[kernel.place(0, 1)]).isEqualTo(2 * 19);
            assertThat(product[kernel.place(1, 1)]).isEqualTo(2 * 43);
        }
    }
}

package org.kindlin.mechanism.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.sparse.SparseLu;
import org.kindlin.numerics.sparse.SparsePattern;

/** Code for linear systems does what the loops over indices do, which are tested against dense algebra on their own. */
class LuFormulasTest {
    private static SparsePattern pattern(int size, double density, RandomStream random) {
        BitSet[] rows = new BitSet[size];
        for (int i = 0; i < size; i++) {
            rows[i] = new BitSet(size);
            for (int j = 0; j < size; j++) {
                rows[i].set(j, random.nextDouble() < density);
            }
        }
        return SparsePattern.ofRows(rows);
    }

    @Test
    void factorsAndSolutionsAreTheSameBitForBit() {
        int compared = 0;
        for (int trial = 0; trial < 60; trial++) {
            RandomStream random = RandomStream.ofSeed(1).child(trial);
            int size = 1 + random.nextInt(40);
            SparsePattern pattern = pattern(size, random.nextUniform(0, 0.3), random);
            boolean[] algebraic = new boolean[size];
            double[] mass = new double[size];
            for (int i = 0; i < size; i++) {
                algebraic[i] = pattern.index(i, i) >= 0 && random.nextInt(8) == 0;
                mass[i] = algebraic[i] ? 0 : 1;
            }
            SparseLu loops = new SparseLu(pattern);
            SparseLu code = new SparseLu(pattern, new LuFormulas(pattern, algebraic)::kernel);
            for (int k = 0; k < 210; k++) {
                double[] values = random.doubles(pattern.nonZeros(), -2, 2).toArray();
                double shift = random.nextUniform(0.1, 20);
                boolean usable = loops.factor(values, shift, mass);
                assertThat(code.factor(values, shift, mass)).isEqualTo(usable);
                double[] right = random.doubles(size, -1, 1).toArray();
                if (usable) {
                    double[] same = right.clone();
                    loops.solve(right);
                    code.solve(same);
                    assertThat(same).isEqualTo(right);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(10_000);
    }

    @Test
    void aMatrixWhosePivotsVanishIsStillFactoredWithInterchanges() {
        SparsePattern pattern = SparsePattern.dense(2);
        SparseLu code = new SparseLu(pattern, new LuFormulas(pattern, new boolean[] {true, true})::kernel);
        double[] mass = {0, 0};
        for (int k = 0; k < 250; k++) {
            assertThat(code.factor(new double[] {0, 2, 4, 0}, 1, mass)).isTrue();
            double[] b = {2, 8};
            code.solve(b);
            assertThat(b).containsExactly(-2, -1);
        }
    }

    @Test
    void factorsWithMoreArithmeticThanCodeIsGoodForHaveNone() {
        assertThat(new LuFormulas(SparsePattern.dense(60), new boolean[60]).kernel())
                .isEmpty();
        assertThat(new LuFormulas(SparsePattern.dense(20), new boolean[20]).kernel())
                .isPresent();
    }
}

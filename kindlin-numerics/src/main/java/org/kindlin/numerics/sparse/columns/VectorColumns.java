package org.kindlin.numerics.sparse.columns;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;
import org.kindlin.numerics.sparse.ColumnKernel;
import org.kindlin.numerics.sparse.SparsePattern;

/** Kernels on vectors: the code for a pattern is made when first asked for, that for half vectors only where they are. */
final class VectorColumns implements Columns {
    static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    static final VectorSpecies<Double> HALF_SPECIES =
            VectorSpecies.of(double.class, VectorShape.forBitSize(Math.max(64, SPECIES.vectorBitSize() / 2)));
    static final int WIDTH = SPECIES.length();
    static final int HALF_WIDTH = HALF_SPECIES.length();

    private static final int NARROWEST = 4;

    private final SparsePattern pattern;
    private @Nullable Codes whole;
    private @Nullable Codes half;

    /** Product and solution for blocks of one width. */
    record Codes(ColumnCode product, ColumnCode solution) {
        private static Codes of(SparsePattern pattern, StraightLineColumns.Width width) {
            return new Codes(
                    StraightLineColumns.product(pattern, width),
                    StraightLineColumns.solution(pattern.symbolicLu(), width));
        }
    }

    VectorColumns(SparsePattern pattern) {
        this.pattern = pattern;
    }

    /** Whether vectors are wide enough to gain, and the pattern small enough for straight-line code. */
    static boolean suit(SparsePattern pattern) {
        return WIDTH >= NARROWEST && StraightLineColumns.suits(pattern);
    }

    @Override
    public ColumnKernel of(int columns) {
        return new VectorBlocks(pattern.size(), columns, this);
    }

    synchronized Codes whole() {
        if (whole == null) {
            whole = Codes.of(pattern, StraightLineColumns.Width.WHOLE);
        }
        return whole;
    }

    synchronized Codes half() {
        if (half == null) {
            half = Codes.of(pattern, StraightLineColumns.Width.HALF);
        }
        return half;
    }
}

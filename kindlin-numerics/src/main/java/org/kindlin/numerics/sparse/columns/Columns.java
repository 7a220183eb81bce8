package org.kindlin.numerics.sparse.columns;

import org.kindlin.numerics.sparse.ColumnKernel;
import org.kindlin.numerics.sparse.SparsePattern;

/** The choice of a {@link ColumnKernel}. */
public final class Columns {
    private Columns() {}

    /** The one on the Vector API where its module is present and vectors are wide enough to gain, else plain loops. */
    public static ColumnKernel fastest(SparsePattern pattern) {
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return present && VectorColumns.suit(pattern) ? new VectorColumns(pattern) : plain(pattern);
    }

    /** The one in plain loops. */
    public static ColumnKernel plain(SparsePattern pattern) {
        return new PlainColumns(pattern);
    }
}

package org.kindlin.numerics.sparse.columns;

import org.kindlin.numerics.sparse.ColumnKernel;
import org.kindlin.numerics.sparse.SparsePattern;

/** Makes a {@link ColumnKernel} of a pattern for any number of columns. May be shared between threads. */
public interface Columns {
    /** The kernel for so many columns. */
    ColumnKernel of(int columns);

    /** Kernels on the Vector API where its module is present and vectors are wide enough to gain, else in plain loops. */
    static Columns fastest(SparsePattern pattern) {
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return present && VectorColumns.suit(pattern) ? new VectorColumns(pattern) : plain(pattern);
    }

    /** Kernels in plain loops. */
    static Columns plain(SparsePattern pattern) {
        return columns -> new PlainColumns(pattern, columns);
    }
}

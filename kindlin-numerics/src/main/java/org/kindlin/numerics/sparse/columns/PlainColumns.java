package org.kindlin.numerics.sparse.columns;

import org.kindlin.numerics.sparse.ColumnKernel;
import org.kindlin.numerics.sparse.SparsePattern;
import org.kindlin.numerics.sparse.SymbolicLu;

/** Plain loops: the columns of a block stay in registers over a row. */
final class PlainColumns implements ColumnKernel {
    private static final int WIDTH = 4;

    private final SparsePattern pattern;
    private final SymbolicLu symbolic;
    private final int columns;
    private final int stride;
    private final int length;

    PlainColumns(SparsePattern pattern, int columns) {
        this.pattern = pattern;
        this.symbolic = pattern.symbolicLu();
        this.columns = columns;
        this.stride = pattern.size() * WIDTH;
        this.length = (columns + WIDTH - 1) / WIDTH * stride;
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int place(int row, int column) {
        return column / WIDTH * stride + row * WIDTH + column % WIDTH;
    }

    @Override
    public int wholeLength(int count) {
        return count;
    }

    @Override
    public void combine(double[] base, double[][] terms, double[] weights, double[] into) {
        int k = 0;
        if (weights.length % 2 != 0) {
            add(base, weights[0], terms[0], into);
            k = 1;
        } else {
            System.arraycopy(base, 0, into, 0, into.length);
        }
        for (; k < weights.length; k += 2) {
            add(into, weights[k], terms[k], weights[k + 1], terms[k + 1]);
        }
    }

    @Override
    public void combineTwo(
            double[][] terms,
            double[] base,
            double[] weights,
            double[] into,
            double[] base2,
            double[] extra,
            double[] weights2,
            double[] into2) {
        combine(base, terms, weights, into);
        add(base2, weights2[0], extra, into2);
        for (int k = 0; k < weights.length; k++) {
            add(into2, weights2[k + 1], terms[k], into2);
        }
    }

    private static void add(double[] base, double factor, double[] term, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = base[i] + factor * term[i];
        }
    }

    private static void add(double[] into, double f, double[] a, double g, double[] b) {
        for (int i = 0; i < into.length; i++) {
            into[i] = (into[i] + f * a[i]) + g * b[i];
        }
    }

    @Override
    public void multiplyAdd(double[] values, double[] block, double[] into) {
        for (int first = 0; first < length; first += stride) {
            multiplyAdd(values, block, into, first);
        }
    }

    private void multiplyAdd(double[] values, double[] block, double[] into, int first) {
        for (int i = 0, at = first; i < pattern.size(); i++, at += WIDTH) {
            double a = into[at];
            double b = into[at + 1];
            double c = into[at + 2];
            double d = into[at + 3];
            for (int k = pattern.rowStart(i), end = pattern.rowStart(i + 1); k < end; k++) {
                double f = values[k];
                int from = first + pattern.column(k) * WIDTH;
                a += f * block[from];
                b += f * block[from + 1];
                c += f * block[from + 2];
                d += f * block[from + 3];
            }
            into[at] = a;
            into[at + 1] = b;
            into[at + 2] = c;
            into[at + 3] = d;
        }
    }

    @Override
    public void solve(double[] factors, double[] block) {
        for (int first = 0; first < length; first += stride) {
            solve(factors, block, first);
        }
    }

    private void solve(double[] factors, double[] block, int begin) {
        int[] rowStart = symbolic.rowStart();
        int[] diagonal = symbolic.diagonal();
        for (int i = 0; i < diagonal.length; i++) {
            subtract(factors, block, begin, i, rowStart[i], diagonal[i], 1);
        }
        int pivots = symbolic.column().length;
        for (int i = diagonal.length - 1; i >= 0; i--) {
            subtract(factors, block, begin, i, diagonal[i] + 1, rowStart[i + 1], factors[pivots + i]);
        }
    }

    /** Takes these elements times what is solved already from an unknown, and scales it. */
    private void subtract(double[] factors, double[] block, int begin, int row, int first, int end, double pivot) {
        int[] order = symbolic.order();
        int[] column = symbolic.column();
        int at = begin + order[row] * WIDTH;
        double a = block[at];
        double b = block[at + 1];
        double c = block[at + 2];
        double d = block[at + 3];
        for (int k = first; k < end; k++) {
            double f = factors[k];
            int from = begin + order[column[k]] * WIDTH;
            a -= f * block[from];
            b -= f * block[from + 1];
            c -= f * block[from + 2];
            d -= f * block[from + 3];
        }
        block[at] = a * pivot;
        block[at + 1] = b * pivot;
        block[at + 2] = c * pivot;
        block[at + 3] = d * pivot;
    }
}

package org.kindlin.numerics.sparse.columns;

import jdk.incubator.vector.DoubleVector;

/** Two weighted sums of the same terms in one pass; as {@link VectorSums}, one method for each number of terms. */
final class VectorPairs {
    private static final int WIDTH = VectorColumns.WIDTH;

    private VectorPairs() {}

    /** As {@link org.kindlin.numerics.sparse.ColumnKernel#combineTwo} has it. */
    static void of(
            double[][] terms,
            double[] base,
            double[] weights,
            double[] into,
            double[] base2,
            double[] extra,
            double[] weights2,
            double[] into2) {
        switch (weights.length) {
            case 1 -> one(terms, base, weights, into, base2, extra, weights2, into2);
            case 2 -> two(terms, base, weights, into, base2, extra, weights2, into2);
            case 3 -> three(terms, base, weights, into, base2, extra, weights2, into2);
            case 4 -> four(terms, base, weights, into, base2, extra, weights2, into2);
            case 5 -> five(terms, base, weights, into, base2, extra, weights2, into2);
            default -> throw new IllegalArgumentException(weights.length + " terms");
        }
    }

    private static void one(
            double[][] terms,
            double[] base,
            double[] weights,
            double[] into,
            double[] base2,
            double[] extra,
            double[] weights2,
            double[] into2) {
        double[] a = terms[0];
        double p = weights[0];
        double first = weights2[0];
        double u = weights2[1];
        for (int at = 0; at < into.length; at += WIDTH) {
            DoubleVector ak = VectorSums.load(a, at);
            VectorSums.load(base, at).add(ak.mul(p)).intoArray(into, at);
            VectorSums.load(base2, at)
                    .add(VectorSums.load(extra, at).mul(first))
                    .add(ak.mul(u))
                    .intoArray(into2, at);
        }
    }

    private static void two(
            double[][] terms,
            double[] base,
            double[] weights,
            double[] into,
            double[] base2,
            double[] extra,
            double[] weights2,
            double[] into2) {
        double[] a = terms[0];
        double[] b = terms[1];
        double p = weights[0];
        double q = weights[1];
        double first = weights2[0];
        double u = weights2[1];
        double v = weights2[2];
        for (int at = 0; at < into.length; at += WIDTH) {
            DoubleVector ak = VectorSums.load(a, at);
            DoubleVector bk = VectorSums.load(b, at);
            VectorSums.load(base, at).add(ak.mul(p)).add(bk.mul(q)).intoArray(into, at);
            VectorSums.load(base2, at)
                    .add(VectorSums.load(extra, at).mul(first))
                    .add(ak.mul(u))
                    .add(bk.mul(v))
                    .intoArray(into2, at);
        }
    }

    private static void three(
            double[][] terms,
            double[] base,
            double[] weights,
            double[] into,
            double[] base2,
            double[] extra,
            double[] weights2,
            double[] into2) {
        double[] a = terms[0];
        double[] b = terms[1];
        double[] c = terms[2];
        double p = weights[0];
        double q = weights[1];
        double r = weights[2];
        double first = weights2[0];
        double u = weights2[1];
        double v = weights2[2];
        double w = weights2[3];
        for (int at = 0; at < into.length; at += WIDTH) {
            DoubleVector ak = VectorSums.load(a, at);
            DoubleVector bk = VectorSums.load(b, at);
            DoubleVector ck = VectorSums.load(c, at);
            VectorSums.load(base, at)
                    .add(ak.mul(p))
                    .add(bk.mul(q))
                    .add(ck.mul(r))
                    .intoArray(into, at);
            VectorSums.load(base2, at)
                    .add(VectorSums.load(extra, at).mul(first))
                    .add(ak.mul(u))
                    .add(bk.mul(v))
                    .add(ck.mul(w))
                    .intoArray(into2, at);
        }
    }

    private static void four(
            double[][] terms,
            double[] base,
            double[] weights,
            double[] into,
            double[] base2,
            double[] extra,
            double[] weights2,
            double[] into2) {
        double[] a = terms[0];
        double[] b = terms[1];
        double[] c = terms[2];
        double[] d = terms[3];
        double p = weights[0];
        double q = weights[1];
        double r = weights[2];
        double s = weights[3];
        double first = weights2[0];
        double u = weights2[1];
        double v = weights2[2];
        double w = weights2[3];
        double x = weights2[4];
        for (int at = 0; at < into.length; at += WIDTH) {
            DoubleVector ak = VectorSums.load(a, at);
            DoubleVector bk = VectorSums.load(b, at);
            DoubleVector ck = VectorSums.load(c, at);
            DoubleVector dk = VectorSums.load(d, at);
            VectorSums.load(base, at)
                    .add(ak.mul(p))
                    .add(bk.mul(q))
                    .add(ck.mul(r))
                    .add(dk.mul(s))
                    .intoArray(into, at);
            VectorSums.load(base2, at)
                    .add(VectorSums.load(extra, at).mul(first))
                    .add(ak.mul(u))
                    .add(bk.mul(v))
                    .add(ck.mul(w))
                    .add(dk.mul(x))
                    .intoArray(into2, at);
        }
    }

    private static void five(
            double[][] terms,
            double[] base,
            double[] weights,
            double[] into,
            double[] base2,
            double[] extra,
            double[] weights2,
            double[] into2) {
        double[] a = terms[0];
        double[] b = terms[1];
        double[] c = terms[2];
        double[] d = terms[3];
        double[] e = terms[4];
        double p = weights[0];
        double q = weights[1];
        double r = weights[2];
        double s = weights[3];
        double t = weights[4];
        double first = weights2[0];
        double u = weights2[1];
        double v = weights2[2];
        double w = weights2[3];
        double x = weights2[4];
        double y = weights2[5];
        for (int at = 0; at < into.length; at += WIDTH) {
            DoubleVector ak = VectorSums.load(a, at);
            DoubleVector bk = VectorSums.load(b, at);
            DoubleVector ck = VectorSums.load(c, at);
            DoubleVector dk = VectorSums.load(d, at);
            DoubleVector ek = VectorSums.load(e, at);
            VectorSums.load(base, at)
                    .add(ak.mul(p))
                    .add(bk.mul(q))
                    .add(ck.mul(r))
                    .add(dk.mul(s))
                    .add(ek.mul(t))
                    .intoArray(into, at);
            VectorSums.load(base2, at)
                    .add(VectorSums.load(extra, at).mul(first))
                    .add(ak.mul(u))
                    .add(bk.mul(v))
                    .add(ck.mul(w))
                    .add(dk.mul(x))
                    .add(ek.mul(y))
                    .intoArray(into2, at);
        }
    }
}

package org.kindlin.numerics.sparse.columns;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Weighted sums of arrays in one pass for each number of terms: sums stay in registers, and no vector is carried from one
 * turn of a loop to the next, because HotSpot may put such vectors on the heap. One method each, so that no caller takes in
 * more vector operations than HotSpot inlines.
 */
final class VectorSums {
    private static final VectorSpecies<Double> SPECIES = VectorColumns.SPECIES;
    private static final int WIDTH = VectorColumns.WIDTH;
    private static final int MOST = 8;

    private VectorSums() {}

    /** {@code into} = {@code base} + Σ {@code weights[k] × terms[k]}, added from left to right. */
    static void of(double[] base, double[][] terms, double[] weights, double[] into) {
        double[] from = base;
        int first = 0;
        while (weights.length - first > MOST) {
            eight(from, terms, weights, first, into);
            from = into;
            first += MOST;
        }
        switch (weights.length - first) {
            case 0 -> System.arraycopy(from, 0, into, 0, into.length);
            case 1 -> one(from, terms, weights, first, into);
            case 2 -> two(from, terms, weights, first, into);
            case 3 -> three(from, terms, weights, first, into);
            case 4 -> four(from, terms, weights, first, into);
            case 5 -> five(from, terms, weights, first, into);
            case 6 -> six(from, terms, weights, first, into);
            case 7 -> seven(from, terms, weights, first, into);
            default -> eight(from, terms, weights, first, into);
        }
    }

    private static void one(double[] base, double[][] terms, double[] weights, int k, double[] into) {
        double[] a = terms[k];
        double p = weights[k];
        for (int at = 0; at < into.length; at += WIDTH) {
            load(base, at).add(load(a, at).mul(p)).intoArray(into, at);
        }
    }

    private static void two(double[] base, double[][] terms, double[] weights, int k, double[] into) {
        double[] a = terms[k];
        double[] b = terms[k + 1];
        double p = weights[k];
        double q = weights[k + 1];
        for (int at = 0; at < into.length; at += WIDTH) {
            load(base, at).add(load(a, at).mul(p)).add(load(b, at).mul(q)).intoArray(into, at);
        }
    }

    private static void three(double[] base, double[][] terms, double[] weights, int k, double[] into) {
        double[] a = terms[k];
        double[] b = terms[k + 1];
        double[] c = terms[k + 2];
        double p = weights[k];
        double q = weights[k + 1];
        double r = weights[k + 2];
        for (int at = 0; at < into.length; at += WIDTH) {
            load(base, at)
                    .add(load(a, at).mul(p))
                    .add(load(b, at).mul(q))
                    .add(load(c, at).mul(r))
                    .intoArray(into, at);
        }
    }

    private static void four(double[] base, double[][] terms, double[] weights, int k, double[] into) {
        double[] a = terms[k];
        double[] b = terms[k + 1];
        double[] c = terms[k + 2];
        double[] d = terms[k + 3];
        double p = weights[k];
        double q = weights[k + 1];
        double r = weights[k + 2];
        double s = weights[k + 3];
        for (int at = 0; at < into.length; at += WIDTH) {
            load(base, at)
                    .add(load(a, at).mul(p))
                    .add(load(b, at).mul(q))
                    .add(load(c, at).mul(r))
                    .add(load(d, at).mul(s))
                    .intoArray(into, at);
        }
    }

    private static void five(double[] base, double[][] terms, double[] weights, int k, double[] into) {
        double[] a = terms[k];
        double[] b = terms[k + 1];
        double[] c = terms[k + 2];
        double[] d = terms[k + 3];
        double[] e = terms[k + 4];
        double p = weights[k];
        double q = weights[k + 1];
        double r = weights[k + 2];
        double s = weights[k + 3];
        double t = weights[k + 4];
        for (int at = 0; at < into.length; at += WIDTH) {
            load(base, at)
                    .add(load(a, at).mul(p))
                    .add(load(b, at).mul(q))
                    .add(load(c, at).mul(r))
                    .add(load(d, at).mul(s))
                    .add(load(e, at).mul(t))
                    .intoArray(into, at);
        }
    }

    private static void six(double[] base, double[][] terms, double[] weights, int k, double[] into) {
        double[] a = terms[k];
        double[] b = terms[k + 1];
        double[] c = terms[k + 2];
        double[] d = terms[k + 3];
        double[] e = terms[k + 4];
        double[] f = terms[k + 5];
        double p = weights[k];
        double q = weights[k + 1];
        double r = weights[k + 2];
        double s = weights[k + 3];
        double t = weights[k + 4];
        double u = weights[k + 5];
        for (int at = 0; at < into.length; at += WIDTH) {
            load(base, at)
                    .add(load(a, at).mul(p))
                    .add(load(b, at).mul(q))
                    .add(load(c, at).mul(r))
                    .add(load(d, at).mul(s))
                    .add(load(e, at).mul(t))
                    .add(load(f, at).mul(u))
                    .intoArray(into, at);
        }
    }

    private static void seven(double[] base, double[][] terms, double[] weights, int k, double[] into) {
        double[] a = terms[k];
        double[] b = terms[k + 1];
        double[] c = terms[k + 2];
        double[] d = terms[k + 3];
        double[] e = terms[k + 4];
        double[] f = terms[k + 5];
        double[] g = terms[k + 6];
        double p = weights[k];
        double q = weights[k + 1];
        double r = weights[k + 2];
        double s = weights[k + 3];
        double t = weights[k + 4];
        double u = weights[k + 5];
        double v = weights[k + 6];
        for (int at = 0; at < into.length; at += WIDTH) {
            load(base, at)
                    .add(load(a, at).mul(p))
                    .add(load(b, at).mul(q))
                    .add(load(c, at).mul(r))
                    .add(load(d, at).mul(s))
                    .add(load(e, at).mul(t))
                    .add(load(f, at).mul(u))
                    .add(load(g, at).mul(v))
                    .intoArray(into, at);
        }
    }

    private static void eight(double[] base, double[][] terms, double[] weights, int k, double[] into) {
        double[] a = terms[k];
        double[] b = terms[k + 1];
        double[] c = terms[k + 2];
        double[] d = terms[k + 3];
        double[] e = terms[k + 4];
        double[] f = terms[k + 5];
        double[] g = terms[k + 6];
        double[] h = terms[k + 7];
        double p = weights[k];
        double q = weights[k + 1];
        double r = weights[k + 2];
        double s = weights[k + 3];
        double t = weights[k + 4];
        double u = weights[k + 5];
        double v = weights[k + 6];
        double w = weights[k + 7];
        for (int at = 0; at < into.length; at += WIDTH) {
            load(base, at)
                    .add(load(a, at).mul(p))
                    .add(load(b, at).mul(q))
                    .add(load(c, at).mul(r))
                    .add(load(d, at).mul(s))
                    .add(load(e, at).mul(t))
                    .add(load(f, at).mul(u))
                    .add(load(g, at).mul(v))
                    .add(load(h, at).mul(w))
                    .intoArray(into, at);
        }
    }

    static DoubleVector load(double[] values, int at) {
        return DoubleVector.fromArray(SPECIES, values, at);
    }
}

package org.kindlin.numerics.sigmoid.lane;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The Vector API: all moments of as many lanes as a vector holds stay in registers. */
final class VectorKernel implements LaneKernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = SPECIES.length();
    private static final int LEAST_WIDTH = 4;
    private static final DoubleVector ONE = DoubleVector.broadcast(SPECIES, 1);
    private static final DoubleVector MINUS_TWO = DoubleVector.broadcast(SPECIES, -2);

    static boolean isWorthwhile() {
        return WIDTH >= LEAST_WIDTH && Moments.LANES % WIDTH == 0;
    }

    @Override
    public void moments(Moments m) {
        for (int from = 0; from < Moments.LANES; from += WIDTH) {
            moments(m, from);
        }
        m.finish();
    }

    private static void moments(Moments m, int from) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector mid = at(m.mid, from);
        DoubleVector slope = at(m.slope, from);
        DoubleVector side = at(m.side, from);
        DoubleVector reference = at(m.reference, from);
        DoubleVector one = zero;
        DoubleVector ss = zero;
        DoubleVector sum1 = zero;
        DoubleVector sum1z = zero;
        DoubleVector sum1zz = zero;
        DoubleVector s1 = zero;
        DoubleVector s1z = zero;
        DoubleVector s1zz = zero;
        DoubleVector d11 = zero;
        DoubleVector d11z = zero;
        DoubleVector d11zz = zero;
        DoubleVector y0 = zero;
        DoubleVector y1 = zero;
        DoubleVector y1z = zero;
        DoubleVector y2 = zero;
        DoubleVector y2z = zero;
        DoubleVector y2zz = zero;
        for (int dose = 0; dose < m.lnDose.length; dose++) {
            DoubleVector y = at(m.response[dose], from);
            double w = m.weight[dose];
            DoubleVector z =
                    slope.mul(DoubleVector.broadcast(SPECIES, m.lnDose[dose]).sub(mid));
            DoubleVector grown =
                    exponentialLessOne(z.abs().min(Exponentials.LARGEST)).add(1);
            DoubleVector near = ONE.div(grown.add(1));
            DoubleVector far = grown.mul(near);
            DoubleVector product = near.mul(far);
            DoubleVector logistic = near.blend(far, side.mul(z).compare(VectorOperators.GT, 0));
            DoubleVector s = logistic.sub(reference);
            DoubleVector bent = y.mul(logistic.fma(MINUS_TWO, ONE));
            DoubleVector ws = s.mul(w);
            DoubleVector wp = product.mul(w);
            DoubleVector wpz = wp.mul(z);
            DoubleVector wpzz = wpz.mul(z);
            one = one.add(ws);
            ss = ws.fma(s, ss);
            y0 = ws.fma(y, y0);
            sum1 = sum1.add(wp);
            sum1z = sum1z.add(wpz);
            sum1zz = wpz.fma(z, sum1zz);
            s1 = wp.fma(s, s1);
            s1z = wpz.fma(s, s1z);
            s1zz = wpzz.fma(s, s1zz);
            d11 = wp.fma(product, d11);
            d11z = wpz.fma(product, d11z);
            d11zz = wpzz.fma(product, d11zz);
            y1 = wp.fma(y, y1);
            y1z = wpz.fma(y, y1z);
            y2 = wp.fma(bent, y2);
            y2z = wpz.fma(bent, y2z);
            y2zz = wpzz.fma(bent, y2zz);
        }
        one.intoArray(m.one, from);
        ss.intoArray(m.ss, from);
        sum1.intoArray(m.sum1, from);
        sum1z.intoArray(m.sum1z, from);
        sum1zz.intoArray(m.sum1zz, from);
        s1.intoArray(m.s1, from);
        s1z.intoArray(m.s1z, from);
        s1zz.intoArray(m.s1zz, from);
        d11.intoArray(m.d11, from);
        d11z.intoArray(m.d11z, from);
        d11zz.intoArray(m.d11zz, from);
        y0.intoArray(m.y0, from);
        y1.intoArray(m.y1, from);
        y1z.intoArray(m.y1z, from);
        y2.intoArray(m.y2, from);
        y2z.intoArray(m.y2z, from);
        y2zz.intoArray(m.y2zz, from);
    }

    private static DoubleVector at(double[] values, int from) {
        return DoubleVector.fromArray(SPECIES, values, from);
    }

    private static DoubleVector constant(double value) {
        return DoubleVector.broadcast(SPECIES, value);
    }

    private static DoubleVector exponentialLessOne(DoubleVector x) {
        DoubleVector t = x.mul(Exponentials.FRACTION);
        DoubleVector p = t.fma(constant(1.0 / 362880), constant(1.0 / 40320));
        p = p.fma(t, constant(1.0 / 5040));
        p = p.fma(t, constant(1.0 / 720));
        p = p.fma(t, constant(1.0 / 120));
        p = p.fma(t, constant(1.0 / 24));
        p = p.fma(t, constant(1.0 / 6));
        p = p.fma(t, constant(0.5));
        DoubleVector e = p.mul(t).fma(t, t);
        return twice(twice(twice(twice(twice(twice(twice(twice(twice(twice(e))))))))));
    }

    private static DoubleVector twice(DoubleVector v) {
        return v.fma(v, v.add(v));
    }

    @Override
    public void scan(double[][] basis, int[] groupStart, double[][] scaled, double[][] groupBest, double[] best) {
        Arrays.fill(best, 0);
        for (int g = 0; g < groupBest.length; g++) {
            for (int from = 0; from < best.length; from += 4 * WIDTH) {
                scanGroup(basis, groupStart[g], groupStart[g + 1], scaled, groupBest[g], best, from);
            }
        }
    }

    private static void scanGroup(
            double[][] basis, int first, int end, double[][] scaled, double[] groupBest, double[] best, int from) {
        DoubleVector best0 = DoubleVector.zero(SPECIES);
        DoubleVector best1 = best0;
        DoubleVector best2 = best0;
        DoubleVector best3 = best0;
        for (int node = first; node < end; node++) {
            double[] shape = basis[node];
            double factor = shape[0];
            double[] row = scaled[0];
            DoubleVector p0 = at(row, from).mul(factor);
            DoubleVector p1 = at(row, from + WIDTH).mul(factor);
            DoubleVector p2 = at(row, from + 2 * WIDTH).mul(factor);
            DoubleVector p3 = at(row, from + 3 * WIDTH).mul(factor);
            for (int dose = 1; dose < shape.length; dose++) {
                DoubleVector f = constant(shape[dose]);
                row = scaled[dose];
                p0 = f.fma(at(row, from), p0);
                p1 = f.fma(at(row, from + WIDTH), p1);
                p2 = f.fma(at(row, from + 2 * WIDTH), p2);
                p3 = f.fma(at(row, from + 3 * WIDTH), p3);
            }
            best0 = best0.max(score(p0, node));
            best1 = best1.max(score(p1, node));
            best2 = best2.max(score(p2, node));
            best3 = best3.max(score(p3, node));
        }
        keep(best0, groupBest, best, from);
        keep(best1, groupBest, best, from + WIDTH);
        keep(best2, groupBest, best, from + 2 * WIDTH);
        keep(best3, groupBest, best, from + 3 * WIDTH);
    }

    private static DoubleVector score(DoubleVector product, int node) {
        DoubleVector whole = product.fma(product, constant(NodeScore.ROUNDER)).sub(NodeScore.ROUNDER);
        return whole.fma(constant(NodeScore.INDEX_SPAN), constant(node));
    }

    private static void keep(DoubleVector found, double[] groupBest, double[] best, int from) {
        found.intoArray(groupBest, from);
        at(best, from).max(found).intoArray(best, from);
    }
}

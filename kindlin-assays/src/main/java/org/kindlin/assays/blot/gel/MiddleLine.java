package org.kindlin.assays.blot.gel;

import java.util.Arrays;

/**
 * The middle of a lane: a polynomial of {@code (row - middleRow) / height} as far as the lane was seen, and straight on from there, for a
 * bend says nothing about what lies beyond it.
 *
 * @param terms of the polynomial, in pixels
 * @param from where the lane was seen first, from -0.5 at the top to 0.5
 * @param to where it was seen last
 */
record MiddleLine(double[] terms, double from, double to) {

    /** Upright at a column. */
    static MiddleLine upright(double column) {
        return new MiddleLine(new double[] {column}, 0, 0);
    }

    /** So far from the left one to the right one, 0 to 1. */
    static MiddleLine between(MiddleLine left, MiddleLine right, double part) {
        double[] terms = new double[Math.max(left.terms.length, right.terms.length)];
        double[] a = Arrays.copyOf(left.terms, terms.length);
        double[] b = Arrays.copyOf(right.terms, terms.length);
        for (int i = 0; i < terms.length; i++) {
            terms[i] = a[i] + part * (b[i] - a[i]);
        }
        return new MiddleLine(
                terms, left.from + part * (right.from - left.from), left.to + part * (right.to - left.to));
    }

    /** The same farther right. */
    MiddleLine moved(double columns) {
        double[] moved = terms.clone();
        moved[0] += columns;
        return new MiddleLine(moved, from, to);
    }

    double at(double t) {
        double seen = Math.clamp(t, from, to);
        double value = 0;
        double slope = 0;
        for (int i = terms.length - 1; i >= 0; i--) {
            slope = slope * seen + value;
            value = value * seen + terms[i];
        }
        return value + slope * (t - seen);
    }
}

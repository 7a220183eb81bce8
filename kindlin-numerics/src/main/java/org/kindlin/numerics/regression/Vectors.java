package org.kindlin.numerics.regression;

import java.util.Arrays;
import java.util.List;

/** Arithmetic on vectors of equal length. */
final class Vectors {
    private Vectors() {}

    static double dot(double[] x, double[] y) {
        return dot(x, y, 0, x.length);
    }

    /** The product over the elements from one index to before another. */
    static double dot(double[] x, double[] y, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    static double norm(double[] x) {
        return norm(x, 0);
    }

    /** The Euclidean length of the elements from an index on. */
    static double norm(double[] x, int from) {
        return norm(x, from, x.length);
    }

    /** The Euclidean length of the elements from one index to before another, without overflow or underflow. */
    static double norm(double[] x, int from, int to) {
        double largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, Math.abs(x[i]));
        }
        if (largest == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            double part = x[i] / largest;
            sum += part * part;
        }
        return largest * Math.sqrt(sum);
    }

    /** The elements as an unmodifiable list. */
    static List<Double> list(double[] x) {
        return Arrays.stream(x).boxed().toList();
    }
}

package org.kindlin.numerics.regression;

import java.util.Arrays;
import java.util.List;

/** Arithmetic on vectors of equal length. */
final class Vectors {
    private Vectors() {}

    static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    static double norm(double[] x) {
        return norm(x, 0);
    }

    /** The Euclidean length of the elements from an index on, without overflow or underflow. */
    static double norm(double[] x, int from) {
        double largest = 0;
        for (int i = from; i < x.length; i++) {
            largest = Math.max(largest, Math.abs(x[i]));
        }
        if (largest == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = from; i < x.length; i++) {
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

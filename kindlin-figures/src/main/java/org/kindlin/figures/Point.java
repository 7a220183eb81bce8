package org.kindlin.figures;

import java.util.ArrayList;
import java.util.List;

/** A place in data coordinates. A coordinate that is not a number breaks a line and hides a point. */
public record Point(double x, double y) {

    /** Points from two arrays of the same length. */
    public static List<Point> of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("x has " + x.length + " values and y has " + y.length);
        }
        List<Point> points = new ArrayList<>(x.length);
        for (int i = 0; i < x.length; i++) {
            points.add(new Point(x[i], y[i]));
        }
        return List.copyOf(points);
    }

    boolean isDefined() {
        return !Double.isNaN(x) && !Double.isNaN(y);
    }
}

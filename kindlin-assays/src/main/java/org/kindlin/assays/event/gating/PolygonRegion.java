package org.kindlin.assays.event.gating;

import java.math.BigDecimal;
import java.util.List;

/**
 * The inside of a polygon by the even-odd rule, its boundary included. On which side of an edge a point lies is decided
 * exactly: in doubles where their error cannot matter, else in decimal numbers of full length.
 */
final class PolygonRegion {
    /** Largest relative error of a determinant of differences in doubles (Shewchuk 1997, orient2d, bound A). */
    private static final double ERROR = (3 + 16 * 0x1p-53) * 0x1p-53;

    private final double[] x;
    private final double[] y;
    private final double left;
    private final double right;
    private final double bottom;
    private final double top;

    PolygonRegion(List<Gate.Vertex> vertices) {
        x = vertices.stream().mapToDouble(Gate.Vertex::x).toArray();
        y = vertices.stream().mapToDouble(Gate.Vertex::y).toArray();
        left = vertices.stream().mapToDouble(Gate.Vertex::x).min().orElseThrow();
        right = vertices.stream().mapToDouble(Gate.Vertex::x).max().orElseThrow();
        bottom = vertices.stream().mapToDouble(Gate.Vertex::y).min().orElseThrow();
        top = vertices.stream().mapToDouble(Gate.Vertex::y).max().orElseThrow();
    }

    double left() {
        return left;
    }

    /** The least double beyond the right side. */
    double beyondRight() {
        return Math.nextUp(right);
    }

    double bottom() {
        return bottom;
    }

    /** The least double beyond the upper side. */
    double beyondTop() {
        return Math.nextUp(top);
    }

    boolean contains(double px, double py) {
        if (!(px >= left && px <= right && py >= bottom && py <= top)) {
            return false;
        }
        boolean inside = false;
        for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
            boolean spans = (y[i] > py) != (y[j] > py);
            boolean isNear = py >= Math.min(y[i], y[j])
                    && py <= Math.max(y[i], y[j])
                    && px >= Math.min(x[i], x[j])
                    && px <= Math.max(x[i], x[j]);
            if (!spans && !isNear) {
                continue;
            }
            int side = side(j, i, px, py);
            if (side == 0 && isNear) {
                return true;
            }
            if (spans && (side > 0) == (y[i] > y[j])) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** Sign of the turn from vertex a by vertex b to the point: positive to the left. */
    private int side(int a, int b, double px, double py) {
        double first = (x[b] - x[a]) * (py - y[a]);
        double second = (y[b] - y[a]) * (px - x[a]);
        double turn = first - second;
        double bound = ERROR * (Math.abs(first) + Math.abs(second));
        if (turn > bound) {
            return 1;
        }
        if (turn < -bound) {
            return -1;
        }
        return exactSide(a, b, px, py);
    }

    private int exactSide(int a, int b, double px, double py) {
        BigDecimal ax = new BigDecimal(x[a]);
        BigDecimal ay = new BigDecimal(y[a]);
        BigDecimal first = new BigDecimal(x[b]).subtract(ax).multiply(new BigDecimal(py).subtract(ay));
        BigDecimal second = new BigDecimal(y[b]).subtract(ay).multiply(new BigDecimal(px).subtract(ax));
        return first.compareTo(second);
    }
}

package org.kindlin.assays.event.gating;

import java.math.BigDecimal;
import java.util.Arrays;
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
        x = vertices.stream()
                .mapToDouble(Gate.Vertex::x)
                .map(PolygonRegion::finite)
                .toArray();
        y = vertices.stream()
                .mapToDouble(Gate.Vertex::y)
                .map(PolygonRegion::finite)
                .toArray();
        left = Arrays.stream(x).min().orElseThrow();
        right = Arrays.stream(x).max().orElseThrow();
        bottom = Arrays.stream(y).min().orElseThrow();
        top = Arrays.stream(y).max().orElseThrow();
    }

    /** A vertex at infinity, as the zero of a logarithmic scale is, lies beyond every event. */
    private static double finite(double coordinate) {
        return Math.clamp(coordinate, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /** Coordinates of the vertices; shared, nobody writes to them. */
    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    double left() {
        return left;
    }

    double right() {
        return right;
    }

    double bottom() {
        return bottom;
    }

    double top() {
        return top;
    }

    int edges() {
        return x.length;
    }

    /** The edge that ends at a vertex. */
    Edge edge(int vertex) {
        int before = vertex == 0 ? x.length - 1 : vertex - 1;
        return new Edge(x[before], y[before], x[vertex], y[vertex]);
    }

    /** A side of the polygon. */
    record Edge(double fromX, double fromY, double toX, double toY) {
        /** Where the edge, if not level, is at a height within it. */
        double xAt(double height) {
            return fromX + (toX - fromX) * ((height - fromY) / (toY - fromY));
        }
    }

    /** Where a point lies that is not known exactly. */
    enum Side {
        INSIDE,
        OUTSIDE,
        UNDECIDED
    }

    /**
     * Where a point lies that is known to a tolerance: undecided where it is that close to the height of a vertex, or to an
     * edge.
     */
    Side nearly(double px, double py, double tolerance) {
        boolean inside = false;
        for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
            if (Math.abs(y[i] - py) <= tolerance) {
                return Side.UNDECIDED;
            }
            if ((y[i] > py) != (y[j] > py)) {
                double first = (x[j] - x[i]) * (py - y[i]);
                double second = (y[j] - y[i]) * (px - x[i]);
                double turn = first - second;
                double error = 2 * tolerance * (Math.abs(x[j] - x[i]) + Math.abs(y[j] - y[i]))
                        + ERROR * (Math.abs(first) + Math.abs(second));
                if (!(Math.abs(turn) > error)) {
                    return Side.UNDECIDED;
                }
                inside ^= (turn > 0) == (y[j] > y[i]);
            }
        }
        return inside ? Side.INSIDE : Side.OUTSIDE;
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

package org.kindlin.numerics.column;

/**
 * A convex polygon: inside are the points of its box for which {@code a x + b y + c} is positive for every edge.
 *
 * <p>The unit is what errors of both coordinates and of the sum can make of it together, so that beyond {@value #SURE} the
 * sign is certain within the box.
 */
final class ConvexEdges implements PolygonEdges {
    static final float SURE = 2;

    /** A vertex so little outside an edge leaves the polygon convex for all that matters. */
    private static final double ROUNDING = -1e-3;

    private final float[] a;
    private final float[] b;
    private final float[] c;
    private final float left;
    private final float right;
    private final float bottom;
    private final float top;
    private final double marginX;
    private final double marginY;

    ConvexEdges(double[] x, double[] y, double marginX, double marginY) {
        this.marginX = marginX;
        this.marginY = marginY;
        a = new float[x.length];
        b = new float[x.length];
        c = new float[x.length];
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int e = 0; e < x.length; e++) {
            double[] line = line(x, y, e);
            a[e] = (float) line[0];
            b[e] = (float) line[1];
            c[e] = (float) line[2];
            least = Math.min(least, x[e]);
            greatest = Math.max(greatest, x[e]);
            lowest = Math.min(lowest, y[e]);
            highest = Math.max(highest, y[e]);
        }
        left = (float) (least - 2 * marginX);
        right = (float) (greatest + 2 * marginX);
        bottom = (float) (lowest - 2 * marginY);
        top = (float) (highest + 2 * marginY);
    }

    /** The line of an edge: a, b and c; certainly positive everywhere for an edge of no length. */
    private double[] line(double[] x, double[] y, int e) {
        int next = (e + 1) % x.length;
        double dx = x[next] - x[e];
        double dy = y[next] - y[e];
        if (dx == 0 && dy == 0) {
            return new double[] {0, 0, 2 * SURE};
        }
        double unit = (area(x, y) < 0 ? -1 : 1) * (Math.abs(dy) * marginX + Math.abs(dx) * marginY);
        return new double[] {-dy / unit, dx / unit, (dy * x[e] - dx * y[e]) / unit};
    }

    private static double area(double[] x, double[] y) {
        double twice = 0;
        for (int e = 0; e < x.length; e++) {
            int next = (e + 1) % x.length;
            twice += (x[e] - x[0]) * (y[next] - y[0]) - (x[next] - x[0]) * (y[e] - y[0]);
        }
        return 0.5 * twice;
    }

    /** Whether every vertex is inside of every edge, and the edges go round once. */
    boolean isConvex(double[] x, double[] y) {
        double turned = 0;
        for (int e = 0; e < x.length; e++) {
            double[] line = line(x, y, e);
            for (int v = 0; v < x.length; v++) {
                if (!(line[0] * (x[v] - x[e]) + line[1] * (y[v] - y[e]) >= ROUNDING)) {
                    return false;
                }
            }
            double[] next = line(x, y, (e + 1) % x.length);
            turned += Math.abs(
                    StrictMath.atan2(line[0] * next[1] - line[1] * next[0], line[0] * next[0] + line[1] * next[1]));
        }
        return turned < 3 * Math.PI;
    }

    int count() {
        return a.length;
    }

    float a(int edge) {
        return a[edge];
    }

    float b(int edge) {
        return b[edge];
    }

    float c(int edge) {
        return c[edge];
    }

    float left() {
        return left;
    }

    float right() {
        return right;
    }

    float bottom() {
        return bottom;
    }

    float top() {
        return top;
    }

    @Override
    public int state(float px, float py) {
        boolean outside = px < left || px > right || py < bottom || py > top;
        boolean inside = true;
        for (int e = 0; e < a.length; e++) {
            float within = Math.fma(px, a[e], Math.fma(py, b[e], c[e]));
            inside &= within > SURE;
            outside |= within < -SURE;
        }
        return outside ? 0 : inside ? 1 : 2;
    }
}

package org.kindlin.numerics.column;

/** Any polygon: inside are the points that have an odd number of edges to their right at their height. */
final class AnyEdges implements PolygonEdges {
    private final float[] x;
    private final float[] y;
    private final float[] slope;
    private final float[] near;
    private final float nearHeight;

    AnyEdges(double[] x, double[] y, double marginX, double marginY) {
        this.x = new float[x.length];
        this.y = new float[x.length];
        this.slope = new float[x.length];
        this.near = new float[x.length];
        this.nearHeight = (float) marginY;
        for (int e = 0; e < x.length; e++) {
            int next = (e + 1) % x.length;
            double rise = y[e] == y[next] ? 0 : (x[next] - x[e]) / (y[next] - y[e]);
            this.x[e] = (float) x[e];
            this.y[e] = (float) y[e];
            this.slope[e] = (float) rise;
            this.near[e] = (float) (2 * (Math.abs(rise) * marginY + marginX));
        }
    }

    int count() {
        return x.length;
    }

    float x(int edge) {
        return x[edge];
    }

    float y(int edge) {
        return y[edge];
    }

    /** Change of x with y along an edge. */
    float slope(int edge) {
        return slope[edge];
    }

    /** So near to an edge, along x, a point is not told from it. */
    float near(int edge) {
        return near[edge];
    }

    /** So near to the height of a vertex neither. */
    float nearHeight() {
        return nearHeight;
    }

    @Override
    public int state(float px, float py) {
        boolean inside = false;
        boolean open = Float.isNaN(px) || Float.isNaN(py);
        float last = py - y[y.length - 1];
        boolean wasBelow = last >= 0;
        for (int e = y.length - 1, next = 0; next < y.length; e = next++) {
            float height = py - y[next];
            boolean isBelow = height >= 0;
            float right = Math.fma(last, slope[e], x[e]) - px;
            boolean spans = wasBelow != isBelow;
            inside ^= spans && right > 0;
            open |= Math.abs(height) <= nearHeight || (spans && !(Math.abs(right) > near[e]));
            last = height;
            wasBelow = isBelow;
        }
        return (inside ? 1 : 0) | (open ? 2 : 0);
    }
}

package org.kindlin.numerics.column;

/**
 * The edges of a polygon in single precision, by which most points are seen to be inside or outside, and the others to be too
 * near to an edge, or to the height of a vertex, to tell. Coordinates may be off by {@value #ERROR} of the greatest vertex,
 * or, beyond it, of themselves.
 */
public sealed interface PolygonEdges permits ConvexEdges, AnyEdges {
    /** What a coordinate may be off by. */
    double ERROR = 5e-7;

    /**
     * Edges from each vertex to the next, and from the last to the first.
     *
     * @param leastX what the greatest vertex is taken to be at least, for the error of x
     * @param leastY the same of y
     * @throws IllegalArgumentException unless {@link #isFit}
     */
    static PolygonEdges of(double[] x, double[] y, double leastX, double leastY) {
        if (!isFit(x) || !isFit(y)) {
            throw new IllegalArgumentException("vertices beyond what single precision tells apart");
        }
        double marginX = 2 * ERROR * Math.max(leastX, greatest(x));
        double marginY = 2 * ERROR * Math.max(leastY, greatest(y));
        ConvexEdges convex = new ConvexEdges(x, y, marginX, marginY);
        return convex.isConvex(x, y) ? convex : new AnyEdges(x, y, marginX, marginY);
    }

    /** Whether vertices can be told apart in single precision at all. */
    static boolean isFit(double[] coordinates) {
        return greatest(coordinates) <= 1e15;
    }

    private static double greatest(double[] coordinates) {
        double greatest = 0;
        for (double coordinate : coordinates) {
            greatest = Math.max(greatest, Math.abs(coordinate));
        }
        return greatest;
    }

    /** 1 where a point is inside, 0 outside, 2 or 3 where it is too near to tell. */
    int state(float px, float py);
}

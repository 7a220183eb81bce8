package org.kindlin.assays.event.gating;

import org.kindlin.numerics.column.ColumnKernel;
import org.kindlin.numerics.column.PolygonEdges;

/** Events against the edges of a polygon of few, with places in single precision. */
final class EdgeStates implements PolygonStates {
    /** More edges than this are slower to look at than the cells of a grid. */
    private static final int MOST_EDGES = 16;

    private final RoundedAxis x;
    private final RoundedAxis y;
    private final PolygonEdges edges;
    private final ColumnKernel kernel;

    /** States of a polygon that {@link #isWorthwhile}. */
    EdgeStates(RoundedAxis x, RoundedAxis y, PolygonRegion region, ColumnKernel kernel) {
        this.x = x;
        this.y = y;
        this.edges = PolygonEdges.of(region.x(), region.y(), x.leastError(), y.leastError());
        this.kernel = kernel;
    }

    static boolean isWorthwhile(PolygonRegion region, ColumnKernel kernel) {
        return kernel.isWide()
                && region.edges() <= MOST_EDGES
                && PolygonEdges.isFit(region.x())
                && PolygonEdges.isFit(region.y());
    }

    @Override
    public void of(long from, int count, long[] asked, long[] inside, long[] open) {
        kernel.classify(edges, x.at(from, count, asked), y.at(from, count, asked), count, inside, open);
    }
}

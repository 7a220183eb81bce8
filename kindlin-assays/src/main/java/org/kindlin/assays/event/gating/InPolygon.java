package org.kindlin.assays.event.gating;

import java.util.Optional;

/**
 * Inside a polygon. Most events lie in a cell of a grid that is all in or all out; of the others the quick places decide,
 * unless one is so near an edge that their error could matter: there the scale itself is asked.
 */
final class InPolygon implements GateTest {
    /** A grid takes as long to make as this many events to be decided without one. */
    private static final int WORTH_A_GRID = 8192;

    private final Axis x;
    private final Axis y;
    private final PolygonRegion region;
    private final Optional<PolygonGrid> grid;

    /**
     * The test of a polygon.
     *
     * @param events how many will be asked about
     */
    InPolygon(Axis x, Axis y, PolygonRegion region, int events) {
        this.x = x;
        this.y = y;
        this.region = region;
        this.grid = events < WORTH_A_GRID ? Optional.empty() : Optional.of(PolygonGrid.of(x, y, region));
    }

    @Override
    public void keepInside(int from, int count, long[] words) {
        double[] px = x.values().at(from, count, words);
        double[] py = y.values().at(from, count, words);
        for (int start = 0; start < count; start += Long.SIZE) {
            int end = Math.min(count, start + Long.SIZE);
            long asked = words[start >>> 6];
            if (asked != 0) {
                words[start >>> 6] =
                        grid.isPresent() ? inside(grid.get(), px, py, start, end, asked) : inside(px, py, start, asked);
            }
        }
    }

    private long inside(PolygonGrid cells, double[] px, double[] py, int start, int end, long asked) {
        int half = Math.min(end, start + Integer.SIZE);
        long first = cells.states(px, py, start, half);
        long second = cells.states(px, py, half, end);
        long inside = PolygonGrid.inside(first) | PolygonGrid.inside(second) << Integer.SIZE;
        long open = PolygonGrid.open(first) | PolygonGrid.open(second) << Integer.SIZE;
        return (asked & inside) | inside(px, py, start, asked & open);
    }

    /** Which of some events of a word are inside, one by one. */
    private long inside(double[] px, double[] py, int start, long asked) {
        long inside = 0;
        for (long rest = asked; rest != 0; rest &= rest - 1) {
            int event = start + Long.numberOfTrailingZeros(rest);
            inside |= contains(px[event], py[event]) ? rest & -rest : 0;
        }
        return inside;
    }

    private boolean contains(double px, double py) {
        if (x.isLinear() && y.isLinear()) {
            return region.contains(px, py);
        }
        return switch (region.nearly(x.quickPlace(px), y.quickPlace(py), Axis.TOLERANCE)) {
            case INSIDE -> true;
            case OUTSIDE -> false;
            case UNDECIDED -> region.contains(x.place(px), y.place(py));
        };
    }
}

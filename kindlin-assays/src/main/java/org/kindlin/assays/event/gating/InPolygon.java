package org.kindlin.assays.event.gating;

/**
 * Inside a polygon. Most events lie in a cell of a grid that is all in or all out; of the others the quick places decide,
 * unless one is so near an edge that their error could matter: there the scale itself is asked.
 */
final class InPolygon implements GateTest {
    private final Axis x;
    private final Axis y;
    private final PolygonRegion region;
    private final PolygonGrid grid;

    InPolygon(Axis x, Axis y, PolygonRegion region) {
        this.x = x;
        this.y = y;
        this.region = region;
        this.grid = PolygonGrid.of(x, y, region);
    }

    @Override
    public void keepInside(int from, int count, long[] words) {
        double[] px = x.values().at(from, count);
        double[] py = y.values().at(from, count);
        for (int start = 0; start < count; start += Long.SIZE) {
            int end = Math.min(count, start + Long.SIZE);
            long inside = 0;
            long open = 0;
            for (int i = end - 1; i >= start; i--) {
                int cell = grid.cell(px[i], py[i]);
                inside = inside << 1 | (cell & PolygonGrid.INSIDE);
                open = open << 1 | (cell >> 1);
            }
            long asked = words[start >>> 6];
            long kept = asked & inside;
            for (long rest = asked & open; rest != 0; rest &= rest - 1) {
                int event = start + Long.numberOfTrailingZeros(rest);
                kept |= contains(px[event], py[event]) ? rest & -rest : 0;
            }
            words[start >>> 6] = kept;
        }
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

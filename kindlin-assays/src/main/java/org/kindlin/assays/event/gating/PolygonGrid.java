package org.kindlin.assays.event.gating;

import java.util.Arrays;

/**
 * A polygon's extent cut into cells, each all inside, all outside, or neither.
 *
 * <p>Along an axis a cell is a run of linear values that agree in sign, exponent and leading bits of the mantissa, so that
 * events are put into cells without being transformed; runs are joined until they are about equally wide on the scale. What
 * places a cell covers is found from its ends, because scales rise.
 */
final class PolygonGrid implements PolygonStates {
    private static final int INSIDE = 1;
    private static final int OUTSIDE = 0;
    private static final int OPEN = 2;
    private static final long INSIDE_BITS = 0x5555_5555_5555_5555L;
    private static final int BITS = GridAxis.BITS;
    private static final int SIDE = GridAxis.SIDE;

    private final Axis axisX;
    private final Axis axisY;
    private final GridAxis across;
    private final GridAxis up;
    private final byte[] cells;

    private PolygonGrid(Axis x, Axis y, GridAxis across, GridAxis up, byte[] cells) {
        this.axisX = x;
        this.axisY = y;
        this.across = across;
        this.up = up;
        this.cells = cells;
    }

    static PolygonGrid of(Axis x, Axis y, PolygonRegion region) {
        GridAxis across = GridAxis.of(x, region.left(), region.right());
        GridAxis up = GridAxis.of(y, region.bottom(), region.top());
        byte[] cells = new byte[SIDE * SIDE];
        for (int line = 0; line < SIDE; line++) {
            cells[line << BITS | GridAxis.ASK] = OPEN;
            cells[GridAxis.ASK << BITS | line] = OPEN;
        }
        PolygonGrid grid = new PolygonGrid(x, y, across, up, cells);
        if (!Double.isFinite(across.slack()) || !Double.isFinite(up.slack())) {
            Arrays.fill(cells, (byte) OPEN);
            return grid;
        }
        for (int edge = 0; edge < region.edges(); edge++) {
            grid.mark(region.edge(edge));
        }
        grid.fill(region);
        return grid;
    }

    @Override
    public void of(long from, int count, long[] asked, long[] inside, long[] open) {
        double[] x = axisX.values().at(from, count, asked);
        double[] y = axisY.values().at(from, count, asked);
        for (int start = 0; start < count; start += Long.SIZE) {
            int w = start / Long.SIZE;
            if (asked[w] != 0) {
                int end = Math.min(count, start + Long.SIZE);
                if (end - start == Long.SIZE) {
                    look(x, y, start, inside, open);
                } else {
                    int half = Math.min(end, start + Integer.SIZE);
                    tell(states(x, y, start, half), states(x, y, half, end), w, inside, open);
                }
            }
        }
    }

    /** A whole word, its halves side by side, because the state of each event waits for that of the one before. */
    private void look(double[] x, double[] y, int start, long[] inside, long[] open) {
        long first = 0;
        long second = 0;
        for (int i = start + Integer.SIZE - 1; i >= start; i--) {
            first = first << 2 | cells[across.line(x[i]) << BITS | up.line(y[i])];
            second = second << 2 | cells[across.line(x[i + Integer.SIZE]) << BITS | up.line(y[i + Integer.SIZE])];
        }
        tell(first, second, start / Long.SIZE, inside, open);
    }

    private static void tell(long first, long second, int word, long[] inside, long[] open) {
        inside[word] = inside(first) | inside(second) << Integer.SIZE;
        open[word] = open(first) | open(second) << Integer.SIZE;
    }

    /** What the grid says of up to 32 events, two bits for each, those of the first lowest. */
    private long states(double[] x, double[] y, int start, int end) {
        long states = 0;
        for (int i = end - 1; i >= start; i--) {
            states = states << 2 | cells[across.line(x[i]) << BITS | up.line(y[i])];
        }
        return states;
    }

    /** One bit per event: whether it is known to be inside. */
    private static long inside(long states) {
        return Long.compress(states, INSIDE_BITS);
    }

    /** One bit per event: whether the grid does not know. */
    private static long open(long states) {
        return Long.compress(states, ~INSIDE_BITS);
    }

    /** Opens the cells that an edge passes through. */
    private void mark(PolygonRegion.Edge edge) {
        double slackX = across.slack();
        double slackY = up.slack();
        double low = Math.min(edge.fromY(), edge.toY());
        double high = Math.max(edge.fromY(), edge.toY());
        for (int row = 1; row <= GridAxis.LINES; row++) {
            double bottom = Math.max(low, up.low(row) - slackY);
            double top = Math.min(high, up.high(row) + slackY);
            if (bottom <= top) {
                double left = Math.min(edge.xAt(bottom), edge.xAt(top));
                double right = Math.max(edge.xAt(bottom), edge.xAt(top));
                if (low == high) {
                    left = Math.min(edge.fromX(), edge.toX());
                    right = Math.max(edge.fromX(), edge.toX());
                }
                mark(row, left - slackX, right + slackX);
            }
        }
    }

    private void mark(int row, double left, double right) {
        for (int column = 1; column <= GridAxis.LINES; column++) {
            if (across.low(column) <= right && across.high(column) >= left) {
                cells[column << BITS | row] = OPEN;
            }
        }
    }

    /** Cells without an edge are all in or all out; next to each other in a row they are the same. */
    private void fill(PolygonRegion region) {
        for (int row = 1; row <= GridAxis.LINES; row++) {
            byte before = OPEN;
            for (int column = 1; column <= GridAxis.LINES; column++) {
                int cell = column << BITS | row;
                if (cells[cell] != OPEN) {
                    cells[cell] = before == OPEN ? state(region, column, row) : before;
                }
                before = across.isEmpty(column) ? OPEN : cells[cell];
            }
        }
    }

    private byte state(PolygonRegion region, int column, int row) {
        return (byte) (region.contains(across.middle(column), up.middle(row)) ? INSIDE : OUTSIDE);
    }
}

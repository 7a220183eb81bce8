package org.kindlin.assays.event.gating;

import java.util.Optional;

/**
 * Inside a polygon. Of most events that is seen quickly; of the others places from a table decide, unless one is so near an
 * edge that their error could matter: there the scale itself is asked.
 */
final class InPolygon implements GateTest {
    private final Axis x;
    private final Axis y;
    private final PolygonRegion region;
    private final Optional<PolygonStates> quick;
    private final long[] inside = new long[Values.BLOCK / Long.SIZE];
    private final long[] open = new long[Values.BLOCK / Long.SIZE];

    /**
     * The test of a polygon.
     *
     * @param quick what says it of most events; empty for so few that each is looked at
     */
    InPolygon(Axis x, Axis y, PolygonRegion region, Optional<PolygonStates> quick) {
        this.x = x;
        this.y = y;
        this.region = region;
        this.quick = quick;
    }

    @Override
    public void keepInside(int from, int count, long[] words) {
        if (quick.isPresent()) {
            quick.get().of(from, count, words, inside, open);
        }
        long any = 0;
        for (int w = 0; w < Membership.words(count); w++) {
            long asked = words[w];
            open[w] = quick.isPresent() ? asked & open[w] : asked;
            words[w] = asked & ~open[w] & inside[w];
            any |= open[w];
        }
        if (any != 0) {
            settle(from, count, words);
        }
    }

    /** Adds those of the open events that are inside. */
    private void settle(int from, int count, long[] words) {
        double[] px = x.values().at(from, count, open);
        double[] py = y.values().at(from, count, open);
        for (int w = 0; w < Membership.words(count); w++) {
            words[w] |= inside(px, py, w * Long.SIZE, open[w]);
        }
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

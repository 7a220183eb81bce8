package org.kindlin.assays.wound;

import org.kindlin.numerics.image.BitMask;
import org.kindlin.numerics.image.Components;

/**
 * Where the wound is, found from the frame that shows it widest: its large open parts, gaps next to each other included, holes
 * between cells not.
 *
 * @param mask empty mask where there is no wound
 * @param gaps number of parts
 * @param share of the open area of that frame that lies in them
 * @param covered pixels of that frame that are not open
 * @param sheet those of them that lie in sheets, where a square several cells wide fits in
 */
record WoundRegion(BitMask mask, int gaps, double share, int covered, int sheet) {
    private static final double LEAST_PART = 0.1;
    private static final int LEAST_CELLS = 6;
    private static final int INLET = 3;
    private static final int SHEET = 2; // half the width of the square in cells

    static WoundRegion of(BitMask open, int reach) {
        // what hangs on a bridge thinner than a cell does not belong to the wound
        Components parts = open.open(reach).parts(true);
        int least = Math.max((int) (LEAST_PART * parts.largest()), LEAST_CELLS * LEAST_CELLS * reach * reach);
        int gaps = 0;
        int inside = 0;
        for (int part = 1; part <= parts.count(); part++) {
            gaps += parts.size()[part] >= least ? 1 : 0;
            inside += parts.size()[part] >= least ? parts.size()[part] : 0;
        }
        // with the islands inside: a cell that floats in the gap makes it no smaller, and its edges no nearer
        BitMask wide = parts.atLeast(least);
        // and narrow inlets between its cells, which no square enters
        BitMask mask =
                wide.dilate(reach).or(open.and(wide.dilate(INLET * reach))).filled();
        BitMask cells = open.not();
        return new WoundRegion(
                mask,
                gaps,
                open.count() == 0 ? 0 : inside / (double) open.count(),
                cells.count(),
                cells.open(SHEET * reach).count());
    }
}

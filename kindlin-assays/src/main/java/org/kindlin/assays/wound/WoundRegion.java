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
        BitMask mask = parts.atLeast(least).dilate(reach).filled();
        BitMask cells = open.not();
        return new WoundRegion(
                mask,
                gaps,
                open.count() == 0 ? 0 : inside / (double) open.count(),
                cells.count(),
                cells.open(SHEET * reach).count());
    }

    /**
     * Length of the gaps in pixels: for each, the median over its width of how far it reaches along the direction in which it is
     * longest. Two edges of this length close it.
     */
    static double length(BitMask mask) {
        Components parts = mask.parts(true);
        double sum = 0;
        for (int part = 1; part <= parts.count(); part++) {
            sum += length(mask, parts, part);
        }
        return sum;
    }

    /** Sum of the squares of the whole numbers up to one. */
    private static double squares(double last) {
        return last * (last + 1) * (2 * last + 1) / 6;
    }

    private static double length(BitMask mask, Components parts, int part) {
        double n = parts.size()[part];
        double[] moments = new double[5];
        parts.visit(part, (row, first, last) -> {
            double pixels = last - first + 1.0;
            double columns = pixels * (first + (double) last) / 2;
            moments[0] += columns;
            moments[1] += pixels * row;
            moments[2] += squares(last) - squares(first - 1.0);
            moments[3] += columns * row;
            moments[4] += pixels * row * row;
        });
        double mx = moments[0] / n;
        double my = moments[1] / n;
        double angle = 0.5
                * StrictMath.atan2(
                        2 * (moments[3] / n - mx * my), moments[2] / n - mx * mx - (moments[4] / n - my * my));
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        return new Chords(mask.width(), mask.height(), cos, sin).of(parts, part);
    }
}

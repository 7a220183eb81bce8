package org.kindlin.assays.wound;

import java.util.List;
import java.util.Optional;
import org.kindlin.numerics.image.BitMask;
import org.kindlin.numerics.image.Components;
import org.kindlin.numerics.image.TwoModes;

/**
 * Where a frame is open: smooth, grown back by the reach of the filter that made the cells seem too large, without the holes of specks.
 *
 * @param open at the threshold
 * @param least at the stricter threshold
 * @param most at the looser threshold
 * @param unsure what is neither smooth nor rough
 */
record OpenArea(BitMask open, BitMask least, BitMask most, BitMask unsure) {
    private static final double SHIFT = 0.1; // of the way between smooth and rough, for the limits of an area
    private static final int LEAST_PART = 12; // squares of a reach: a disc of two reaches
    private static final double UNSURE_FROM = 0.35;
    private static final double UNSURE_TO = 0.65;

    static OpenArea of(Texture texture, EdgeModel edge, int reach) {
        TwoModes modes = edge.modes();
        List<BitMask> smooth = texture.atMost(
                edge.threshold(),
                edge.moved(-SHIFT),
                edge.moved(SHIFT),
                modes.between(UNSURE_FROM),
                modes.between(UNSURE_TO));
        BitMask open = smooth.get(0).dilateRound(edge.growth());
        BitMask least = smooth.get(1).dilateRound(edge.growth());
        BitMask most = smooth.get(2).dilateRound(edge.growth());
        BitMask unsure = smooth.get(3).not().and(smooth.get(4));
        int speck = edge.speck(reach);
        if (speck == 0) {
            return new OpenArea(open, least, most, unsure);
        }
        BitMask specks = specks(open, speck);
        return new OpenArea(open.or(specks), least.or(specks), most.or(specks), unsure);
    }

    /** What is closed in parts too small for cells. */
    private static BitMask specks(BitMask open, int most) {
        Components closed = open.not().parts(true);
        int[] sizes = closed.size();
        return closed.where(part -> sizes[part] <= most);
    }

    /**
     * Without spots that are smooth by chance: smaller than a disc of two reaches, and not open in the frame before. Cells do not leave, so
     * the last of a gap lies where there was one; spots would be counted where the wound was once, more and more of them as
     * the sheet comes in.
     */
    OpenArea after(Optional<OpenArea> before, int reach) {
        return new OpenArea(
                after(open, before.map(OpenArea::open), reach),
                after(least, before.map(OpenArea::least), reach),
                after(most, before.map(OpenArea::most), reach),
                unsure);
    }

    private static BitMask after(BitMask open, Optional<BitMask> before, int reach) {
        BitMask large = large(open, reach);
        return before.map(old -> large.or(open.and(old))).orElse(large);
    }

    /** The parts as large as a disc of two reaches: no spots. */
    static BitMask large(BitMask open, int reach) {
        return open.parts(true).atLeast(LEAST_PART * reach * reach);
    }

    /** Its part within a region. */
    OpenArea within(BitMask region) {
        return new OpenArea(open.and(region), least.and(region), most.and(region), unsure.and(region));
    }
}

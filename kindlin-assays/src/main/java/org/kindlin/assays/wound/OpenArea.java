package org.kindlin.assays.wound;

import java.util.List;
import org.kindlin.numerics.image.BitMask;
import org.kindlin.numerics.image.TwoModes;

/**
 * Where a frame is open: smooth, grown back by the reach of the filter that made the cells seem too large.
 *
 * @param open at the threshold
 * @param least at the stricter threshold
 * @param most at the looser threshold
 * @param unsure what is neither smooth nor rough
 */
record OpenArea(BitMask open, BitMask least, BitMask most, BitMask unsure) {
    private static final double SHIFT = 0.1; // of the way between smooth and rough, for the limits of an area
    private static final double UNSURE_FROM = 0.35;
    private static final double UNSURE_TO = 0.65;

    static OpenArea of(Texture texture, EdgeModel edge) {
        TwoModes modes = edge.modes();
        List<BitMask> smooth = texture.atMost(
                edge.threshold(),
                edge.moved(-SHIFT),
                edge.moved(SHIFT),
                modes.between(UNSURE_FROM),
                modes.between(UNSURE_TO));
        return new OpenArea(
                smooth.get(0).dilate(edge.growth()),
                smooth.get(1).dilate(edge.growth()),
                smooth.get(2).dilate(edge.growth()),
                smooth.get(3).not().and(smooth.get(4)));
    }

    /** Its part within a region. */
    OpenArea within(BitMask region) {
        return new OpenArea(open.and(region), least.and(region), most.and(region), unsure.and(region));
    }
}

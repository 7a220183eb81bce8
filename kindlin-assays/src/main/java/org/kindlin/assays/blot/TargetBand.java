package org.kindlin.assays.blot;

import java.util.Optional;
import org.kindlin.assays.blot.gel.Band;

/**
 * The band of one target in one lane.
 *
 * @param picture where it was measured
 * @param target what it is
 * @param band empty where none stands out at its place
 * @param missing why there is none; empty where there is one
 */
record TargetBand(LaneUse use, MeasuredBlot picture, String target, String blot, Optional<Band> band, String missing) {

    /** Whether a number can be used for a ratio. */
    boolean isUsable() {
        return band.isPresent() && !band.get().isSaturated() && band.get().volume() > 0;
    }

    double volume() {
        return band.orElseThrow().volume();
    }
}

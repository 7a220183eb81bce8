package org.kindlin.assays.wound;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.image.BitMask;

/**
 * One frame, measured or not.
 *
 * @param open the open part within the region; empty where the frame was not judged
 * @param pixels open pixels, those of slits included
 * @param least open pixels under the stricter threshold, without slits
 * @param most open pixels under the looser threshold, with twice as much in slits
 * @param slits what is open in slits that no mask shows, as {@link Slits} estimates it
 * @param unsure part of the region's pixels that are neither smooth nor rough
 * @param warnings why there is no number, or what to know of it
 */
record MeasuredFrame(
        WoundData.Frame frame,
        Optional<BitMask> open,
        int pixels,
        int least,
        int most,
        int slits,
        double unsure,
        List<Warning> warnings) {
    MeasuredFrame {
        warnings = List.copyOf(warnings);
    }

    /** A frame that was not judged. */
    static MeasuredFrame refused(WoundData.Frame frame, Warning why) {
        return new MeasuredFrame(frame, Optional.empty(), 0, 0, 0, 0, 1, List.of(why));
    }

    /** The same with so many pixels in slits besides. */
    MeasuredFrame withSlits(int added) {
        return new MeasuredFrame(frame, open, pixels + added, least, most + 2 * added, slits + added, unsure, warnings);
    }

    boolean isMeasured() {
        return open.isPresent();
    }
}

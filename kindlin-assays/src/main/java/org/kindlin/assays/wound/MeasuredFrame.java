package org.kindlin.assays.wound;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.image.BitMask;

/**
 * One frame, measured or not.
 *
 * @param open the open part within the region; empty where the frame was not judged
 * @param pixels open pixels
 * @param least open pixels under the stricter threshold
 * @param most open pixels under the looser threshold
 * @param unsure part of the region's pixels that are neither smooth nor rough
 * @param warnings why there is no number, or what to know of it
 */
record MeasuredFrame(
        WoundData.Frame frame,
        Optional<BitMask> open,
        int pixels,
        int least,
        int most,
        double unsure,
        List<Warning> warnings) {
    MeasuredFrame {
        warnings = List.copyOf(warnings);
    }

    /** A frame that was not judged. */
    static MeasuredFrame refused(WoundData.Frame frame, Warning why) {
        return new MeasuredFrame(frame, Optional.empty(), 0, 0, 0, 1, List.of(why));
    }

    boolean isMeasured() {
        return open.isPresent();
    }
}

package org.kindlin.assays.wound;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.image.BitMask;

/**
 * One wound, measured or not.
 *
 * @param region what was looked at; empty where nothing was
 * @param gaps number of gaps, where they were found here
 * @param doubt why no frame of it was judged; empty where some were
 */
record MeasuredWound(
        WoundData.Wound wound,
        List<MeasuredFrame> frames,
        Optional<BitMask> region,
        int gaps,
        Optional<Warning> doubt,
        WoundKinetics kinetics) {
    MeasuredWound {
        frames = List.copyOf(frames);
    }

    /** None of its frames was judged, for one reason. */
    static MeasuredWound refused(WoundData.Wound wound, Optional<BitMask> roi, Warning why) {
        List<MeasuredFrame> frames = wound.frames().stream()
                .map(frame -> MeasuredFrame.refused(frame, why))
                .toList();
        return new MeasuredWound(wound, frames, roi, 0, Optional.of(why), WoundKinetics.none(why.message()));
    }

    Stream<MeasuredFrame> measured() {
        return frames.stream().filter(MeasuredFrame::isMeasured);
    }

    /** The first measured frame: closure counts from it. */
    Optional<MeasuredFrame> first() {
        return measured().findFirst();
    }
}

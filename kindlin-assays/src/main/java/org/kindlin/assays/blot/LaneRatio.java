package org.kindlin.assays.blot;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One lane's ratio of a target to its total or to the loading control.
 *
 * @param name {@code pFAK/FAK}
 * @param use the lane, by the numerator's row of the layout
 * @param ratio of volumes; empty where either side cannot be used
 * @param logError standard error of its natural logarithm, by the noise of the profiles
 * @param fold ratio over the reference of the same blot; empty without one
 * @param bands of the target and what it is divided by, those that were measured
 * @param reason why there is no ratio; empty where there is
 */
record LaneRatio(
        String name,
        LaneUse use,
        String blot,
        OptionalDouble ratio,
        double logError,
        OptionalDouble fold,
        List<TargetBand> bands,
        String reason) {
    LaneRatio {
        bands = List.copyOf(bands);
    }

    LaneRatio withFold(OptionalDouble other) {
        return new LaneRatio(name, use, blot, ratio, logError, other, bands, reason);
    }
}

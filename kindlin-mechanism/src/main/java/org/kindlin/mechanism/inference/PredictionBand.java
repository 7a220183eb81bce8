package org.kindlin.mechanism.inference;

import java.util.List;

/** The prediction intervals of a curve, one for each of its times. */
public record PredictionBand(PredictionCurve curve, List<PredictionInterval> intervals) {
    public PredictionBand {
        intervals = List.copyOf(intervals);
    }
}

package org.kindlin.assays.cytometry;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.event.SpilloverEstimation;

/**
 * Every file of an analysis, in the order given.
 *
 * @param samples files to gate; single-stain controls are not among them
 * @param estimated the spillover that controls gave; empty where there are none
 */
public record CytometryData(List<Sample> samples, Optional<SpilloverEstimation.Estimated> estimated) {
    public CytometryData {
        samples = List.copyOf(samples);
    }
}

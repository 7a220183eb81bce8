package org.kindlin.assays.cytometry;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.result.SubjectResult;

/**
 * Polarisation of one file.
 *
 * @param dose linear; empty where not stated
 * @param donor empty where not stated
 * @param medians of the markers it has
 * @param score M1/M2 score; empty where a side has no marker or the gate is empty
 */
public record PolarisedSample(
        String file,
        OptionalDouble dose,
        String donor,
        List<MarkerMedian> medians,
        Optional<Score> score,
        List<SubjectResult> results) {

    /** The score and its standard error from counting alone; NaN where unknown. */
    public record Score(double value, double se) {}
}

package org.kindlin.assays.cytometry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.result.SubjectResult;

/**
 * Polarisation of one file.
 *
 * @param dose linear; empty where not stated
 * @param donor empty where not stated
 * @param medians of the markers it has
 * @param frequencies of positive cells among the scored ones by marker, in percent
 * @param score M1/M2 score; empty where a side has no marker or the gate is empty
 */
public record PolarisedSample(
        String file,
        OptionalDouble dose,
        String donor,
        List<MarkerMedian> medians,
        Map<String, Double> frequencies,
        Optional<Score> score,
        List<SubjectResult> results) {

    public PolarisedSample {
        medians = List.copyOf(medians);
        frequencies = Map.copyOf(frequencies);
        results = List.copyOf(results);
    }

    Optional<MarkerMedian> median(String marker) {
        return medians.stream().filter(median -> median.marker().equals(marker)).findFirst();
    }

    OptionalDouble frequency(String marker) {
        Double frequency = frequencies.get(marker);
        return frequency == null ? OptionalDouble.empty() : OptionalDouble.of(frequency);
    }

    /** The score and its standard error from counting alone; NaN where unknown. */
    public record Score(double value, double se) {}
}

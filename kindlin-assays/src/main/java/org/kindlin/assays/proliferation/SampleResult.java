package org.kindlin.assays.proliferation;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.result.SubjectResult;

/**
 * What was found about one culture.
 *
 * @param fit its generations; empty where there are too few events
 * @param indices estimates, quality and warnings of the whole culture
 * @param generations estimates of each generation
 */
public record SampleResult(
        CultureSample sample, Optional<GenerationFit> fit, SubjectResult indices, List<SubjectResult> generations) {
    public SampleResult {
        generations = List.copyOf(generations);
    }
}

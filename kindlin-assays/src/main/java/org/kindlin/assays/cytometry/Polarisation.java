package org.kindlin.assays.cytometry;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.result.SubjectResult;

/**
 * Macrophage polarisation of an analysis.
 *
 * @param samples every file that is no control
 * @param curve the score over dose, where doses are stated
 */
public record Polarisation(List<PolarisedSample> samples, List<SubjectResult> results, Optional<CurveResult> curve) {
    public Polarisation {
        samples = List.copyOf(samples);
        results = List.copyOf(results);
    }
}

package org.kindlin.assays.cytometry;

import java.util.List;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.result.SubjectResult;

/**
 * Macrophage polarisation of an analysis.
 *
 * @param samples every file that is no control
 * @param score the score over dose, where doses are stated: one curve or none
 * @param medians median intensity of each marker over dose
 * @param frequencies frequency of positive cells of each marker over dose, where there are gates for them
 */
public record Polarisation(
        List<PolarisedSample> samples,
        List<SubjectResult> results,
        List<CurveResult> score,
        List<CurveResult> medians,
        List<CurveResult> frequencies) {
    public Polarisation {
        samples = List.copyOf(samples);
        results = List.copyOf(results);
        score = List.copyOf(score);
        medians = List.copyOf(medians);
        frequencies = List.copyOf(frequencies);
    }
}

package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/** Macrophage polarisation over files: scores and markers, their shift over dose, donors paired. */
final class PolarisationAnalysis {
    private PolarisationAnalysis() {}

    /** Polarisation of files that have markers of both sides; without one, only what their markers say. */
    static Polarisation analyze(List<GatedSample> samples, CytometryProtocol protocol, long seed) {
        PolarisationProtocol how = protocol.polarisation();
        PolarisationScore scorer = new PolarisationScore(protocol);
        List<PolarisedSample> scored = samples.stream()
                .filter(sample -> ControlLimits.role(sample.sample(), how).isEmpty())
                .map(scorer::of)
                .toList();
        List<SubjectResult> results = new ArrayList<>();
        scored.forEach(sample -> results.addAll(sample.results()));
        if (scored.stream().allMatch(sample -> sample.medians().isEmpty())) {
            return new Polarisation(scored, results, List.of(), List.of(), List.of());
        }
        PolarisationCurves curves = new PolarisationCurves(how, seed);
        PolarisationCurves.Found score = curves.score(scored);
        PolarisationCurves.Found medians = curves.medians(scored);
        PolarisationCurves.Found frequencies = curves.frequencies(scored);
        for (PolarisationCurves.Found found : List.of(score, medians, frequencies)) {
            found.curves().forEach(curve -> results.add(curve.result()));
            results.addAll(TopDoseComparison.results(found.comparisons(), how.doseUnit(), protocol.level()));
        }
        List<Warning> warnings = new ArrayList<>(PolarisationGaps.of(scored, how));
        List<String> controls = samples.stream()
                .filter(sample -> ControlLimits.role(sample.sample(), how).isPresent())
                .map(sample -> PolarisationScore.donor(sample.sample(), how))
                .toList();
        warnings.addAll(PolarisationGaps.ofControls(controls, scored));
        warnings.addAll(PolarisationWarnings.of(how, samples));
        results.add(new SubjectResult(
                Map.of("assay", "macrophage polarisation"), List.of(), List.of(), List.of(), warnings));
        return new Polarisation(scored, results, score.curves(), medians.curves(), frequencies.curves());
    }
}

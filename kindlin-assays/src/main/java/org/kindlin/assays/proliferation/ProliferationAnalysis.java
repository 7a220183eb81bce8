package org.kindlin.assays.proliferation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.numerics.random.RandomStream;

/** Generations of every culture, then the division index over dose; a pure function. */
final class ProliferationAnalysis {
    /** Without a control, a first peak below this share of the second is of doublets, not of undivided cells. */
    private static final double LEAST_UNDIVIDED = 0.05;

    private ProliferationAnalysis() {}

    static ProliferationResult analyze(ProliferationData data, ProliferationProtocol protocol, long seed) {
        Controls controls = Controls.of(data, protocol);
        List<CultureSample> cultures = data.of(SampleRole.STIMULATED);
        Map<CultureSample, GenerationFit> fits = new LinkedHashMap<>();
        cultures.stream()
                .filter(sample -> sample.intensities().length >= SampleReport.FEWEST)
                .forEach(sample -> fits.put(sample, fit(sample, controls, protocol)));
        if (controls.auto().isEmpty() && fits.size() > 1) {
            SharedAutofluorescence.of(fits.values()).ifPresent(shared -> {
                Controls inferred = controls.with(shared);
                fits.replaceAll((sample, _) -> fit(sample, inferred, protocol).under(shared));
            });
        }
        RandomStream random = RandomStream.ofSeed(seed).child("proliferation");
        List<SampleResult> results = new ArrayList<>();
        for (CultureSample sample : cultures) {
            GenerationFit fit = fits.get(sample);
            results.add(
                    fit == null
                            ? SampleReport.withoutFit(sample, protocol)
                            : SampleReport.of(sample, protocol, controls, fit, random.child(results.size())));
        }
        return new ProliferationResult(
                results, DoseSeries.of(results, protocol, seed), controls, protocol, data.findings());
    }

    static GenerationFit fit(CultureSample sample, Controls controls, ProliferationProtocol protocol) {
        IntensityBins bins = IntensityBins.of(sample.intensities());
        GenerationFit fit = fit(bins, controls.limits(sample), protocol);
        if (controls.undividedMedian(sample).isPresent()
                || protocol.generations().isPresent()) {
            return fit;
        }
        while (fit.divisions() > 0 && fit.cells()[0] < LEAST_UNDIVIDED * fit.cells()[1]) {
            fit = fit(bins, fit.limits().oneGenerationBelow(fit.undivided()), protocol);
        }
        return fit;
    }

    private static GenerationFit fit(IntensityBins bins, PeakLimits limits, ProliferationProtocol protocol) {
        GenerationSearch search = new GenerationSearch(bins, limits);
        return protocol.generations().isPresent()
                ? search.exactly(protocol.generations().getAsInt())
                : search.best(protocol.mostGenerations());
    }
}

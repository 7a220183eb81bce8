package org.kindlin.lab.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.Assay;
import org.kindlin.assays.biomarker.BiomarkerAssay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.response.ResponseAssay;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.survival.SurvivalAssay;
import org.kindlin.fault.Faults;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.Truth;
import org.kindlin.lab.VirtualAssay;
import org.kindlin.lab.biomarker.VirtualBiomarker;
import org.kindlin.lab.response.VirtualResponse;

/** What the virtual lab put in comes back inside the 95 % interval: in at least 20 of 24 studies, seeds 1 to 24. */
class ClinicalTruthTest {
    private static final int STUDIES = 24;
    private static final int LEAST = 20;

    @Test
    void hazardRatiosAndTheirInteraction() {
        Map<String, String> analysis = Map.of("arm", "arm", "factors", "first,second", "unit", "d");
        covered(new VirtualSurvival(), new SurvivalAssay(), Map.of("animals", "25"), analysis, 4);
    }

    @Test
    void responseRates() {
        covered(new VirtualResponse(), new ResponseAssay(), Map.of(), Map.of("arm", "arm"), 3);
    }

    @Test
    void changeOfAMarkerWithAndWithoutALimit() {
        covered(new VirtualBiomarker(), new BiomarkerAssay(), Map.of(), Map.of("marker", "marker"), 1);
        covered(new VirtualBiomarker(), new BiomarkerAssay(), Map.of("lloq", "35"), Map.of("marker", "marker"), 1);
    }

    private static <P, D, R extends AnalysisResult> void covered(
            VirtualAssay lab,
            Assay<P, D, R> assay,
            Map<String, String> made,
            Map<String, String> analysed,
            int subjects) {
        int[] inside = new int[subjects];
        for (int seed = 1; seed <= STUDIES; seed++) {
            var faults = new Faults();
            var batch = lab.perform(Settings.of(made).resolve(lab.keys(), faults), seed, faults);
            assertThat(faults.any()).isFalse();
            LabFile file = batch.files().getFirst();
            RawFile raw = new RawFile(file.name(), file.bytes());
            assertThat(raw.simulated()).isTrue();
            AnalysisDocument document = Analysis.run(assay, List.of(InputFile.of(raw)), Settings.of(analysed), 1);
            for (int s = 0; s < subjects; s++) {
                inside[s] += holds(document, batch.truth().get(s)) ? 1 : 0;
            }
        }
        assertThat(IntStream.of(inside).boxed()).allMatch(count -> count >= LEAST);
    }

    private static boolean holds(AnalysisDocument document, Truth truth) {
        Truth.TrueValue wanted = truth.values().getFirst();
        Optional<Estimate> found = document.results().stream()
                .filter(result ->
                        result.subject().entrySet().containsAll(truth.subject().entrySet()))
                .flatMap(result -> result.estimate(wanted.name()).stream())
                .findFirst();
        Estimate estimate = found.orElseThrow(() -> new AssertionError(wanted + " in " + document.results()));
        Double low = estimate.low();
        Double high = estimate.high();
        return (low == null || low <= wanted.value()) && (high == null || high >= wanted.value());
    }
}

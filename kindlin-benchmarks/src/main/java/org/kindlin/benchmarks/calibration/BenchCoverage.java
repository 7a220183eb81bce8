package org.kindlin.benchmarks.calibration;

import java.util.List;
import java.util.Map;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.lab.LabBatch;
import org.kindlin.lab.Truth;

/**
 * How often 95 % intervals of a whole assay hold the truth: the virtual lab writes its files, the assay reads and analyses
 * them, and every true value is held against the estimate of its name.
 *
 * <p>Arguments: experiments per scenario (1000), first seed (1), text in the names of the scenarios wanted (all).
 */
public final class BenchCoverage {
    private BenchCoverage() {}

    /**
     * A bench.
     *
     * @param assay its name
     * @param lab settings of the virtual lab beside its defaults
     * @param protocol settings of the analysis
     */
    private record Scenario(String name, String assay, Map<String, String> lab, Map<String, String> protocol) {}

    private static final Map<String, String> VOLUMES = Map.of("solubleVolume", "1 mL", "insolubleVolume", "0.5 mL");
    private static final Map<String, String> COCULTURE = Map.of(
            "normalizationFile", "dapi",
            "unstimulatedCells", "fibroblasts-alone",
            "fibroblastsPerWell", "4000",
            "otherCellsPerWell", "4000");

    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario("collagen, defaults of the lab", "collagen", Map.of(), VOLUMES),
            new Scenario(
                    "collagen, three cultures that vary by 20 %",
                    "collagen", Map.of("cultures", "3", "cultureCvPercent", "20"), VOLUMES),
            new Scenario(
                    "collagen, proportional noise, weights 1/x2",
                    "collagen",
                    Map.of("absorbanceWellCvPercent", "3", "absorbanceReaderSd", "0.002"),
                    Map.of("solubleVolume", "1 mL", "insolubleVolume", "0.5 mL", "weights", "1/x2")),
            new Scenario(
                    "collagen, proportional noise, variance model",
                    "collagen",
                    Map.of("absorbanceWellCvPercent", "3", "absorbanceReaderSd", "0.002"),
                    Map.of("solubleVolume", "1 mL", "insolubleVolume", "0.5 mL", "weights", "variance-model")),
            new Scenario("elisa, defaults of the lab", "elisa", Map.of(), COCULTURE),
            new Scenario("elisa, toxic from 10 uM", "elisa", Map.of("toxicDose", "10 uM"), COCULTURE),
            new Scenario(
                    "elisa, logarithmic ratio",
                    "elisa",
                    Map.of(),
                    Map.of(
                            "normalizationFile", "dapi",
                            "unstimulatedCells", "fibroblasts-alone",
                            "fibroblastsPerWell", "4000",
                            "otherCellsPerWell", "4000",
                            "ratioInterval", "log")));

    /** Prints one row per scenario and estimate. */
    public static void main(String[] arguments) {
        CoverageRun.of(arguments).print(SCENARIOS, Scenario::name, BenchCoverage::one);
    }

    private static void one(Scenario scenario, long seed, Map<String, Coverage> found) {
        LabBatch batch = VirtualExperiment.perform(scenario.assay(), scenario.lab(), seed);
        List<SubjectResult> results = VirtualExperiment.analyze(scenario.assay(), batch, scenario.protocol());
        for (Truth truth : batch.truth()) {
            SubjectResult subject = results.stream()
                    .filter(result -> result.subject()
                                    .entrySet()
                                    .containsAll(truth.subject().entrySet())
                            && result.estimates().stream()
                                    .anyMatch(e -> e.name()
                                            .equals(truth.values().getFirst().name())))
                    .findFirst()
                    .orElseThrow();
            for (Truth.TrueValue value : truth.values()) {
                String of =
                        value.name() + " (" + String.join(", ", truth.subject().keySet()) + ")";
                found.computeIfAbsent(of, _ -> new Coverage()).add(subject.estimate(value.name()), value.value());
            }
        }
    }
}

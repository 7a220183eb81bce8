package org.kindlin.benchmarks.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.lab.LabBatch;
import org.kindlin.numerics.combination.DoseMatrix;
import org.kindlin.numerics.combination.NullModel;
import org.kindlin.numerics.combination.Synergy;
import org.kindlin.numerics.combination.SynergyAnalysis;
import org.kindlin.numerics.random.RandomStream;

/**
 * How often 95 % intervals of a combination's excess hold the truth, under independence and under a known interaction: the
 * virtual lab writes a dose matrix, the assay reads and analyses it. True departures are those of the effects without noise,
 * under the same null models; of zero interaction potency, whose curves are no model of what the lab makes when agents
 * interact, they are what the method finds in data without noise.
 *
 * <p>Arguments: matrices per scenario (1000), first seed (1), text in the names of the scenarios wanted (all), rounds of the
 * bootstrap (199).
 */
public final class CombinationCoverage {
    /** Names of the departures among the estimates. */
    private static final Map<NullModel, String> NAMES = names();

    private CombinationCoverage() {}

    /**
     * A bench.
     *
     * @param excess over Bliss independence where it expects half of the effect, in percentage points
     */
    private record Scenario(String name, double excess, Map<String, String> lab, Map<String, String> protocol) {}

    private static final Map<String, String> TABLE =
            Map.of("x", "dose_nM", "x2", "dose2_nM", "y", "viability_percent", "unit", "nM");

    private static final Map<String, String> PLATE =
            Map.of("compound", "first", "compound2", "second", "unit", "nM", "response", "viability");

    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario("table, independent", 0, Map.of("excess", "0"), TABLE),
            new Scenario("table, synergy", 10, Map.of("excess", "10"), TABLE),
            new Scenario("table, antagonism", -10, Map.of("excess", "-10"), TABLE),
            new Scenario("plate, independent", 0, Map.of("excess", "0", "form", "plate"), PLATE),
            new Scenario("plate, synergy", 10, Map.of("excess", "10", "form", "plate"), PLATE));

    /** Prints a row per scenario, null model, and mean or dose pair. */
    public static void main(String[] arguments) {
        int matrices = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        String wanted = arguments.length > 2 ? arguments[2] : "";
        String rounds = arguments.length > 3 ? arguments[3] : "199";
        for (Scenario scenario : SCENARIOS) {
            if (!scenario.name().contains(wanted)) {
                continue;
            }
            List<Synergy> truth = truth(scenario.excess());
            Map<String, Coverage> found = new LinkedHashMap<>();
            for (int i = 0; i < matrices; i++) {
                one(scenario, truth, RandomStream.ofSeed(seed).child(i).nextLong(), rounds, found);
            }
            System.out.println(scenario.name());
            found.forEach((name, coverage) -> System.out.println(coverage.row(name)));
        }
    }

    private static void one(
            Scenario scenario, List<Synergy> truth, long seed, String rounds, Map<String, Coverage> found) {
        LabBatch batch = VirtualExperiment.perform("combination", scenario.lab(), seed);
        Map<String, String> protocol = new LinkedHashMap<>(scenario.protocol());
        protocol.put("bootstrapSamples", rounds);
        List<SubjectResult> results = VirtualExperiment.analyze("combination", batch, protocol);
        SubjectResult whole = results.getFirst();
        List<SubjectResult> pairs = results.stream()
                .filter(result -> result.subject().containsKey("dose2"))
                .toList();
        for (Synergy of : truth) {
            String name = NAMES.getOrDefault(of.model(), "");
            found.computeIfAbsent(name + ", mean", _ -> new Coverage())
                    .add(whole.estimate(name), 100 * of.mean().value());
            for (int i = 0; i < pairs.size(); i++) {
                found.computeIfAbsent(name + ", dose pairs", _ -> new Coverage())
                        .add(
                                pairs.get(i).estimate(name),
                                100 * of.cells().get(i).departure().value());
            }
        }
    }

    /** What the analysis finds in the lab's matrix (its defaults) where there is no noise. */
    private static List<Synergy> truth(double excess) {
        List<DoseMatrix.Cell> cells = new ArrayList<>();
        for (int i = 0; i <= 6; i++) {
            for (int j = 0; j <= 6; j++) {
                double first = i == 0 ? 0 : 3000 / StrictMath.pow(3, 6 - i);
                double second = j == 0 ? 0 : 100 / StrictMath.pow(3, 6 - j);
                double one = i == 0 ? 0 : 0.50 / (1 + StrictMath.pow(800 / first, 1.1));
                double two = j == 0 ? 0 : 0.85 / (1 + StrictMath.pow(12 / second, 1.2));
                double bliss = one + two - one * two;
                double interaction = i == 0 || j == 0 ? 0 : excess / 100 * 4 * bliss * (1 - bliss);
                cells.add(new DoseMatrix.Cell(first, second, bliss + interaction, 3));
            }
        }
        return new SynergyAnalysis(0, 1, 19, 0.95).of(new DoseMatrix(cells), RandomStream.ofSeed(1));
    }

    private static Map<NullModel, String> names() {
        return Map.of(
                NullModel.HSA, "hsaExcess",
                NullModel.BLISS, "blissExcess",
                NullModel.LOEWE, "loeweExcess",
                NullModel.ZIP, "zipDelta");
    }
}

package org.kindlin.benchmarks.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.lab.LabBatch;
import org.kindlin.numerics.combination.DoseMatrix;
import org.kindlin.numerics.combination.NullModel;
import org.kindlin.numerics.combination.SynergyAnalysis;

/**
 * How often 95 % intervals of a combination's excess hold the truth, under independence and under a known interaction: the
 * virtual lab writes a dose matrix, the assay reads and analyses it. True departures are those of the effects without noise,
 * under the same null models; of zero interaction potency, whose curves are no model of what the lab makes when agents
 * interact, they are what the method finds in data without noise.
 *
 * <p>Arguments: matrices per scenario (1000), first seed (1), text in the names of the scenarios wanted (all), rounds of the
 * bootstrap (199), null model (all).
 */
public final class CombinationCoverage {
    /** Names of the departures among the estimates. */
    private static final Map<NullModel, String> NAMES = Map.of(
            NullModel.HSA, "hsaExcess",
            NullModel.BLISS, "blissExcess",
            NullModel.LOEWE, "loeweExcess",
            NullModel.ZIP, "zipDelta");

    private static final Map<String, String> TABLE =
            Map.of("x", "dose_nM", "x2", "dose2_nM", "y", "viability_percent", "unit", "nM");

    private static final Map<String, String> PLATE =
            Map.of("compound", "first", "compound2", "second", "unit", "nM", "response", "viability");

    private CombinationCoverage() {}

    /**
     * A bench.
     *
     * @param excess over Bliss independence where it expects half of the effect, in percentage points
     * @param doses of each agent above zero
     * @param fold dilution factor
     * @param lab settings of the virtual lab besides
     */
    private record Scenario(
            String name, double excess, int doses, double fold, Map<String, String> lab, Map<String, String> protocol) {
        Map<String, String> settings() {
            Map<String, String> settings = new LinkedHashMap<>(lab);
            settings.put("excess", Double.toString(excess));
            settings.put("doses", Integer.toString(doses));
            settings.put("fold", Double.toString(fold));
            return settings;
        }
    }

    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario("table, independent", 0, 6, 3, Map.of(), TABLE),
            new Scenario("table, synergy", 10, 6, 3, Map.of(), TABLE),
            new Scenario("table, antagonism", -10, 6, 3, Map.of(), TABLE),
            new Scenario("table, 3 doses in duplicate", 10, 3, 5, Map.of("replicates", "2"), TABLE),
            new Scenario("table, 8 doses in quadruplicate", 10, 8, 3, Map.of("replicates", "4"), TABLE),
            new Scenario("table, proportional noise", 10, 6, 3, Map.of("sd", "1", "cvPercent", "8"), TABLE),
            new Scenario("plate, independent", 0, 6, 3, Map.of("form", "plate"), PLATE),
            new Scenario("plate, synergy", 10, 6, 3, Map.of("form", "plate"), PLATE));

    /** Prints a row per scenario, null model, and mean or dose pair. */
    public static void main(String[] arguments) {
        String rounds = arguments.length > 3 ? arguments[3] : "199";
        List<NullModel> models =
                arguments.length > 4 ? List.of(NullModel.valueOf(arguments[4])) : List.of(NullModel.values());
        CoverageRun.of(arguments)
                .print(
                        SCENARIOS,
                        Scenario::name,
                        (scenario, seed, found) -> one(scenario, seed, rounds, models, found));
    }

    private static void one(
            Scenario scenario, long seed, String rounds, List<NullModel> models, Map<String, Coverage> found) {
        LabBatch batch = VirtualExperiment.perform("combination", scenario.settings(), seed);
        Map<String, String> protocol = new LinkedHashMap<>(scenario.protocol());
        protocol.put("bootstrapSamples", rounds);
        if (models.size() == 1) {
            protocol.put("nullModel", models.getFirst().name());
            protocol.put("nullModels", "judged");
        }
        List<SubjectResult> results = VirtualExperiment.analyze("combination", batch, protocol, seed);
        List<SubjectResult> pairs = results.stream()
                .filter(result -> result.subject().containsKey("dose2"))
                .toList();
        for (NullModel model : models) {
            double[] truth = truth(scenario, model);
            String name = NAMES.getOrDefault(model, "");
            double sum = 0;
            for (int i = 0; i < truth.length; i++) {
                found.computeIfAbsent(name + ", dose pairs", _ -> new Coverage())
                        .add(pairs.get(i).estimate(name), truth[i]);
                sum += truth[i];
            }
            found.computeIfAbsent(name + ", mean", _ -> new Coverage())
                    .add(results.getFirst().estimate(name), sum / truth.length);
        }
    }

    /** What the analysis finds in the lab's matrix (its defaults) where there is no noise, in percentage points. */
    private static double[] truth(Scenario scenario, NullModel model) {
        List<DoseMatrix.Cell> cells = new ArrayList<>();
        for (int i = 0; i <= scenario.doses(); i++) {
            for (int j = 0; j <= scenario.doses(); j++) {
                double first = i == 0 ? 0 : 3000 / StrictMath.pow(scenario.fold(), scenario.doses() - i);
                double second = j == 0 ? 0 : 100 / StrictMath.pow(scenario.fold(), scenario.doses() - j);
                double one = i == 0 ? 0 : 0.50 / (1 + StrictMath.pow(800 / first, 1.1));
                double two = j == 0 ? 0 : 0.85 / (1 + StrictMath.pow(12 / second, 1.2));
                double bliss = one + two - one * two;
                double interaction = i == 0 || j == 0 ? 0 : scenario.excess() / 100 * 4 * bliss * (1 - bliss);
                cells.add(new DoseMatrix.Cell(first, second, bliss + interaction, 3));
            }
        }
        double[] truth = SynergyAnalysis.departures(new DoseMatrix(cells), model);
        for (int i = 0; i < truth.length; i++) {
            truth[i] *= 100;
        }
        return truth;
    }
}

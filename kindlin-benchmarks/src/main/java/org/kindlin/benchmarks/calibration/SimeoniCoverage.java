package org.kindlin.benchmarks.calibration;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.lab.LabBatch;
import org.kindlin.lab.LabFile;
import org.kindlin.numerics.growth.SimeoniModel;
import org.kindlin.numerics.random.RandomStream;

/**
 * How often 95 % intervals of Simeoni's model hold the truth: studies are drawn from the model by the accurate integrator, start and
 * λ0 of each animal log-normal, readings with log-normal error, written as a table and analysed by the assay.
 *
 * <p>Arguments: studies per scenario (1000), first seed (1), text in the names of the scenarios wanted (all).
 */
public final class SimeoniCoverage {
    private static final double RATE = 0.17;
    private static final double LINEAR = 85;
    private static final double DEATH = 0.5;
    private static final double POTENCY = 0.004;
    private static final double START = 125;
    private static final double HALF_LIFE = 12;
    private static final double HOURS = 24;
    private static final double[] DAYS = {0, 3, 6, 9, 12, 15, 18, 21, 24};
    private static final int LAST_DOSE = 14;

    private SimeoniCoverage() {}

    /**
     * A design.
     *
     * @param doses of the arms in mg/kg, the control's being 0
     * @param rateSd of ln λ0 between animals
     * @param limit volume whose reading is an animal's last, mm3
     */
    private record Scenario(String name, int animals, List<Double> doses, double rateSd, double limit) {}

    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario("10 an arm, 0, 25 and 50 mg/kg", 10, List.of(0.0, 25.0, 50.0), 0.1, 1e9),
            new Scenario("5 an arm, 0, 25 and 50 mg/kg", 5, List.of(0.0, 25.0, 50.0), 0.1, 1e9),
            new Scenario("10 an arm, 0 and 50 mg/kg", 10, List.of(0.0, 50.0), 0.1, 1e9),
            new Scenario("8 an arm, animals differ", 8, List.of(0.0, 25.0, 50.0), 0.25, 1e9),
            new Scenario("10 an arm, removed beyond 1200 mm3", 10, List.of(0.0, 25.0, 50.0), 0.1, 1200));

    /** Prints a row per scenario and parameter. */
    public static void main(String[] arguments) {
        CoverageRun.of(arguments).print(SCENARIOS, Scenario::name, SimeoniCoverage::one);
    }

    private static void one(Scenario scenario, long seed, Map<String, Coverage> found) {
        StringBuilder doses = new StringBuilder();
        for (double dose : scenario.doses) {
            if (dose > 0) {
                doses.append(doses.isEmpty() ? "" : ", ")
                        .append(arm(dose))
                        .append(": ")
                        .append(dose);
            }
        }
        Map<String, String> protocol = Map.of(
                "control",
                arm(0),
                "doses",
                doses.toString(),
                "dosingDays",
                "0 to " + LAST_DOSE,
                "drugHalfLife",
                Double.toString(HALF_LIFE),
                "growthLaws",
                "none",
                "comparisons",
                "none");
        LabBatch batch = new LabBatch(List.of(LabFile.ofText("growth.csv", study(scenario, seed))), List.of());
        SubjectResult result = VirtualExperiment.analyze("growth", batch, protocol, seed).stream()
                .filter(subject -> subject.subject().containsValue("simeoni"))
                .findFirst()
                .orElseThrow();
        Map.of(
                        "startVolume", START,
                        "exponentialGrowthRate", RATE,
                        "linearGrowthRate", LINEAR,
                        "deathRate", DEATH,
                        "potency", POTENCY,
                        "thresholdConcentration", RATE / POTENCY)
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(truth -> found.computeIfAbsent(truth.getKey(), _ -> new Coverage())
                        .add(result.estimate(truth.getKey()), truth.getValue()));
    }

    private static String arm(double dose) {
        return dose == 0 ? "vehicle" : "drug " + Math.round(dose);
    }

    private static String study(Scenario scenario, long seed) {
        RandomStream random = RandomStream.ofSeed(seed).child("simeoni");
        List<Double> times = IntStream.rangeClosed(0, LAST_DOSE)
                .mapToObj(day -> (double) day)
                .toList();
        StringBuilder csv = new StringBuilder("arm,animal,day,volume\n");
        for (double dose : scenario.doses) {
            for (int i = 0; i < scenario.animals; i++) {
                double rate = RATE * Math.exp(scenario.rateSd * random.nextGaussian());
                double[] mass = SimeoniModel.mass(new SimeoniModel(rate, LINEAR, 20, DEATH, POTENCY)
                        .course(
                                START * Math.exp(0.15 * random.nextGaussian()),
                                SimeoniModel.doses(times, dose, Math.log(2) * HOURS / HALF_LIFE),
                                DAYS));
                double volume = 0;
                for (int j = 0; j < DAYS.length && volume < scenario.limit; j++) {
                    volume = mass[j] * Math.exp(0.1 * random.nextGaussian());
                    csv.append(String.format(
                            Locale.ROOT, "%s,%s-%d,%.0f,%.2f\n", arm(dose), arm(dose), i + 1, DAYS[j], volume));
                }
            }
        }
        return csv.toString();
    }
}

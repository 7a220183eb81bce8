package org.kindlin.benchmarks.calibration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.lab.LabBatch;
import org.kindlin.lab.Truth;

/**
 * How often 95 % intervals of what a dose-response curve is asked for hold the truth: doses of effects at several levels,
 * area, potency relative to a parallel curve, and doses averaged over models. The virtual lab draws four-parameter logistic
 * curves and writes ten doses of each.
 *
 * <p>Arguments: experiments per scenario (1000), first seed (1), text in the names of the scenarios wanted (all).
 */
public final class DoseResponseCoverage {
    private static final double TOP_DOSE = 10_000;
    private static final int HALF_DECADES = 9;

    private DoseResponseCoverage() {}

    private record Scenario(String name, Map<String, String> lab, Map<String, String> protocol) {}

    /** A curve of the lab, from 100 to a plateau. */
    private record Curve(double ic50, double slope, double bottom) {
        static Curve of(Truth truth) {
            Map<String, Double> values = new TreeMap<>();
            truth.values().forEach(value -> values.put(value.name(), value.value()));
            return new Curve(
                    values.getOrDefault("ic50", 0.0),
                    values.getOrDefault("hillSlope", 0.0),
                    values.getOrDefault("bottom", 0.0));
        }

        double at(double dose) {
            return bottom + (100 - bottom) / (1 + StrictMath.pow(dose / ic50, slope));
        }

        /** The dose at which the curve has gone this share of its way. */
        double effect(double share) {
            return ic50 * StrictMath.pow(share / (1 - share), 1 / slope);
        }

        /** Mean over log dose, lowest to highest tested dose. */
        double area() {
            int steps = 2000;
            double sum = 0;
            for (int i = 0; i < steps; i++) {
                sum += at(TOP_DOSE * StrictMath.pow(10, -0.5 * HALF_DECADES * (i + 0.5) / steps));
            }
            return sum / steps;
        }
    }

    private static final Map<String, ToDoubleFunction<Curve>> TRUTHS = truths();

    private static Map<String, ToDoubleFunction<Curve>> truths() {
        Map<String, ToDoubleFunction<Curve>> truths = new LinkedHashMap<>();
        truths.put("ic50", Curve::ic50);
        truths.put("hillSlope", Curve::slope);
        truths.put("bottom", Curve::bottom);
        for (int level : new int[] {5, 10, 50, 80, 90}) {
            truths.put("ec" + level, curve -> curve.effect(level / 100.0));
            truths.put("ec" + level + "-averaged", curve -> curve.effect(level / 100.0));
            truths.put(
                    "ec" + level + "-absolute", curve -> curve.effect(Math.min(1, level / (100.0 - curve.bottom()))));
        }
        truths.put("ic50-averaged", Curve::ic50);
        truths.put("ic50-absolute", curve -> curve.effect(50 / (100.0 - curve.bottom())));
        truths.put("auc", Curve::area);
        return truths;
    }

    private static Map<String, String> protocol(String... more) {
        Map<String, String> protocol = new LinkedHashMap<>(Map.of(
                "x", "dose_nM", "y", "response", "by", "curve", "control", "100", "effectLevels", "5,10,50,80,90"));
        for (int i = 0; i < more.length; i += 2) {
            protocol.put(more[i], more[i + 1]);
        }
        return protocol;
    }

    private static final Map<String, String> PARALLEL =
            Map.of("curves", "2", "hillSlopeLogSd", "0", "cvPercent", "0", "dispensingLogSd", "0", "bottom", "10");

    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario("effects and area", PARALLEL, protocol("interval", "profile")),
            new Scenario("effects and area, default noise of the lab", Map.of("curves", "2"), protocol()),
            new Scenario(
                    "relative potency, difference",
                    PARALLEL,
                    protocol("reference", "c1", "parallelism", "difference", "effectLevels", "50")),
            new Scenario(
                    "relative potency, equivalence",
                    PARALLEL,
                    protocol("reference", "c1", "parallelism", "equivalence", "effectLevels", "50")),
            new Scenario("average of models", PARALLEL, protocol("model", "average")),
            new Scenario("model of lowest AICc", PARALLEL, protocol("model", "auto")));

    /** Prints one row per scenario and estimate. */
    public static void main(String[] arguments) {
        CoverageRun.of(arguments).print(SCENARIOS, Scenario::name, DoseResponseCoverage::one);
    }

    private static void one(Scenario scenario, long seed, Map<String, Coverage> found) {
        LabBatch batch = VirtualExperiment.perform("dose-response", scenario.lab(), seed);
        List<SubjectResult> results = VirtualExperiment.analyze("dose-response", batch, scenario.protocol());
        Curve reference = Curve.of(batch.truth().getFirst());
        for (Truth truth : batch.truth()) {
            Curve curve = Curve.of(truth);
            for (SubjectResult result : results) {
                boolean own =
                        result.subject().entrySet().containsAll(truth.subject().entrySet());
                if (own && !result.subject().containsKey("model")) {
                    add(result, curve, reference, found);
                }
            }
        }
    }

    private static void add(SubjectResult result, Curve curve, Curve reference, Map<String, Coverage> found) {
        TRUTHS.forEach((name, of) -> {
            if (result.estimate(name).isPresent()) {
                found.computeIfAbsent(name, _ -> new Coverage()).add(result.estimate(name), of.applyAsDouble(curve));
            }
        });
        if (result.estimate("relativePotency").isPresent()) {
            found.computeIfAbsent("relativePotency", _ -> new Coverage())
                    .add(result.estimate("relativePotency"), reference.ic50() / curve.ic50());
        }
    }
}

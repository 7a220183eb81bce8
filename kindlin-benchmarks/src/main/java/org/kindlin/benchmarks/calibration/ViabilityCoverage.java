package org.kindlin.benchmarks.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.viability.ViabilityAssay;
import org.kindlin.assays.viability.ViabilityProtocol;
import org.kindlin.fault.Faults;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.Truth;
import org.kindlin.lab.VirtualLab;

/**
 * How often 95 % intervals of a viability experiment hold the truth, by simulation: the virtual lab writes MTT plates of a
 * cell line and its day-0 plate, the assay reads and analyses them, and every estimate of which a true value is known is
 * held against it.
 *
 * <p>Where cell numbers are logistic in dose, {@code ic50} and plateaus have exact true values and growth rate inhibition
 * is fitted with a curve that is not its own; where growth is logistic, it is the other way round. Both are reported.
 *
 * <p>Arguments: plates per scenario (1000), first seed (1), a scenario's number (all).
 */
public final class ViabilityCoverage {
    private static final double LEVEL = 0.95;
    private static final ViabilityAssay ASSAY = new ViabilityAssay();

    private ViabilityCoverage() {}

    private record Scenario(String name, String line, Map<String, String> lab) {}

    private static final Map<String, String> CLEAN =
            Map.of("outlierPercent", "0", "edgeLossPercent", "0", "dispensingLogSd", "0");

    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario("growth logistic, kills", "A549=22 h|5 uM|-0.4", Map.of()),
            new Scenario("growth logistic, slows", "A549=24 h|5 uM|0.1", Map.of()),
            new Scenario("growth logistic, slow line", "PANC-1=45 h|5 uM|-0.2", Map.of()),
            new Scenario("growth logistic, 10 % well scatter", "A549=24 h|5 uM|-0.2", Map.of("wellCvPercent", "10")),
            new Scenario(
                    "growth logistic, triplicates",
                    "A549=24 h|5 uM|-0.2",
                    Map.of("replicates", "3", "doses", "9", "vehicleWells", "6", "dayZeroWells", "8")),
            new Scenario("growth logistic, no outliers, no edge, exact doses", "A549=24 h|5 uM|-0.2", CLEAN),
            new Scenario("cell number logistic, kills", "A549=22 h|5 uM|-0.4", Map.of("logisticIn", "viability")),
            new Scenario("cell number logistic, slows", "A549=24 h|5 uM|0.1", Map.of("logisticIn", "viability")),
            new Scenario(
                    "cell number logistic, 10 % well scatter",
                    "A549=24 h|5 uM|-0.2", Map.of("logisticIn", "viability", "wellCvPercent", "10")));

    /** What became of one quantity: held by its interval, missed below or above, without an interval of two sides. */
    private static final class Tally {
        private int held;
        private int below;
        private int above;
        private int open;

        void add(Estimate estimate, double truth) {
            Double low = estimate.low();
            Double high = estimate.high();
            if (estimate.value() == null || low == null || high == null) {
                open++;
                return;
            }
            held += low <= truth && truth <= high ? 1 : 0;
            below += truth < low ? 1 : 0;
            above += truth > high ? 1 : 0;
        }

        String row(String name) {
            int all = Math.max(1, held + below + above);
            return String.format(
                    Locale.ROOT,
                    "  %-14s %6.2f %% of %d (simulation error %.2f; estimate too high %d, too low %d; open %d)",
                    name,
                    100.0 * held / all,
                    all,
                    100 * Math.sqrt(LEVEL * (1 - LEVEL) / all),
                    below,
                    above,
                    open);
        }
    }

    public static void main(String[] arguments) {
        int plates = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        int only = arguments.length > 2 ? Integer.parseInt(arguments[2]) : -1;
        for (int s = 0; s < SCENARIOS.size(); s++) {
            if (only < 0 || only == s) {
                report(SCENARIOS.get(s), plates, seed);
            }
        }
    }

    private static void report(Scenario scenario, int plates, long seed) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        Map<String, Integer> effects = new LinkedHashMap<>();
        for (int i = 0; i < plates; i++) {
            add(scenario, seed + i, tallies, effects);
        }
        System.out.println(scenario.name() + ": " + plates + " experiments of one treated and one day-0 plate");
        tallies.forEach((name, tally) -> System.out.println(tally.row(name)));
        System.out.println("  verdicts on the highest dose: " + effects);
    }

    private static void add(Scenario scenario, long seed, Map<String, Tally> tallies, Map<String, Integer> effects) {
        Map<String, String> lab = new LinkedHashMap<>(Map.of("lines", scenario.line(), "plates", "1"));
        lab.putAll(scenario.lab());
        List<LabFile> files = VirtualLab.perform(VirtualLab.find("viability").orElseThrow(), Settings.of(lab), seed);
        List<Truth> truths = truths(lab, seed);
        var result = analyze(files);
        result.sensitivities()
                .forEach(one -> one.growth()
                        .ifPresent(growth -> effects.merge(growth.effect().name(), 1, Integer::sum)));
        for (SubjectResult subject : result.subjects()) {
            truths.stream()
                    .filter(truth -> truth.subject().equals(subject.subject()))
                    .flatMap(truth -> truth.values().stream())
                    .forEach(value -> {
                        Optional<Estimate> estimate = subject.estimate(value.name());
                        estimate.ifPresent(found -> tallies.computeIfAbsent(value.name(), _ -> new Tally())
                                .add(found, value.value()));
                    });
        }
    }

    private static List<Truth> truths(Map<String, String> lab, long seed) {
        Faults faults = new Faults();
        var assay = VirtualLab.find("viability").orElseThrow();
        return assay.perform(Settings.of(lab).resolve(assay.keys(), faults), seed, faults)
                .truth();
    }

    private static org.kindlin.assays.viability.ViabilityResult analyze(List<LabFile> files) {
        Map<String, RawFile> raw = new LinkedHashMap<>();
        files.forEach(file -> raw.put(file.name(), new RawFile(file.name(), file.bytes())));
        List<InputFile> inputs = new ArrayList<>();
        String line = raw.containsKey("a549-day0.csv") ? "A549" : "PANC-1";
        String stem = line.toLowerCase(Locale.ROOT);
        inputs.add(input(raw, stem + "-day0.csv", "layout-day0.csv", Map.of("cellLine", line, "time", "0 h")));
        inputs.add(input(raw, stem + "-plate-1.csv", "layout.csv", Map.of("cellLine", line, "time", "72 h")));
        Faults faults = new Faults();
        ViabilityProtocol protocol = ASSAY.protocol(
                Settings.of(Map.of("read", "570", "referenceRead", "630")).resolve(ASSAY.keys(), faults), faults);
        var data = ASSAY.read(inputs, protocol, faults);
        faults.throwIfAny();
        return ASSAY.analyze(data, protocol, 1);
    }

    private static InputFile input(Map<String, RawFile> raw, String data, String layout, Map<String, String> tags) {
        return new InputFile(
                Optional.ofNullable(raw.get(data)).orElseThrow(), Optional.ofNullable(raw.get(layout)), tags);
    }
}

package org.kindlin.benchmarks.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.kinase.KinaseAssay;
import org.kindlin.assays.kinase.KinaseProtocol;
import org.kindlin.assays.kinase.KinaseResult;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.Faults;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.VirtualLab;

/**
 * How often 95 % intervals of a kinase experiment hold the truth, by simulation: the virtual lab writes plates of FAK and
 * Pyk2, the assay reads and analyses them, and {@code ic50}, {@code ki} and {@code ic50-ratio} are held against the truth
 * the plates were made with.
 *
 * <p>Arguments: pairs per scenario (2000), weights of the analysis (controls), first seed (1), a scenario's number (all).
 */
public final class KinaseCoverage {
    private static final double LEVEL = 0.95;
    private static final KinaseAssay ASSAY = new KinaseAssay();

    private KinaseCoverage() {}

    /** A bench: settings of the virtual lab beside its defaults, plates of each target, and total enzyme in nM. */
    private record Scenario(String name, int plates, double enzyme, Map<String, String> lab) {}

    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario("384 wells, one plate", 1, 0.02, Map.of()),
            new Scenario("384 wells, two plates", 2, 0.02, Map.of()),
            new Scenario("96 wells, triplicates", 1, 0.02, Map.of("wells", "96", "doses", "8", "replicates", "3")),
            new Scenario("8 % well scatter", 1, 0.02, Map.of("wellCvPercent", "8")),
            new Scenario("dim: shot noise", 1, 0.02, Map.of("photonsPerUnit", "0.005")),
            new Scenario("window of three", 1, 0.02, Map.of("background", "40000")),
            new Scenario("enzyme a third of the IC50", 1, 0.2, Map.of()),
            new Scenario(
                    "no outliers, no edge, exact doses",
                    1,
                    0.02,
                    Map.of("outlierPercent", "0", "edgeLossPercent", "0", "dispensingLogSd", "0")));

    /** What became of one quantity: held by its interval, missed below or above, without an interval of two sides. */
    private static final class Tally {
        private int held;
        private int below;
        private int above;
        private int open;
        private double logs;
        private double squares;
        private double widths;

        void add(Optional<Estimate> estimate, double truth) {
            Double value = estimate.map(Estimate::value).orElse(null);
            Double low = estimate.map(Estimate::low).orElse(null);
            Double high = estimate.map(Estimate::high).orElse(null);
            if (value == null || low == null || high == null) {
                open++;
                return;
            }
            held += low <= truth && truth <= high ? 1 : 0;
            below += truth < low ? 1 : 0;
            above += truth > high ? 1 : 0;
            double log = StrictMath.log(value / truth);
            logs += log;
            squares += log * log;
            widths += StrictMath.log(high / low);
        }

        String row(String name) {
            int all = held + below + above;
            double mean = logs / all;
            return String.format(
                    Locale.ROOT,
                    "  %-11s %6.2f %% of %d (simulation error %.2f; too low %d, too high %d; open %d)"
                            + "  bias %+.4f  sd %.4f  half width/1.96 %.4f",
                    name,
                    100.0 * held / all,
                    all,
                    100 * Math.sqrt(LEVEL * (1 - LEVEL) / all),
                    above,
                    below,
                    open,
                    mean,
                    Math.sqrt(squares / all - mean * mean),
                    widths / all / 2 / 1.96);
        }
    }

    public static void main(String[] arguments) {
        int pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2000;
        String weights = arguments.length > 1 ? arguments[1] : "controls";
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        int only = arguments.length > 3 ? Integer.parseInt(arguments[3]) : -1;
        for (int s = 0; s < SCENARIOS.size(); s++) {
            if (only < 0 || only == s) {
                report(SCENARIOS.get(s), pairs, weights, seed);
            }
        }
    }

    private static void report(Scenario scenario, int pairs, String weights, long seed) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (int i = 0; i < pairs; i++) {
            KinaseResult result = analyze(scenario, weights, seed + i);
            double fak = ic50(0.06, 1.2, scenario.enzyme());
            double pyk2 = ic50(0.6, 5, scenario.enzyme());
            for (SubjectResult subject : result.subjects()) {
                String target = subject.subject().getOrDefault("target", "");
                if (subject.subject().containsKey("comparison")) {
                    add(tallies, "ic50-ratio", subject, pyk2 / fak);
                } else if (subject.estimate("ki").isPresent()) {
                    add(tallies, "ic50", subject, target.equals("FAK") ? fak : pyk2);
                    add(tallies, "ki", subject, target.equals("FAK") ? 0.06 : 0.6);
                }
            }
        }
        System.out.println(scenario.name() + ", weights=" + weights);
        tallies.forEach((name, tally) -> System.out.println(tally.row(name)));
    }

    private static void add(Map<String, Tally> tallies, String name, SubjectResult subject, double truth) {
        tallies.computeIfAbsent(name, _ -> new Tally()).add(subject.estimate(name), truth);
    }

    /** Ki (1 + ATP/Km) + E/2 at 10 uM ATP, in nM. */
    private static double ic50(double ki, double km, double enzyme) {
        return ki * (1 + 10 / km) + enzyme / 2;
    }

    private static KinaseResult analyze(Scenario scenario, String weights, long seed) {
        List<InputFile> files = new ArrayList<>();
        files.addAll(perform(scenario, "FAK", "0.06 nM", "1.2 uM", seed));
        files.addAll(perform(scenario, "Pyk2", "0.6 nM", "5 uM", seed));
        Faults faults = new Faults();
        Map<String, String> stated = new LinkedHashMap<>();
        stated.put("atp", "10 uM");
        stated.put("enzymeConcentration", scenario.enzyme() + " nM");
        stated.put("weights", weights);
        KinaseProtocol protocol = ASSAY.protocol(Settings.of(stated).resolve(ASSAY.keys(), faults), faults);
        var data = ASSAY.read(files, protocol, faults);
        faults.throwIfAny();
        return ASSAY.analyze(data, protocol, seed);
    }

    private static List<InputFile> perform(Scenario scenario, String target, String ki, String km, long seed) {
        Map<String, String> settings = new LinkedHashMap<>(scenario.lab());
        settings.put("target", target);
        settings.put("compounds", "defactinib=" + ki);
        settings.put("kmAtp", km);
        settings.put("enzymeConcentration", scenario.enzyme() + " nM");
        settings.put("plates", Integer.toString(scenario.plates()));
        settings.put("topDose", "300 nM");
        List<LabFile> files = VirtualLab.perform(VirtualLab.find("kinase").orElseThrow(), Settings.of(settings), seed);
        Optional<RawFile> layout = files.stream()
                .filter(file -> file.name().equals("layout.csv"))
                .map(file -> new RawFile(target + "/" + file.name(), file.bytes()))
                .findFirst();
        return files.stream()
                .filter(file -> file.name().contains("plate"))
                .map(file -> new InputFile(new RawFile(file.name(), file.bytes()), layout, Map.of("target", target)))
                .toList();
    }
}

package org.kindlin.benchmarks.proliferation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.proliferation.ProliferationAssay;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.Faults;
import org.kindlin.lab.LabBatch;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.Truth;
import org.kindlin.lab.proliferation.VirtualProliferation;
import org.kindlin.numerics.random.RandomStream;

/**
 * How often the 95 % intervals of the division indices hold the truth, over simulated FCS files of cells that divide by
 * chance, of many peak widths, autofluorescences and numbers of divisions; half of the experiments with an unstained
 * control, half with the autofluorescence to be inferred.
 *
 * <pre>{@code DivisionCoverage FILES EVENTS SEED [both|measured|inferred]}</pre>
 */
public final class DivisionCoverage {
    private static final int CULTURES = 10;

    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final int events;
    private final RandomStream random;
    private double leastSquares;
    private int cultures;

    private DivisionCoverage(int events, long seed) {
        this.events = events;
        this.random = RandomStream.ofSeed(seed).child("division coverage");
    }

    /** What one index has shown so far. */
    private static final class Tally {
        private int files;
        private int held;
        private int below;
        private double bias;
        private double squares;
        private double worst;

        void add(Estimate estimate, double truth) {
            Double value = estimate.value();
            Double low = estimate.low();
            Double high = estimate.high();
            if (value == null || low == null || high == null) {
                return;
            }
            files++;
            held += low <= truth && truth <= high ? 1 : 0;
            below += high < truth ? 1 : 0;
            double error = value / truth - 1;
            bias += error;
            squares += error * error;
            worst = Math.max(worst, Math.abs(error));
        }

        String line(String name) {
            return String.format(
                    Locale.ROOT,
                    "%-22s %6d %8.2f %% %8.2f %% %8.2f %% %8.3f %% %8.3f %% %8.3f %%",
                    name,
                    files,
                    100.0 * held / files,
                    100.0 * below / files,
                    100.0 * (files - held - below) / files,
                    100 * bias / files,
                    100 * Math.sqrt(squares / files),
                    100 * worst);
        }
    }

    /** Prints a table. */
    public static void main(String[] arguments) {
        int files = Integer.parseInt(arguments[0]);
        DivisionCoverage coverage = new DivisionCoverage(Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
        String controls = arguments.length > 3 ? arguments[3] : "both";
        for (int batch = 0; batch * CULTURES < files; batch++) {
            coverage.batch(batch, controls.equals("both") ? batch % 2 == 0 : controls.equals("measured"));
        }
        System.out.printf(
                Locale.ROOT,
                "%-22s %6s %10s %10s %10s %10s %10s %10s%n",
                "",
                "files",
                "held",
                "too low",
                "too high",
                "bias",
                "rms error",
                "worst");
        coverage.tallies.forEach((name, tally) -> System.out.println(tally.line(name)));
        System.out.printf(
                Locale.ROOT,
                "rms error of a division index counted from true generations: %.3f %%%n",
                100 * Math.sqrt(coverage.leastSquares / coverage.cultures));
    }

    private void batch(int number, boolean measured) {
        RandomStream own = random.child(number);
        int divisions = 4 + own.nextInt(4);
        double index = own.nextUniform(0.3, 0.35 * divisions);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("events", Integer.toString(events));
        settings.put("doses", "1");
        settings.put("replicates", Integer.toString(CULTURES / 2));
        settings.put("mostDivisions", Integer.toString(divisions));
        settings.put("divisionIndex", Double.toString(index));
        settings.put("dyeCvPercent", Double.toString(own.nextUniform(10, 20)));
        settings.put("autofluorescence", Double.toString(own.nextLogNormal(150, 0.5)));
        settings.put("autofluorescenceCvPercent", Double.toString(own.nextUniform(20, 50)));
        VirtualProliferation lab = new VirtualProliferation();
        Faults faults = new Faults();
        LabBatch batch = lab.perform(Settings.of(settings).resolve(lab.keys(), faults), number, faults);
        faults.throwIfAny();
        List<SubjectResult> results = analyze(batch, measured);
        for (Truth truth : batch.truth()) {
            if (truth.subject().containsKey("sample")) {
                results.stream()
                        .filter(result -> result.subject().containsKey("sample")
                                && !result.subject().containsKey("generation")
                                && result.subject()
                                        .entrySet()
                                        .containsAll(truth.subject().entrySet()))
                        .forEach(result -> compare(result, truth, divisions));
            }
        }
    }

    private static List<SubjectResult> analyze(LabBatch batch, boolean measured) {
        RawFile sheet = batch.files().stream()
                .filter(file -> file.name().equals("samples.csv"))
                .map(file -> new RawFile(file.name(), file.bytes()))
                .findFirst()
                .orElseThrow();
        List<InputFile> inputs = batch.files().stream()
                .filter(file -> file.name().endsWith(".fcs"))
                .filter(file -> measured || !file.name().startsWith("unstained"))
                .map((LabFile file) ->
                        new InputFile(new RawFile(file.name(), file.bytes()), Optional.of(sheet), Map.of()))
                .toList();
        Map<String, String> settings = Map.of(
                "compound", "defactinib",
                "viabilityChannel", "LiveDead",
                "viabilityThreshold", "2000");
        return Analysis.run(new ProliferationAssay(), inputs, Settings.of(settings), 1)
                .results();
    }

    /** True indices follow from the index drawn and the number of chances to divide. */
    private void compare(SubjectResult result, Truth truth, int chances) {
        double index = truth.values().getFirst().value();
        double p = index / chances;
        double divided = 1 - StrictMath.pow(1 - p, chances);
        double expansion = StrictMath.pow(1 + p, chances);
        leastSquares += leastVariance(p, chances) / (index * index);
        cultures++;
        Map<String, Double> expected = new LinkedHashMap<>();
        expected.put("divisionIndex", index);
        expected.put("percentDivided", 100 * divided);
        expected.put("proliferationIndex", index / divided);
        expected.put("expansionIndex", expansion);
        expected.put("replicationIndex", (expansion - 1 + divided) / divided);
        expected.forEach((name, value) -> result.estimate(name)
                .ifPresent(estimate ->
                        tallies.computeIfAbsent(name, _ -> new Tally()).add(estimate, value)));
    }

    /**
     * Variance of the ratio of the sums of {@code i 2^-i} and {@code 2^-i} over as many events, whose generations i are
     * binomial with the chance {@code 2p / (1 + p)} of each division.
     */
    private double leastVariance(double p, int chances) {
        double index = p * chances;
        double chance = 2 * p / (1 + p);
        double share = StrictMath.pow(1 - chance, chances);
        double precursors = 0;
        double squares = 0;
        for (int i = 0; i <= chances; i++) {
            double weight = 1.0 / (1L << i);
            precursors += share * weight;
            squares += share * weight * weight * (i - index) * (i - index);
            share *= chance / (1 - chance) * (chances - i) / (i + 1);
        }
        return squares / (events * precursors * precursors);
    }
}

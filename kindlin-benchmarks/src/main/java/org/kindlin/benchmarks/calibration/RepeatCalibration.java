package org.kindlin.benchmarks.calibration;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.doseresponse.DoseResponseAssay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.numerics.random.RandomStream;

/**
 * How often the interval of a mid-point averaged over plates holds the truth, by simulation of the whole analysis: ten
 * half-log doses in duplicate on each plate, mid-points and plateaus that differ between plates, noise that differs
 * twofold. Run with the number of runs per design and a seed as arguments.
 */
public final class RepeatCalibration {
    private static final double LOG_IC50 = 0.3;
    private static final double[] BETWEEN = {0, 0.05, 0.15, 0.3};
    private static final int[] PLATES = {4, 6, 10};

    private RepeatCalibration() {}

    public static void main(String[] arguments) {
        int runs = Integer.parseInt(arguments[0]);
        RandomStream random = RandomStream.ofSeed(Long.parseLong(arguments[1]));
        System.out.println("plates,between,averaged,held");
        for (int plates : PLATES) {
            for (double between : BETWEEN) {
                RandomStream design = random.child(plates + "/" + between);
                List<Boolean> held = IntStream.range(0, runs)
                        .parallel()
                        .mapToObj(run -> estimate(plates, between, design.child(run)))
                        .filter(estimate -> estimate.low() != null)
                        .map(RepeatCalibration::holds)
                        .toList();
                long hits = held.stream().filter(Boolean::booleanValue).count();
                System.out.printf(
                        Locale.ROOT, "%d,%.2f,%d,%.4f%n", plates, between, held.size(), (double) hits / held.size());
            }
        }
    }

    private static boolean holds(Estimate ic50) {
        Double low = ic50.low();
        Double high = ic50.high();
        double truth = StrictMath.pow(10, LOG_IC50);
        return low != null && high != null && low <= truth && truth <= high;
    }

    private static Estimate estimate(int plates, double between, RandomStream random) {
        StringBuilder text = new StringBuilder("plate,dose,response\n");
        for (int plate = 1; plate <= plates; plate++) {
            double midpoint = StrictMath.pow(10, random.nextGaussian(LOG_IC50, between));
            double top = random.nextGaussian(100, 5);
            double sd = 2 + 2.0 * (plate - 1) / (plates - 1);
            for (int dose = 0; dose < 10; dose++) {
                double x = StrictMath.pow(10, -2 + 0.5 * dose);
                for (int i = 0; i < 2; i++) {
                    double mean = 3 + (top - 3) / (1 + StrictMath.pow(x / midpoint, 1.1));
                    text.append("P" + plate + "," + x + "," + random.nextGaussian(mean, sd) + "\n");
                }
            }
        }
        RawFile file = new RawFile("plates.csv", text.toString().getBytes(StandardCharsets.UTF_8));
        Settings settings = Settings.of(Map.of("random", "plate", "interval", "wald"));
        List<SubjectResult> results = Analysis.run(new DoseResponseAssay(), List.of(InputFile.of(file)), settings, 1)
                .results();
        return results.getFirst().estimate("ic50").orElseThrow();
    }
}

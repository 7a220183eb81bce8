package org.kindlin.benchmarks.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.blot.BlotAssay;
import org.kindlin.assays.result.Estimate;
import org.kindlin.lab.Truth;
import org.kindlin.lab.blot.VirtualBlot;

/**
 * Target engagement from simulated blots: how often the interval of the half-maximal dose of pFAK/FAK holds the true one, its
 * bias as a geometric mean, and how wide intervals are. Run: {@code java -cp "$CP"
 * org.kindlin.benchmarks.images.EngagementCalibration [studies] [seed] [membranes of each study]}.
 */
public final class EngagementCalibration {
    private EngagementCalibration() {}

    public static void main(String[] args) {
        int studies = args.length > 0 ? Integer.parseInt(args[0]) : 300;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        String blots = args.length > 2 ? args[2] : "3";
        List<Double> logErrors = new ArrayList<>();
        List<Double> folds = new ArrayList<>();
        int held = 0;
        int below = 0;
        int open = 0;
        for (int i = 0; i < studies; i++) {
            LabPictures study = LabPictures.of(
                    new VirtualBlot(),
                    new BlotAssay(),
                    Map.of("blots", blots),
                    Map.of("doseUnit", "nM"),
                    seed * 1000 + i);
            Truth truth = study.truth().getFirst();
            double ic50 = LabPictures.value(truth, "ic50").orElseThrow();
            Optional<Estimate> found = study.estimate(truth, "ic50");
            Double value = found.map(Estimate::value).orElse(null);
            Double low = found.map(Estimate::low).orElse(null);
            Double high = found.map(Estimate::high).orElse(null);
            if (value == null || low == null || high == null) {
                open++;
                continue;
            }
            logErrors.add(Math.log(value / ic50));
            folds.add(high / low);
            held += low <= ic50 && ic50 <= high ? 1 : 0;
            below += high < ic50 ? 1 : 0;
            if ((i + 1) % 50 == 0 || i == studies - 1) {
                print(i + 1, held, below, open, logErrors, folds);
            }
        }
    }

    private static void print(int studies, int held, int below, int open, List<Double> errors, List<Double> folds) {
        double mean = errors.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double squares =
                errors.stream().mapToDouble(e -> (e - mean) * (e - mean)).sum();
        double deviation = Math.sqrt(squares / Math.max(1, errors.size() - 1));
        List<Double> sorted = folds.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%d studies: interval holds the true ic50 in %d of %d = %.1f %% (missed: %d below, %d above), bias %+.1f %% +- %.1f,"
                        + " scatter %.1f %%, median high/low %.2f, without interval %d%n",
                studies,
                held,
                errors.size(),
                100.0 * held / Math.max(1, errors.size()),
                below,
                errors.size() - held - below,
                100 * Math.expm1(mean),
                100 * deviation / Math.sqrt(errors.size()),
                100 * deviation,
                sorted.get(sorted.size() / 2),
                open);
    }
}

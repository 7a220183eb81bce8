package org.kindlin.benchmarks.growth;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.growth.GrowthData;
import org.kindlin.assays.growth.GrowthTests;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.lab.growth.SimulatedStudy;
import org.kindlin.lab.growth.TrueGrowth;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.RatioInterval;

/**
 * Bias of growth inhibition on the last day when vehicle animals are removed at the size limit, and coverage of its intervals: the
 * estimate tgi and the bias-corrected one beside the means of the animals left, and beside the means of the same animals had none
 * been removed. Run: {@code java -cp ... org.kindlin.benchmarks.growth.InhibitionBias [studies] [seed]}.
 */
public final class InhibitionBias {
    private static final int[] ANIMALS = {5, 10, 20, 100};

    private InhibitionBias() {}

    public static void main(String[] args) {
        int studies = args.length > 0 ? Integer.parseInt(args[0]) : 2000;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        GrowthTests tests = GrowthTests.of(Settings.of(Map.of()));
        System.out.println(
                "n per arm  vehicle removed %  true %  mean tgi %  mean corrected %  s.e.  survivors, mean %  none removed, mean %"
                        + "  interval holds truth %: tgi  corrected");
        for (int n : ANIMALS) {
            row(
                    tests,
                    n,
                    Math.max(20, studies * 10 / Math.max(10, n)),
                    RandomStream.ofSeed(seed).child(n));
        }
    }

    private static void row(GrowthTests tests, int n, int studies, RandomStream random) {
        TrueGrowth truth = SynergySize.truth(n, 0.135, 0.07);
        double day = truth.days().getLast();
        List<String> arms = truth.arms().stream().map(TrueGrowth.Arm::name).toList();
        double[] found = new double[studies];
        TrueGrowth unlimited = truth.withoutLimit();
        double plain = 0;
        double survivors = 0;
        double whole = 0;
        long removed = 0;
        int used = 0;
        int held = 0;
        int heldCorrected = 0;
        double inhibition = truth.inhibition(truth.arms().get(1), day);
        for (int i = 0; i < studies; i++) {
            SimulatedStudy study = SimulatedStudy.draw(truth, random.child(i));
            GrowthData data = study.data(arms);
            var value = tests.inhibition(data, "first", day);
            removed += study.animals().stream()
                    .filter(animal ->
                            animal.arm().equals("vehicle") && animal.departure().isPresent())
                    .count();
            if (value.isPresent()) {
                plain += value.get().percent();
                held += holds(value.get().interval(), inhibition);
                heldCorrected += holds(value.get().correctedInterval(), inhibition);
                found[used++] = value.get().corrected().orElse(value.get().percent());
                survivors += naive(study, day);
                whole += naive(SimulatedStudy.draw(unlimited, random.child(i)), day);
            }
        }
        double[] corrected = Arrays.copyOf(found, used);
        System.out.printf(
                Locale.ROOT,
                "%9d  %17.1f  %6.2f  %10.2f  %16.2f  %4.2f  %17.2f  %20.2f  %27.1f  %9.1f%n",
                n,
                100.0 * removed / ((double) n * studies),
                inhibition,
                plain / used,
                Descriptive.mean(corrected),
                Descriptive.standardDeviation(corrected) / Math.sqrt(used),
                survivors / used,
                whole / used,
                100.0 * held / used,
                100.0 * heldCorrected / used);
    }

    private static int holds(Optional<RatioInterval.Bounded> interval, double truth) {
        return interval.filter(found -> found.low() <= truth && truth <= found.high())
                        .isPresent()
                ? 1
                : 0;
    }

    private static double naive(SimulatedStudy study, double day) {
        return 100 * (1 - gain(study, "first", day) / gain(study, "vehicle", day));
    }

    private static double gain(SimulatedStudy study, String arm, double day) {
        return study.animals().stream()
                .filter(animal ->
                        animal.arm().equals(arm) && animal.rows().getLast().day() == day)
                .mapToDouble(animal -> animal.rows().getLast().volume()
                        - animal.rows().getFirst().volume())
                .average()
                .orElse(Double.NaN);
    }
}

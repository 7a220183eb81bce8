package org.kindlin.benchmarks.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.growth.GrowthData;
import org.kindlin.assays.growth.GrowthTests;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.lab.growth.SimulatedStudy;
import org.kindlin.lab.growth.TrueGrowth;
import org.kindlin.numerics.mixed.Contrast;
import org.kindlin.numerics.random.RandomStream;

/**
 * How often the tests of a four-arm study reject a true null model at 5 %, animals being removed at the size limit.
 *
 * <p>Bliss: growth rates add exactly. Highest single agent: the combination grows as the better agent and the other agent does
 * nothing, where the intersection-union test is largest; one-sided at 5 %. Difference: an arm that grows as the control. Run: {@code
 * java -cp ... org.kindlin.benchmarks.growth.SynergySize [studies] [seed] [key=value ...]}, the settings being those of {@code
 * kindlin analyze growth} (smallSample=kenward-roger, baseline=common ...).
 */
public final class SynergySize {
    private static final int[] ANIMALS = {5, 6, 8, 10};
    private static final double LEVEL = 0.05;

    private SynergySize() {}

    public static void main(String[] args) {
        int studies = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        Map<String, String> stated = new java.util.LinkedHashMap<>();
        for (int i = 2; i < args.length; i++) {
            stated.put(args[i].substring(0, args[i].indexOf('=')), args[i].substring(args[i].indexOf('=') + 1));
        }
        GrowthTests tests = GrowthTests.of(Settings.of(stated));
        System.out.println("n per arm  removed %  bliss %  bliss z reference %  hsa %  difference %  border %  s");
        for (int n : ANIMALS) {
            long start = System.nanoTime();
            Tally bliss = tally(
                    tests,
                    truth(n, 0.14, 0.11, 0.09, 0.06),
                    studies,
                    RandomStream.ofSeed(seed).child(n));
            Tally single = tally(
                    tests,
                    truth(n, 0.14, 0.09, 0.14, 0.09),
                    studies,
                    RandomStream.ofSeed(seed).child(1000 + n));
            System.out.printf(
                    Locale.ROOT,
                    "%9d  %9.1f  %7.2f  %19.2f  %5.2f  %12.2f  %8.1f  %.1f%n",
                    n,
                    bliss.percent(bliss.removed) / (4.0 * n),
                    bliss.percent(bliss.bliss),
                    bliss.percent(bliss.normal),
                    single.percent(single.hsa),
                    single.percent(single.difference),
                    bliss.percent(bliss.border),
                    (System.nanoTime() - start) / 1e9);
        }
    }

    static TrueGrowth truth(int n, double... rates) {
        List<TrueGrowth.Arm> arms = new ArrayList<>();
        String[] names = {"vehicle", "first", "second", "both"};
        for (int i = 0; i < rates.length; i++) {
            arms.add(new TrueGrowth.Arm(names[i], rates[i], 0));
        }
        return new TrueGrowth(
                arms, n, List.of(0.0, 3.0, 7.0, 10.0, 14.0, 17.0, 21.0), 125, 0.2, 0.02, 0.12, 0, 2000, 0, 22);
    }

    /** Rejections and what went with them. */
    private static final class Tally {
        private int studies;
        private long removed;
        private long bliss;
        private long normal;
        private long hsa;
        private long difference;
        private long border;

        private double percent(long count) {
            return 100.0 * count / studies;
        }
    }

    private static Tally tally(GrowthTests tests, TrueGrowth truth, int studies, RandomStream random) {
        Tally tally = new Tally();
        List<String> arms = truth.arms().stream().map(TrueGrowth.Arm::name).toList();
        for (int i = 0; i < studies; i++) {
            SimulatedStudy study = SimulatedStudy.draw(truth, random.child(i));
            GrowthData data = study.data(arms);
            Optional<GrowthTests.Outcome> found = tests.test(data);
            if (found.isEmpty()) {
                continue;
            }
            tally.studies++;
            tally.removed += study.animals().stream()
                    .filter(animal -> animal.departure().isPresent())
                    .count();
            Contrast bliss = found.get().bliss().orElseThrow();
            tally.bliss += bliss.p() < LEVEL ? 1 : 0;
            Contrast normal = new Contrast(bliss.value(), bliss.standardError(), Double.POSITIVE_INFINITY);
            tally.normal += normal.p() < LEVEL ? 1 : 0;
            tally.hsa += found.get().hsa() < LEVEL ? 1 : 0;
            tally.difference += found.get().differences().get(1).p() < LEVEL ? 1 : 0;
            tally.border += found.get().singular() ? 1 : 0;
        }
        return tally;
    }
}

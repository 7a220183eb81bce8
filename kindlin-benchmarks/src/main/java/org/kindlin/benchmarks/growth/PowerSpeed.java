package org.kindlin.benchmarks.growth;

import java.lang.management.ManagementFactory;
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
import org.kindlin.numerics.random.RandomStream;

/**
 * Processor seconds, on one thread, of the power of a four-arm study of ten animals each: studies drawn, with removal at the size limit, and each tested by the
 * mixed model with Satterthwaite's degrees of freedom (three differences, Bliss, highest single agent). Run: {@code java -cp ...
 * org.kindlin.benchmarks.growth.PowerSpeed [studies] [seed]}; a first run of a tenth warms up.
 */
public final class PowerSpeed {
    private PowerSpeed() {}

    public static void main(String[] args) {
        int studies = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        run(studies / 10, RandomStream.ofSeed(seed).child("warm"));
        System.out.println(run(studies, RandomStream.ofSeed(seed).child("run")));
    }

    private static String run(int studies, RandomStream random) {
        GrowthTests tests = GrowthTests.of(Settings.of(Map.of()));
        TrueGrowth truth = SynergySize.truth(10, 0.14, 0.11, 0.10, 0.05);
        List<String> arms = truth.arms().stream().map(TrueGrowth.Arm::name).toList();
        double began = processor();
        List<GrowthData> drawn = new ArrayList<>();
        for (int i = 0; i < studies; i++) {
            drawn.add(SimulatedStudy.draw(truth, random.child(i)).data(arms));
        }
        double ready = processor();
        int shown = 0;
        int fitted = 0;
        for (GrowthData data : drawn) {
            Optional<GrowthTests.Outcome> outcome = tests.test(data);
            fitted += outcome.isPresent() ? 1 : 0;
            shown += outcome.flatMap(GrowthTests.Outcome::bliss)
                            .filter(bliss -> bliss.p() < 0.05)
                            .isPresent()
                    ? 1
                    : 0;
        }
        double tested = processor();
        return String.format(
                Locale.ROOT,
                "%d studies, %d fitted: drawn %.2f s, tested %.2f s, together %.2f s; power of Bliss %.1f %%",
                studies,
                fitted,
                ready - began,
                tested - ready,
                tested - began,
                100.0 * shown / studies);
    }

    private static double processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }
}

package org.kindlin.assays.fuzz;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.kindlin.assays.plate.reader.PlateFuzz;
import org.kindlin.assays.prism.PrismFuzz;

/**
 * Fuzzes the plate bench by hand: of every 1000 inputs 962 go to the plate readers (one in four of these also to the reader of
 * plate maps), 36 to the Prism reader and 2 through a whole analysis of collagen, viability, kinase, ELISA or combination.
 *
 * <p>{@code java -cp ... org.kindlin.assays.fuzz.BenchFuzz INPUTS SEED [FIRST]} prints what became of them; input n depends on
 * seed and n alone, so that {@code BenchFuzz 1 SEED n} reads the one again that a defect was found in. It ends with status 1
 * at the first input from which anything but a result or faults escapes.
 */
public final class BenchFuzz {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final PlateFuzz plates = new PlateFuzz();
    private final AssayFuzz assays = new AssayFuzz();
    private final PrismFuzz projects = new PrismFuzz();

    private BenchFuzz() {}

    public static void main(String[] arguments) {
        long inputs = Long.parseLong(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        long first = arguments.length > 2 ? Long.parseLong(arguments[2]) : 0;
        BenchFuzz fuzz = new BenchFuzz();
        for (long number = first; number < first + inputs; number++) {
            try {
                fuzz.one(number, new SplittableRandom(seed + GOLDEN * (number + 1)));
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError defect) {
                throw new AssertionError("input " + number + " of seed " + seed, defect);
            }
        }
        fuzz.print(inputs, seed);
    }

    private void one(long number, RandomGenerator random) {
        int kind = (int) (number % 500);
        if (kind == 0) {
            assays.analyseOne(random);
        } else if (kind % 28 == 1) {
            projects.readOne(random);
        } else {
            plates.readOne(random);
        }
    }

    private void print(long inputs, long seed) {
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
        System.out.printf(
                Locale.ROOT,
                "seed %d: %,d inputs, no escape; %,d ms of processor time, %,d a second%n",
                seed,
                inputs,
                cpu,
                1000 * inputs / Math.max(1, cpu));
        print(plates.counts());
        print(Map.of("prism", projects.counts()));
        print(assays.counts());
    }

    private static void print(Map<String, long[]> counts) {
        counts.forEach((what, count) ->
                System.out.printf(Locale.ROOT, "  %-18s %,12d read %,12d refused%n", what, count[0], count[1]));
    }
}

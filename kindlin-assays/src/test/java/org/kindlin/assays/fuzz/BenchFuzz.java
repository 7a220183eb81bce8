package org.kindlin.assays.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.reader.PlateFuzz;
import org.kindlin.assays.prism.PrismFiles;
import org.kindlin.assays.prism.PrismReader;
import org.kindlin.assays.prism.PrismTidy;
import org.kindlin.fault.Faults;

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
    private static final List<String> PRISM = List.of("xy_4_strike.pzfx", "x_error_y_sdn.pzfx", "comma_decimal.pzfx");
    private static final byte[][] TAGS = Mutations.words(List.of(
            "<d>",
            "</d>",
            "<d Excluded=\"1\">",
            "<Table TableType=\"XY\">",
            "</Table>",
            "<YColumn>",
            "<Subcolumn>",
            "<!DOCTYPE a>",
            "<![CDATA[",
            "]]>",
            "&amp;",
            "&#0;",
            "&x;",
            "<!--",
            "-->",
            "<?pi?>",
            "\u0000",
            "1,5",
            "*",
            "encoding=\"UTF-7\"",
            "<XColumn/>",
            "<Title/>",
            "\uFEFF"));

    private final PlateFuzz plates = new PlateFuzz();
    private final AssayFuzz assays = new AssayFuzz();
    private final List<byte[]> projects = PRISM.stream().map(BenchFuzz::project).toList();
    private final long[] prism = new long[2];

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
            prism(random);
        } else {
            plates.readOne(random);
        }
    }

    private void prism(RandomGenerator random) {
        byte[] seed = projects.get(random.nextInt(projects.size()));
        RawFile file = new RawFile("f.pzfx", Mutations.ruined(seed, projects, TAGS, 2, random));
        Faults faults = new Faults();
        PrismFiles.refused(file);
        boolean isProject = PrismReader.read(file, faults)
                .map(project -> project.tables().stream()
                        .mapToInt(table -> PrismTidy.of("f", table, "d").rows().size())
                        .sum())
                .isPresent();
        if (isProject == faults.any()) {
            throw new AssertionError(
                    "neither project nor faults: " + new String(file.bytes(), StandardCharsets.ISO_8859_1));
        }
        prism[isProject ? 0 : 1]++;
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
        print(Map.of("prism", prism));
        print(assays.counts());
    }

    private static void print(Map<String, long[]> counts) {
        counts.forEach((what, count) ->
                System.out.printf(Locale.ROOT, "  %-18s %,12d read %,12d refused%n", what, count[0], count[1]));
    }

    private static byte[] project(String name) {
        String path = "/org/kindlin/assays/prism/" + name;
        try (InputStream stream = Objects.requireNonNull(BenchFuzz.class.getResourceAsStream(path), path)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.kindlin.assays.plate.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateMap;
import org.kindlin.assays.plate.format.PlateFileFormat;
import org.kindlin.assays.plate.map.PlateMapReader;
import org.kindlin.fault.Faults;
import org.kindlin.fault.ReadingMode;

/**
 * Reads ruined files one after the other and holds each reading to its promises: it returns, in bounded time; it has plates
 * or faults; every well lies on its plate; nothing is thrown.
 *
 * <p>By hand: {@code java ... org.kindlin.assays.plate.reader.PlateFuzz SECONDS SEED} prints how many inputs of each format
 * were read and refused.
 */
public final class PlateFuzz {
    private static final long MOST_MILLISECONDS = 4_000;

    /** Processor time, so that a busy machine does not look like a slow parser. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final FuzzInputs inputs;
    private final long seed;
    private final Map<String, long[]> counts = new TreeMap<>();
    private long number;
    private long slowest;

    PlateFuzz(long seed) {
        this.seed = seed;
        this.inputs = new FuzzInputs(seed);
    }

    public static void main(String[] arguments) {
        long seconds = Long.parseLong(arguments[0]);
        PlateFuzz fuzz = new PlateFuzz(Long.parseLong(arguments[1]));
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            for (int i = 0; i < 1000; i++) {
                fuzz.readOne();
            }
        }
        fuzz.print();
    }

    private void print() {
        System.out.printf(Locale.ROOT, "seed %d: %,d inputs, slowest %,d ms%n", seed, number, slowest);
        counts.forEach((format, count) ->
                System.out.printf(Locale.ROOT, "  %-12s %,10d read %,10d refused%n", format, count[0], count[1]));
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT, "  heap %,d of at most %,d MiB%n", runtime.totalMemory() >> 20, runtime.maxMemory() >> 20);
    }

    /** How many inputs were read as plates. */
    long accepted() {
        return counts.values().stream().mapToLong(count -> count[0]).sum();
    }

    /** How many formats at least one input was read as. */
    long formats() {
        return counts.values().stream().filter(count -> count[0] > 0).count();
    }

    void readOne() {
        byte[] bytes = inputs.next();
        number++;
        long start = CLOCK.getCurrentThreadCpuTime();
        try {
            read(new RawFile("fuzz", bytes));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError defect) {
            String content = new String(bytes, StandardCharsets.ISO_8859_1);
            throw new AssertionError("input " + number + " of seed " + seed + ": " + content, defect);
        }
        slowest = Math.max(slowest, (CLOCK.getCurrentThreadCpuTime() - start) / 1_000_000);
        assertThat(slowest)
                .as("milliseconds of input %s of seed %s", number, seed)
                .isLessThan(MOST_MILLISECONDS);
    }

    private void read(RawFile file) {
        ReadingMode mode = number % 3 == 0 ? ReadingMode.STRICT : ReadingMode.LENIENT;
        PlateFileReport report = PlateReaders.report(file, mode);
        boolean isRead = report.faults().isEmpty();
        assertThat(isRead && report.plates().isEmpty()).isFalse();
        for (Plate plate : report.plates()) {
            plate.reads().forEach(read -> assertThat(read.readings().keySet()).allMatch(plate.format()::contains));
        }
        assertThat(report.contents()).isNotEmpty();
        String format = report.format().map(PlateFileFormat::name).orElse("none");
        counts.computeIfAbsent(format, key -> new long[2])[isRead ? 0 : 1]++;
        Faults faults = new Faults();
        PlateMap map = PlateMapReader.read(file, faults);
        assertThat(map.wells().isEmpty()).isEqualTo(faults.any());
    }
}

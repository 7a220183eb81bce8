package org.kindlin.assays.plate.reader;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateMap;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.format.PlateFileFormat;
import org.kindlin.assays.plate.map.PlateMapReader;
import org.kindlin.fault.Faults;
import org.kindlin.fault.ReadingMode;

/**
 * Reads ruined files one after the other and holds each reading to its promises: it returns, in bounded time; it has plates
 * or faults; every well lies on its plate; nothing is thrown. {@link org.kindlin.assays.fuzz.BenchFuzz} runs it by hand.
 */
public final class PlateFuzz {
    private static final long MOST_MILLISECONDS = 4_000;

    /** Processor time, so that a busy machine does not look like a slow parser. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final FuzzInputs inputs = new FuzzInputs();
    private final Map<String, long[]> counts = new TreeMap<>();

    /** Inputs read and refused, by the format they were recognised as. */
    public Map<String, long[]> counts() {
        return counts;
    }

    /** How many inputs were read as plates. */
    long accepted() {
        return counts.values().stream().mapToLong(count -> count[0]).sum();
    }

    /** How many formats at least one input was read as. */
    long formats() {
        return counts.values().stream().filter(count -> count[0] > 0).count();
    }

    /**
     * Makes an input and reads it.
     *
     * @throws AssertionError where a promise is broken
     */
    public byte[] readOne(RandomGenerator random) {
        byte[] bytes = inputs.next(random);
        RawFile file = new RawFile("fuzz", bytes);
        long start = CLOCK.getCurrentThreadCpuTime();
        read(file, random.nextInt(3) == 0 ? ReadingMode.STRICT : ReadingMode.LENIENT);
        if (random.nextInt(4) == 0) {
            map(file);
        }
        long milliseconds = (CLOCK.getCurrentThreadCpuTime() - start) / 1_000_000;
        promise(milliseconds < MOST_MILLISECONDS, milliseconds + " ms");
        return bytes;
    }

    private void read(RawFile file, ReadingMode mode) {
        PlateFileReport report = PlateReaders.report(file, mode);
        boolean isRead = report.faults().isEmpty();
        promise(!(isRead && report.plates().isEmpty()), "neither plates nor faults");
        for (Plate plate : report.plates()) {
            for (PlateRead read : plate.reads()) {
                read.readings()
                        .keySet()
                        .forEach(well -> promise(plate.format().contains(well), well + " off its plate"));
            }
            plate.labels().keySet().forEach(well -> promise(plate.format().contains(well), well + " off its plate"));
        }
        promise(!report.contents().isEmpty(), "no contents");
        String format = report.format().map(PlateFileFormat::name).orElse("none");
        counts.computeIfAbsent(format, key -> new long[2])[isRead ? 0 : 1]++;
    }

    private static void map(RawFile file) {
        Faults faults = new Faults();
        PlateMap map = PlateMapReader.read(file, faults);
        promise(map.wells().isEmpty() == faults.any(), "neither wells nor faults of a map");
    }

    private static void promise(boolean kept, String otherwise) {
        if (!kept) {
            throw new AssertionError(otherwise);
        }
    }
}

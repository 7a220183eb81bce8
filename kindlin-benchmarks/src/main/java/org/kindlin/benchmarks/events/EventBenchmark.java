package org.kindlin.benchmarks.events;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kindlin.assays.event.FcsFile;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.GatedEvents;
import org.kindlin.assays.event.gating.Gating;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;

/**
 * The workload "events" of docs/performance in one thread: bare reads of the file, gating ("lazy": only what the gates need),
 * and gating with all twelve compensated columns on the logicle scale kept in single precision ("full"), in turn, median of
 * the rounds after warm-up, CPU and wall time. Each round opens the file and binds the gates anew.
 *
 * <p>Arguments: numbers of events; after a number, a path at which its file is kept, for {@code events_numpy.py}. Columns are kept up to {@value #KEPT} events only; the heap that gating takes does not
 * grow but for a bit per event and gate: {@code -Xmx256m} is enough for 100 million (a file of 6.4 GB).
 */
public final class EventBenchmark {
    private static final int ROUNDS = 9;
    private static final int LARGE_ROUNDS = 5;
    private static final int WARM_UPS = 60;
    /** Until opening and binding are compiled, they cost the round of a million events a millisecond, cold as in no study. */
    private static final int OPENINGS = 3000;

    private static final long KEPT = 10_000_000;

    private EventBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        for (int i = 0; i < arguments.length; i++) {
            int events = Integer.parseInt(arguments[i]);
            if (i + 1 < arguments.length && !arguments[i + 1].matches("\\d+")) {
                measure(events, Path.of(arguments[++i]), System.out);
            } else {
                Path file = Files.createTempFile("kindlin-events", ".fcs");
                try {
                    measure(events, file, System.out);
                } finally {
                    Files.delete(file);
                }
            }
        }
    }

    /** One timed piece of work; its result keeps it from being optimised away. */
    private interface Work {
        double run() throws IOException;
    }

    /** Seconds of one run. */
    private record Seconds(double cpu, double wall) {}

    private static void measure(int events, Path file, PrintStream out) throws IOException {
        EventFile.write(file, events);
        Map<String, Work> works = new LinkedHashMap<>();
        works.put("raw read", () -> read(file));
        works.put("lazy", () -> gate(file, List.of()).populations().size());
        if (events <= KEPT) {
            List<Dimension> dyes = IntStream.range(0, EventWorkload.DYES)
                    .mapToObj(EventWorkload::dye)
                    .toList();
            works.put("full", () -> gate(file, dyes).places().getLast().get(0));
        }
        for (int i = 0; i < OPENINGS; i++) {
            try (FcsFile open = FcsFile.open(file, new Findings("events", ReadingMode.LENIENT))) {
                bind(open);
            }
        }
        print(events, times(works, events > KEPT ? LARGE_ROUNDS : ROUNDS), out);
        gate(file, List.of())
                .populations()
                .forEach((id, population) ->
                        out.println("  " + id + " " + population.members().count()));
    }

    private static Map<String, List<Seconds>> times(Map<String, Work> works, int rounds) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, List<Seconds>> times = new LinkedHashMap<>();
        double kept = 0;
        for (int round = -WARM_UPS; round < rounds; round++) {
            for (Map.Entry<String, Work> work : works.entrySet()) {
                long wall = System.nanoTime();
                long cpu = threads.getCurrentThreadCpuTime();
                kept += work.getValue().run();
                Seconds seconds =
                        new Seconds((threads.getCurrentThreadCpuTime() - cpu) / 1e9, (System.nanoTime() - wall) / 1e9);
                if (round >= 0) {
                    times.computeIfAbsent(work.getKey(), _ -> new ArrayList<>()).add(seconds);
                }
            }
        }
        if (Double.isNaN(kept)) {
            throw new IllegalStateException("a run gave no number");
        }
        return times;
    }

    private static void print(int events, Map<String, List<Seconds>> times, PrintStream out) {
        double raw = Double.NaN;
        out.println(events + " events, heap at most " + peakMegabytes() + " MB");
        for (Map.Entry<String, List<Seconds>> entry : times.entrySet()) {
            double[] cpu = entry.getValue().stream().mapToDouble(Seconds::cpu).toArray();
            double[] wall = entry.getValue().stream().mapToDouble(Seconds::wall).toArray();
            raw = Double.isNaN(raw) ? median(cpu) : raw;
            out.printf(
                    Locale.ROOT,
                    "  %-8s CPU %8.4f s (least %.4f), wall %8.4f s, %5.2f x raw, %6.1f ns an event%n",
                    entry.getKey(),
                    median(cpu),
                    Arrays.stream(cpu).min().orElseThrow(),
                    median(wall),
                    median(cpu) / raw,
                    median(cpu) / events * 1e9);
        }
    }

    private static long peakMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(java.lang.management.MemoryUsage::getUsed)
                        .sum()
                >> 20;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double read(Path file) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 20);
        long sum = 0;
        try (FileChannel channel = FileChannel.open(file)) {
            while (channel.read(buffer) >= 0) {
                sum += buffer.get(0);
                buffer.clear();
            }
        }
        return sum;
    }

    private static GatedEvents gate(Path file, List<Dimension> kept) throws IOException {
        try (FcsFile open = FcsFile.open(file, new Findings("events", ReadingMode.LENIENT))) {
            return bind(open).evaluate(kept);
        }
    }

    private static Gating bind(FcsFile file) {
        return Gating.bind(
                        EventWorkload.gates(),
                        file.dataSets().getFirst(),
                        Optional.of(EventWorkload.spillover()),
                        "events",
                        new Faults())
                .orElseThrow();
    }
}

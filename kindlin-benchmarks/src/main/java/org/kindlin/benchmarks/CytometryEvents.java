package org.kindlin.benchmarks;

import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.event.Column;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.FcsReader;
import org.kindlin.assays.event.FcsWriter;
import org.kindlin.assays.event.Spillover;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.assays.event.gating.GatedEvents;
import org.kindlin.assays.event.gating.Gating;
import org.kindlin.assays.event.gating.GatingDocument;
import org.kindlin.assays.event.gating.Population;
import org.kindlin.assays.event.gating.Transformation;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.scale.LogicleScale;

/**
 * The workload "events" of docs/performance: FCS 3.1 of 16 float channels, mapped and page-cached; 12 x 12 compensation,
 * logicle on 12, two polygons and three cuts. Prints CPU seconds and the ratio to reading the raw file, median of seven after
 * two warm-ups, in one thread, and the counts.
 *
 * <p>"lazy" evaluates what the gates need; "full" computes all 12 compensated columns on the logicle scale besides. Run:
 * {@code java -cp ... org.kindlin.benchmarks.CytometryEvents 1000000 [100000000]}.
 */
public final class CytometryEvents {
    private static final int CHANNELS = 16;
    private static final int DYES = 12;
    private static final int RUNS = 7;
    private static final int WARM_UPS = 2;

    private CytometryEvents() {}

    public static void main(String[] arguments) throws Exception {
        for (String argument : arguments) {
            run(Integer.parseInt(argument));
        }
    }

    private static void run(int events) throws Exception {
        Path file = Files.createTempFile("kindlin-events", ".fcs");
        try (Arena arena = Arena.ofConfined()) {
            write(file, events);
            double raw = median(() -> rawRead(file));
            double lazy = median(() -> gate(file, false));
            double full = median(() -> gate(file, true));
            System.out.printf(
                    Locale.ROOT,
                    "%d events: raw read %.4f s CPU, lazy %.4f s (%.1f x), full %.4f s (%.1f x)%n",
                    events,
                    raw,
                    lazy,
                    lazy / raw,
                    full,
                    full / raw);
            counts(file, arena).forEach((id, count) -> System.out.println("  " + id + " " + count));
        } finally {
            Files.delete(file);
        }
    }

    /** One timed piece of work; its result keeps it from being optimised away. */
    private interface Work {
        double run() throws Exception;
    }

    private static double median(Work work) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] seconds = new double[RUNS];
        double kept = 0;
        for (int i = -WARM_UPS; i < RUNS; i++) {
            long start = threads.getCurrentThreadCpuTime();
            kept += work.run();
            if (i >= 0) {
                seconds[i] = (threads.getCurrentThreadCpuTime() - start) / 1e9;
            }
        }
        if (Double.isNaN(kept)) {
            throw new IllegalStateException("a run gave no number");
        }
        Arrays.sort(seconds);
        return seconds[RUNS / 2];
    }

    private static double rawRead(Path file) throws Exception {
        java.nio.ByteBuffer buffer = java.nio.ByteBuffer.allocateDirect(1 << 20);
        long sum = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (channel.read(buffer) >= 0) {
                sum += buffer.get(0);
                buffer.clear();
            }
        }
        return (double) sum;
    }

    private static Map<String, Integer> counts(Path file, Arena arena) throws Exception {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Population population : bind(file, arena).populations().values()) {
            counts.put(population.id(), population.members().count());
        }
        return counts;
    }

    private static double gate(Path file, boolean all) throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            return gate(bind(file, arena), all);
        }
    }

    private static double gate(Gating gating, boolean all) {
        List<Dimension> kept = new ArrayList<>();
        for (int dye = 0; all && dye < DYES; dye++) {
            kept.add(Dimension.of(name(4 + dye))
                    .compensatedBy(Dimension.AS_IN_FILE)
                    .on("logicle"));
        }
        GatedEvents events = gating.evaluate(kept);
        double sum = 0;
        for (Population population : events.populations().values()) {
            sum += population.members().count();
        }
        for (Column column : events.places()) {
            sum += column.get(0);
        }
        return sum;
    }

    private static Gating bind(Path file, Arena arena) throws Exception {
        FcsDataSet set = FcsReader.map(file, arena, new Findings("events", ReadingMode.LENIENT))
                .getFirst();
        return Gating.bind(document(), set, Optional.of(spillover()), "events", new Faults())
                .orElseThrow();
    }

    private static String name(int channel) {
        return "C" + channel;
    }

    private static Spillover spillover() {
        List<String> names = new ArrayList<>();
        double[][] matrix = new double[DYES][DYES];
        for (int i = 0; i < DYES; i++) {
            names.add(name(4 + i));
            for (int j = 0; j < DYES; j++) {
                matrix[i][j] = i == j ? 1 : 0.1 / (1 + Math.abs(i - j));
            }
        }
        return new Spillover(names, matrix);
    }

    private static GatingDocument document() {
        Dimension a = Dimension.of(name(4)).compensatedBy(Dimension.AS_IN_FILE).on("logicle");
        Dimension b = Dimension.of(name(5)).compensatedBy(Dimension.AS_IN_FILE).on("logicle");
        List<Gate> gates = new ArrayList<>();
        gates.add(new Gate.Polygon(
                "scatter",
                Optional.empty(),
                Dimension.of(name(0)),
                Dimension.of(name(1)),
                List.of(
                        new Gate.Vertex(20000, 10000),
                        new Gate.Vertex(200000, 20000),
                        new Gate.Vertex(180000, 200000),
                        new Gate.Vertex(30000, 150000))));
        gates.add(new Gate.Polygon(
                "dyes",
                Optional.of("scatter"),
                a,
                b,
                List.of(
                        new Gate.Vertex(0.3, 0.3),
                        new Gate.Vertex(0.8, 0.35),
                        new Gate.Vertex(0.75, 0.8),
                        new Gate.Vertex(0.35, 0.7))));
        for (int cut = 0; cut < 3; cut++) {
            Dimension dimension = Dimension.of(name(6 + cut))
                    .compensatedBy(Dimension.AS_IN_FILE)
                    .on("logicle");
            gates.add(new Gate.Rectangle(
                    "cut" + cut,
                    Optional.of(cut == 0 ? "dyes" : "cut" + (cut - 1)),
                    List.of(new Gate.Range(dimension, 0.45, Double.POSITIVE_INFINITY))));
        }
        return new GatingDocument(
                gates,
                Map.of("logicle", new Transformation.OnScale("logicle", new LogicleScale(262144, 0.5, 4.5, 0))),
                Map.of());
    }

    private static void write(Path file, int events) throws Exception {
        RandomStream random = RandomStream.ofSeed(7);
        List<FcsWriter.Channel> channels = new ArrayList<>();
        for (int c = 0; c < CHANNELS; c++) {
            float[] values = new float[events];
            for (int i = 0; i < events; i++) {
                values[i] = (float)
                        (c < 4
                                ? random.nextLogNormal(80000, 0.5)
                                : random.nextLogNormal(random.nextInt(2) == 0 ? 300 : 8000, 0.6)
                                        + 40 * random.nextGaussian());
            }
            channels.add(new FcsWriter.Channel(name(c), "", 262144, new Column.Singles(values)));
        }
        try (java.io.OutputStream out = Files.newOutputStream(file)) {
            FcsWriter.write(channels, Map.of(), out);
        }
    }
}

package org.kindlin.assays.event.gating;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.event.Column;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.FcsReader;
import org.kindlin.assays.event.FcsWriter;
import org.kindlin.assays.event.flowjo.FlowJoReader;
import org.kindlin.assays.event.flowjo.FlowJoSample;
import org.kindlin.assays.event.flowjo.FlowJoWorkspace;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;
import org.kindlin.numerics.random.RandomStream;

/**
 * Ruined gating documents and workspaces: read and applied, or refused with a fault. For a long run:
 * {@code java -Xmx256m ... org.kindlin.assays.event.gating.GatingFuzz 10000000 1}.
 */
final class GatingFuzz {
    private static final List<String> PIECES = List.of(
            "\"",
            "<",
            "/>",
            "-1",
            "NaN",
            "INF",
            "1e308",
            "0",
            "A",
            "B",
            "uncompensated",
            "FCS",
            "M",
            "g:id=",
            "</g:Gate>",
            "<x>",
            "&lt;",
            "true",
            "AndNode",
            "width=\"-0.5\"",
            "256");

    private static final List<String> VALUES = List.of(
            "",
            "0",
            "-0",
            "1",
            "-1",
            "0.1",
            "5",
            "300",
            "1e-300",
            "1e308",
            "-1e308",
            "INF",
            "-INF",
            "NaN",
            "A",
            "B",
            "C",
            "F",
            "FCS",
            "M",
            "L",
            "R",
            "uncompensated",
            "rect",
            "quad",
            "Q1",
            "P",
            "true",
            "256",
            "4.5",
            "9999999999",
            "&lt;");

    private GatingFuzz() {}

    public static void main(String[] arguments) {
        long count = Long.parseLong(arguments[0]);
        long start = System.nanoTime();
        long refused = run(count, Long.parseLong(arguments[1]));
        long rate = Math.round(count / ((System.nanoTime() - start) / 1e9));
        System.out.println(count + " ruined documents, " + refused + " refused, none escaped; " + rate + " a second");
    }

    /** Reads ruined copies of the seeds; how many were refused. */
    static long run(long count, long seed) {
        RandomStream random = RandomStream.ofSeed(seed).child("gating-fuzz");
        FcsDataSet set = events();
        long refused = 0;
        for (long i = 0; i < count; i++) {
            boolean workspace = random.nextInt(2) == 0;
            List<String> seeds = workspace ? GatingSeeds.WORKSPACES : GatingSeeds.GATING_ML;
            byte[] bytes = ruin(seeds.get(random.nextInt(seeds.size())), random).getBytes(StandardCharsets.UTF_8);
            Faults faults = new Faults();
            RawFile file = new RawFile("fuzz", bytes);
            Optional<GatingDocument> document = workspace ? workspace(file, faults) : GatingMlReader.read(file, faults);
            if (document.isEmpty() != faults.any()) {
                throw new AssertionError("refused without a fault, or read in spite of one: "
                        + new String(bytes, StandardCharsets.UTF_8));
            }
            Faults binding = new Faults();
            Optional<Gating> gating = document.flatMap(d -> Gating.bind(d, set, Optional.empty(), "f", binding));
            gating.ifPresent(Gating::populations);
            refused += gating.isEmpty() ? 1 : 0;
        }
        return refused;
    }

    private static Optional<GatingDocument> workspace(RawFile file, Faults faults) {
        return FlowJoReader.read(file, faults)
                .map(FlowJoWorkspace::samples)
                .map(List::getFirst)
                .map(sample -> sample.fittedTo(List.of("A", "B")))
                .map(FlowJoSample::gating);
    }

    private static String ruin(String text, RandomStream random) {
        StringBuilder ruined = new StringBuilder(text);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes && !ruined.isEmpty(); i++) {
            int at = random.nextInt(ruined.length());
            int end = Math.min(ruined.length(), at + 1 + random.nextInt(random.nextInt(8) == 0 ? 100 : 4));
            switch (random.nextInt(8)) {
                case 0 -> ruined.delete(at, end);
                case 1 -> ruined.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> ruined.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
                case 3 -> ruined.insert(random.nextInt(ruined.length()), ruined.substring(at, end));
                default -> value(ruined, at, random);
            }
        }
        return ruined.toString();
    }

    /** Another value of the attribute after a place: the document stays well-formed. */
    private static void value(StringBuilder ruined, int from, RandomStream random) {
        int begin = ruined.indexOf("=\"", from);
        int end = begin < 0 ? -1 : ruined.indexOf("\"", begin + 2);
        if (end >= 0) {
            ruined.replace(begin + 2, end, VALUES.get(random.nextInt(VALUES.size())));
        }
    }

    private static FcsDataSet events() {
        float[] values = new float[100];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 7 - 50;
        }
        values[3] = Float.NaN;
        List<FcsWriter.Channel> channels = Arrays.asList(
                new FcsWriter.Channel("A", "", 1000, new Column.Singles(values)),
                new FcsWriter.Channel("B", "", 1000, new Column.Singles(values)));
        return FcsReader.read(FcsWriter.bytes(channels, Map.of()), new Findings("f", ReadingMode.LENIENT))
                .getFirst();
    }
}

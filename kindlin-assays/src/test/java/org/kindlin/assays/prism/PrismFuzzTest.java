package org.kindlin.assays.prism;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.random.RandomStream;

/** Whatever the bytes: a project and no fault, or faults and no project; nothing else escapes. */
class PrismFuzzTest {
    private static final int RUNS = Integer.getInteger("kindlin.fuzz.prism", 3_000);
    private static final long SEED = Long.getLong("kindlin.fuzz.seed", 20);
    private static final List<String> SNIPPETS = List.of(
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
            "&#x10FFFF;",
            "<!--",
            "-->",
            "<?pi?>",
            "\u0000",
            "1,5",
            "*",
            "encoding=\"UTF-7\"",
            "<XColumn/>",
            "<Title/>",
            "\uFEFF",
            "&x;");

    @Test
    void nothingEscapes() {
        RandomStream random = RandomStream.ofSeed(SEED);
        List<byte[]> samples = List.of(
                PrismSamples.file("xy_4_strike.pzfx").bytes(),
                PrismSamples.file("x_error_y_sdn.pzfx").bytes(),
                PrismSamples.file("comma_decimal.pzfx").bytes());
        int read = 0;
        for (int run = 0; run < RUNS; run++) {
            byte[] bytes =
                    samples.get((int) (random.nextDouble() * samples.size())).clone();
            int edits = 1 + (int) (4 * random.nextDouble());
            for (int edit = 0; edit < edits; edit++) {
                bytes = mutated(bytes, random);
            }
            Faults faults = new Faults();
            RawFile file = new RawFile("f.pzfx", bytes);
            PrismFiles.refused(file);
            PrismFiles.isProject(file);
            Optional<PrismProject> project = PrismReader.read(file, faults);
            assertThat(project.isPresent()).isNotEqualTo(faults.any());
            project.ifPresent(found -> found.tables().forEach(table -> PrismTidy.of("f", table, "d")));
            read += project.isPresent() ? 1 : 0;
        }
        assertThat(read).as("some still read").isBetween(RUNS / 50, RUNS);
    }

    private static byte[] mutated(byte[] bytes, RandomStream random) {
        int at = (int) (random.nextDouble() * Math.max(1, bytes.length));
        return switch ((int) (5 * random.nextDouble())) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> {
                byte[] flipped = bytes.clone();
                if (flipped.length > 0) {
                    flipped[at] = (byte) (256 * random.nextDouble());
                }
                yield flipped;
            }
            case 2 -> spliced(bytes, at, at, bytes, at, Math.min(bytes.length, at + 200));
            case 3 -> spliced(bytes, at, Math.min(bytes.length, at + 30), new byte[0], 0, 0);
            default -> {
                byte[] snippet = SNIPPETS.get((int) (SNIPPETS.size() * random.nextDouble()))
                        .getBytes(StandardCharsets.UTF_8);
                yield spliced(bytes, at, at, snippet, 0, snippet.length);
            }
        };
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] insert, int start, int end) {
        byte[] result = new byte[from + (end - start) + (bytes.length - to)];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(insert, start, result, from, end - start);
        System.arraycopy(bytes, to, result, from + (end - start), bytes.length - to);
        return result;
    }
}

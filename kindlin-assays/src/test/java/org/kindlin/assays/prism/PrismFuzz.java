package org.kindlin.assays.prism;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.kindlin.assays.fuzz.Mutations;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.Faults;

/**
 * Reads ruined Prism projects one after the other: whatever the bytes, a project and no fault, or faults and no project. {@link
 * org.kindlin.assays.fuzz.BenchFuzz} runs it by hand.
 */
public final class PrismFuzz {
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
            "\uFEFF"));

    private final List<byte[]> samples = Stream.of("xy_4_strike.pzfx", "x_error_y_sdn.pzfx", "comma_decimal.pzfx")
            .map(name -> PrismSamples.file(name).bytes())
            .toList();
    private final long[] counts = new long[2];

    /** How many were read, and how many refused. */
    public long[] counts() {
        return counts.clone();
    }

    /**
     * Makes an input and reads it.
     *
     * @throws AssertionError where there is neither a project nor a fault, or both
     */
    public void readOne(RandomGenerator random) {
        byte[] seed = samples.get(random.nextInt(samples.size()));
        RawFile file = new RawFile("f.pzfx", Mutations.ruined(seed, samples, TAGS, 2, random));
        Faults faults = new Faults();
        PrismFiles.refused(file);
        PrismFiles.isProject(file);
        boolean isRead = PrismReader.read(file, faults)
                .map(project -> project.tables().stream()
                        .mapToInt(table -> PrismTidy.of("f", table, "d").rows().size())
                        .sum())
                .isPresent();
        if (isRead == faults.any()) {
            throw new AssertionError(
                    "neither project nor faults: " + new String(file.bytes(), StandardCharsets.ISO_8859_1));
        }
        counts[isRead ? 0 : 1]++;
    }
}

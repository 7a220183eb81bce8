package org.kindlin.assays.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.InputFaultException;
import org.kindlin.numerics.random.RandomStream;

/** Ruined files are read, or refused with faults; nothing else. */
class GrowthFuzzTest {
    private static final String[] PIECES = {
        "",
        "-",
        "NaN",
        "1e308",
        "-1",
        "0",
        ",,,",
        "\n",
        "\"",
        "12/13/2024",
        "2024-02-31",
        "9999999999",
        "day",
        ";",
        "\t",
        "1,5",
        "%"
    };

    @Test
    void ruinedFilesAreReadOrRefused() {
        byte[] whole = GrowthRuns.bytes("SW837_long.csv");
        int analysed = 0;
        for (int round = 0; round < 40; round++) {
            byte[] ruined = ruin(
                    new String(whole, StandardCharsets.UTF_8),
                    RandomStream.ofSeed(11).child(round));
            try {
                var document = GrowthRuns.run(List.of(new RawFile("ruined.csv", ruined)));
                assertThat(document.results()).isNotEmpty();
                analysed++;
            } catch (InputFaultException e) {
                assertThat(e.faults()).isNotEmpty();
            }
        }
        assertThat(analysed).isBetween(1, 39);
    }

    private static byte[] ruin(String text, RandomStream random) {
        StringBuilder ruined = new StringBuilder(text);
        int wounds = 1 + random.nextInt(3);
        for (int i = 0; i < wounds && !ruined.isEmpty(); i++) {
            int at = random.nextInt(ruined.length());
            int end = Math.min(ruined.length(), at + random.nextInt(8));
            ruined.replace(at, end, PIECES[random.nextInt(PIECES.length)]);
        }
        if (random.nextInt(6) == 0) {
            ruined.setLength(random.nextInt(ruined.length() + 1));
        }
        return ruined.toString().getBytes(StandardCharsets.UTF_8);
    }
}

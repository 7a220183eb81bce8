package org.kindlin.assays.plate.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Ruined exports and noise in the build; {@link org.kindlin.assays.fuzz.BenchFuzz} runs as long as one likes. */
class PlateFuzzTest {
    private static final int INPUTS = Integer.getInteger("kindlin.fuzz", 2000);
    private static final long SEED = Long.getLong("kindlin.fuzz.seed", 1L);

    @Test
    void everyRuinedFileIsReadOrRefusedAndNothingEscapes() {
        PlateFuzz fuzz = new PlateFuzz();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < INPUTS; i++) {
            fuzz.readOne(random);
        }

        assertThat(fuzz.accepted()).as("mutants that are still files").isBetween(INPUTS / 20L, (long) INPUTS);
        assertThat(fuzz.formats()).isGreaterThanOrEqualTo(9);
    }
}

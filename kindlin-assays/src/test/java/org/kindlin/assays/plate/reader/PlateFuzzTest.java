package org.kindlin.assays.plate.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Ruined exports and noise in the build; {@link PlateFuzz} runs as long as one likes. */
class PlateFuzzTest {
    private static final int INPUTS = Integer.getInteger("kindlin.fuzz", 800);
    private static final long SEED = Long.getLong("kindlin.fuzz.seed", 1L);

    @Test
    void everyRuinedFileIsReadOrRefusedAndNothingEscapes() {
        PlateFuzz fuzz = new PlateFuzz(SEED);
        for (int i = 0; i < INPUTS; i++) {
            fuzz.readOne();
        }

        assertThat(fuzz.accepted()).as("mutants that are still files").isBetween(INPUTS / 50L, (long) INPUTS);
        assertThat(fuzz.formats()).isGreaterThanOrEqualTo(8);
    }
}

package org.kindlin.assays.prism;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever the bytes: a project and no fault, or faults and no project; nothing else escapes. */
class PrismFuzzTest {
    private static final int RUNS = Integer.getInteger("kindlin.fuzz.prism", 3_000);
    private static final long SEED = Long.getLong("kindlin.fuzz.seed", 20);

    @Test
    void nothingEscapes() {
        SplittableRandom random = new SplittableRandom(SEED);
        PrismFuzz fuzz = new PrismFuzz();
        for (int run = 0; run < RUNS; run++) {
            fuzz.readOne(random);
        }
        assertThat(fuzz.counts()[0]).as("some still read").isBetween(RUNS / 50L, (long) RUNS);
    }
}

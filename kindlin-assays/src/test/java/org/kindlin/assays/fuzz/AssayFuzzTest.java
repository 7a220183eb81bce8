package org.kindlin.assays.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Ruined experiments in the build; {@link BenchFuzz} runs as long as one likes. */
class AssayFuzzTest {
    private static final int INPUTS = Integer.getInteger("kindlin.fuzz", 500);

    private static final long SEED = Long.getLong("kindlin.fuzz.seed", 20);

    @Test
    void aRuinedExperimentEndsInADocumentOrInFaults() {
        AssayFuzz fuzz = new AssayFuzz();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < INPUTS; i++) {
            fuzz.analyseOne(random);
        }

        assertThat(fuzz.counts()).hasSize(FuzzExperiments.ALL.size());
        assertThat(fuzz.counts().values())
                .allSatisfy(count -> assertThat(count[0]).isPositive());
    }
}

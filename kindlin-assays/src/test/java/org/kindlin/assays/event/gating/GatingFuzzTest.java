package org.kindlin.assays.event.gating;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GatingFuzzTest {
    private static final int RUINED = 6_000;

    @Test
    void ruinedDocumentsAreReadOrRefusedAndNothingElse() {
        assertThat(GatingFuzz.run(RUINED, 7)).isBetween(RUINED / 10L, RUINED - RUINED / 50L);
    }
}

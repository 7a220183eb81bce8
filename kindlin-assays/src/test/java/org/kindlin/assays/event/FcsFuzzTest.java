package org.kindlin.assays.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FcsFuzzTest {
    private static final int RUINED = 60_000;

    @Test
    void ruinedFilesAreReadOrRefusedAndNothingElse() {
        long refused = FcsFuzz.run(FcsSeeds.all(), RUINED, 5);

        assertThat(refused).isBetween(RUINED / 10L, RUINED - RUINED / 10L);
    }
}

package org.kindlin.assays.cytometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.scale.LinearScale;

/** An axis shows every file's events and every limit that is near them. */
class ShownAxisTest {
    private static final ShownAxis AXIS = axis(100, 200);

    private static ShownAxis axis(double low, double high) {
        return new ShownAxis("PE-A", new double[0], new double[0], new LinearScale(1000, 0), low, high);
    }

    @Test
    void limitsBeyondAnEndAreReached() {
        ShownAxis longer = AXIS.reaching(Set.of(AXIS.shareOf(50, false), AXIS.shareOf(150, false)));

        assertThat(longer.low()).isCloseTo(47, within(1e-9));
        assertThat(longer.high()).isEqualTo(200);
        assertThat(AXIS.reaching(Set.of(AXIS.shareOf(260, false))).high()).isCloseTo(263, within(1e-9));
    }

    @Test
    void limitsFarAwayDoNotSqueezeTheEvents() {
        assertThat(AXIS.reaching(Set.of(AXIS.shareOf(900, false))).high()).isCloseTo(300, within(1e-9));
        assertThat(AXIS.reaching(Set.of()).high()).isEqualTo(200);
    }

    @Test
    void theAxisOfSeveralFilesSpansAll() {
        ShownAxis both = AXIS.spanning(axis(50, 150));

        assertThat(both.low()).isEqualTo(50);
        assertThat(both.high()).isEqualTo(200);
    }
}

package org.kindlin.numerics.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrajectoryTest {
    private static final Trajectory TRACK =
            new Trajectory(new double[] {0, 1, 2, 4}, new double[][] {{0, 0}, {3, 4}, {3, 0}, {6, 0}});

    @Test
    void shape() {
        assertThat(TRACK.pathLength()).isEqualTo(12);
        assertThat(TRACK.displacement()).isEqualTo(6);
        assertThat(TRACK.straightness()).isEqualTo(0.5);
        assertThat(TRACK.meanSpeed()).isEqualTo(3);
        assertThat(TRACK.cosineTo(1, 0)).isEqualTo(1);
        assertThat(TRACK.cosineTo(1, 1)).isCloseTo(Math.sqrt(0.5), within(1e-15));
    }

    @Test
    void aPointThatNeverMovedHasNoDirection() {
        Trajectory still = new Trajectory(new double[] {0, 1}, new double[][] {{1, 1}, {1, 1}});
        assertThat(still.straightness()).isNaN();
        assertThat(still.cosineTo(1, 0)).isNaN();
        assertThat(still.meanSpeed()).isZero();
    }

    @Test
    void timesMustRise() {
        assertThatThrownBy(() -> new Trajectory(new double[] {1, 1}, new double[][] {{0, 0}, {0, 0}}))
                .hasMessageContaining("time 1.0 after 1.0");
    }
}

package org.kindlin.assays.event.gating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EllipsoidFormTest {

    /** Forward scatter beside a logicle scale: variances 14 powers of ten apart. Inverse by hand: 1/(1 - r^2) = 1/0.75. */
    @Test
    void dimensionsOfUnlikeSizeHaveAnInverse() {
        double[][] inverse = EllipsoidForm.of(new double[][] {{4e10, 0.5 * 2e5 * 1e-2}, {0.5 * 2e5 * 1e-2, 1e-4}})
                .orElseThrow();

        assertThat(inverse[0][0] * 4e10).isCloseTo(4.0 / 3, within(1e-14));
        assertThat(inverse[1][1] * 1e-4).isCloseTo(4.0 / 3, within(1e-14));
        assertThat(inverse[0][1] * 2e3).isCloseTo(-2.0 / 3, within(1e-14));
        assertThat(inverse[1][0] * 2e3).isCloseTo(-2.0 / 3, within(1e-14));
    }

    @Test
    void dependentDimensionsHaveNone() {
        assertThat(EllipsoidForm.of(new double[][] {{4, 6}, {6, 9}})).isEmpty();
        assertThat(EllipsoidForm.of(new double[][] {{0, 0}, {0, 1}})).isEmpty();
    }
}

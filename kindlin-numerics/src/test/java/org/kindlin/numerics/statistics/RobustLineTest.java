package org.kindlin.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RobustLineTest {

    /** NumPy: 2000 steps of least squares weighted by the bisquare; one value in ten lies far below. */
    @Test
    void outliersOnOneSideDoNotMoveIt() {
        double[] x = new double[200];
        double[] y = new double[200];
        for (int i = 0; i < x.length; i++) {
            x[i] = 1 + 0.01 * i;
            y[i] = 2 + 0.5 * x[i] + 0.1 * StrictMath.sin(1.7 * i) - (i % 10 == 0 ? 1 : 0);
        }

        RobustLine line = RobustLine.fit(x, y);

        assertThat(line.intercept()).isCloseTo(2.005175887818701, within(1e-8));
        assertThat(line.slope()).isCloseTo(0.4974528435517173, within(1e-8));
        assertThat(line.scale()).isCloseTo(0.11353430662019919, within(1e-8));
    }

    @Test
    void aLineThatAllLieOnHasNoScale() {
        RobustLine line = RobustLine.fit(new double[] {1, 1, 1}, new double[] {4, 4, 4});

        assertThat(line).isEqualTo(new RobustLine(4, 0, 0));
    }
}

package org.kindlin.numerics.ode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

class JumpAheadTest {

    private static RootFunctions at(double time) {
        return new RootFunctions() {
            @Override
            public int count() {
                return 1;
            }

            @Override
            public boolean onlyOfTime() {
                return true;
            }

            @Override
            public void values(double now, double[] state, double[] values) {
                values[0] = now - time;
            }
        };
    }

    @Test
    void aStepEndsInTheLastMomentsBeforeTheJump() {
        RandomStream random = RandomStream.ofSeed(1);
        for (int run = 0; run < 1000; run++) {
            double jump = Math.exp(20 * (random.nextDouble() - 0.5));
            double from = random.nextDouble() * jump;
            JumpAhead ahead = new JumpAhead(at(jump));
            double length = ahead.length(from, 3 * jump);
            assertThat(from + length).isLessThan(jump).isGreaterThan(jump - 4 * Math.ulp(jump));
            assertThat(ahead.time()).isEqualTo(jump);
            assertThat(ahead.length(from, length / 2)).isEqualTo(length / 2);
            assertThat(ahead.length(jump, jump)).isEqualTo(jump);
        }
    }

    @Test
    void fromTheMomentBeforeThereIsNoRoom() {
        double from = Math.nextDown(1.0);
        JumpAhead ahead = new JumpAhead(at(1));
        assertThat(ahead.length(from, 1)).isLessThanOrEqualTo(0);
        assertThat(ahead.time()).isEqualTo(1);
    }

    @Test
    void whatWasSeenIsForgotten() {
        double[] jump = {2};
        JumpAhead ahead = new JumpAhead(new RootFunctions() {
            @Override
            public int count() {
                return 1;
            }

            @Override
            public boolean onlyOfTime() {
                return true;
            }

            @Override
            public void values(double now, double[] state, double[] values) {
                values[0] = now - jump[0];
            }
        });
        assertThat(ahead.length(0, 10)).isLessThan(2);
        jump[0] = 5;
        ahead.forget();
        assertThat(ahead.length(0, 10)).isBetween(4.9, 5.0);
    }
}

package org.kindlin.mechanism.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.kindlin.mechanism.model.Model;
import org.kindlin.numerics.random.RandomStream;

class CompiledModelTest {
    private static final double[] NO_PAST = new double[0];

    @Test
    void codeComputesWhatTheInterpreterDoes() {
        for (int reactions : new int[] {1, 10, 300, 1000}) {
            Equations equations =
                    ModelCompiler.equations("m", Networks.random(reactions, RandomStream.ofSeed(reactions)));
            double[] state = states(equations);
            double[] coded = values(Formulas.compiled(equations.graph(), equations.derivatives()), state, equations);
            double[] plain = values(Formulas.interpreted(equations.graph(), equations.derivatives()), state, equations);
            assertThat(coded).isEqualTo(plain);
        }
    }

    @Test
    void theJacobianIsThatOfDifferences() {
        Equations equations = ModelCompiler.equations("m", Networks.random(40, RandomStream.ofSeed(3)));
        CompiledModel model = CompiledModel.of("m", equations);
        double[] state = states(equations);
        double[] jacobian = values(model.jacobian(), state, equations);
        for (int column = 0; column < state.length; column++) {
            double step = 1e-6;
            double[] up = state.clone();
            double[] down = state.clone();
            up[column] += step;
            down[column] -= step;
            double[] above = values(model.derivatives(), up, equations).clone();
            double[] below = values(model.derivatives(), down, equations).clone();
            for (int row = 0; row < state.length; row++) {
                int index = model.pattern().index(row, column);
                double exact = index < 0 ? 0 : jacobian[index];
                assertThat(exact).isCloseTo((above[row] - below[row]) / (2 * step), within(1e-7));
            }
        }
    }

    /** The aims of the performance document, in CPU time of this thread, which a busy machine does not stretch. */
    @Test
    void compilingIsQuick() {
        Model small = Networks.random(100, RandomStream.ofSeed(1));
        for (int i = 0; i < 20; i++) {
            CompiledModel.of("m", small);
        }
        assertThat(milliseconds(small)).isLessThan(50);
        assertThat(milliseconds(Networks.random(1000, RandomStream.ofSeed(1)))).isLessThan(2000);
    }

    private static double milliseconds(Model model) {
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        CompiledModel.of("m", model);
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1e6;
    }

    private static double[] states(Equations equations) {
        double[] state = new double[equations.states().size()];
        Arrays.setAll(state, i -> 0.3 + 0.01 * (i % 17));
        return state;
    }

    private static double[] values(Formulas formulas, double[] state, Equations equations) {
        double[] out = new double[formulas.count()];
        formulas.kernel().evaluate(0.5, state, equations.given(), NO_PAST, formulas.newWork(), out);
        return out;
    }
}

package org.kindlin.mechanism.compile;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.kindlin.mechanism.model.Model;
import org.kindlin.numerics.random.RandomStream;

/** Measures compilation, in CPU time of the compiling thread: {@code CompileMain REACTIONS REPEATS}. */
final class CompileMain {
    private CompileMain() {}

    public static void main(String[] arguments) {
        Model model = Networks.random(Integer.parseInt(arguments[0]), RandomStream.ofSeed(1));
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            long start = cpu();
            Equations equations = ModelCompiler.equations("m", model);
            long built = cpu();
            new Derivatives(equations.graph(), Op.STATE).of(equations.derivatives());
            long differentiated = cpu();
            Formulas.compiled(equations.graph(), equations.derivatives());
            long coded = cpu();
            CompiledModel.of("m", equations);
            long all = cpu();
            System.out.printf(
                    Locale.ROOT,
                    "equations %.1f ms, derivatives %.1f ms, code of f %.1f ms, code of all %.1f ms; %d nodes%n",
                    (built - start) / 1e6,
                    (differentiated - built) / 1e6,
                    (coded - differentiated) / 1e6,
                    (all - coded) / 1e6,
                    equations.graph().size());
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}

package org.kindlin.mechanism.stochastic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Runs every stochastic case of the suite and prints what is out of bounds.
 *
 * <pre>java ... org.kindlin.mechanism.stochastic.StochasticSuiteMain ../shared/reference/simulation/sbml-stochastic 10000 1</pre>
 */
final class StochasticSuiteMain {
    private StochasticSuiteMain() {}

    public static void main(String[] arguments) throws IOException {
        int passed = 0;
        int all = 0;
        for (StochasticCase each : StochasticCase.in(Path.of(arguments[0]))) {
            StochasticCase.Outcome outcome = each.run(Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
            all++;
            passed += outcome.passes() ? 1 : 0;
            System.out.printf(
                    Locale.ROOT,
                    "%s mean %.3f of its range, deviation %.3f%s%n",
                    each.name(),
                    outcome.mean(),
                    outcome.deviation(),
                    outcome.passes() ? "" : " OUT");
        }
        System.out.println(passed + " of " + all);
    }
}

package org.kindlin.mechanism.stochastic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The stochastic part of the SBML Test Suite, in {@code shared/reference/simulation} beside the repository. */
class StochasticSuiteTest {

    @Test
    void everyFourthCaseLiesWithinTheSuitesBounds() throws IOException {
        // all of them, with 10,000 runs: StochasticSuiteMain
        Path suite = Path.of(System.getProperty("kindlin.root", ".."))
                .resolve("../shared/reference/simulation/sbml-stochastic")
                .normalize();
        Assumptions.assumeTrue(Files.isDirectory(suite), "no reference data at " + suite);
        List<StochasticCase> cases = StochasticCase.in(suite);
        List<String> out = new ArrayList<>();
        for (int i = 0; i < cases.size(); i += 4) {
            if (!cases.get(i).run(150, 2).passes()) {
                out.add(cases.get(i).name());
            }
        }
        assertThat(out).isEmpty();
    }
}

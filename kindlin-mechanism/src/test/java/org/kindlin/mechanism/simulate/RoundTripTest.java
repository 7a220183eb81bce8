package org.kindlin.mechanism.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.sbml.SbmlReader;
import org.kindlin.mechanism.sbml.SbmlWriter;

/** A model that is written and read again is the same model: it is written alike, and simulated alike. */
class RoundTripTest {
    @Test
    void everyCaseOfTheSuiteComesThrough() {
        Path suite = SuiteCase.suite();
        assumeTrue(Files.isDirectory(suite), "the SBML Test Suite is not here");
        List<SuiteCase> cases = SuiteCase.all(suite);
        int compared = 0;
        int simulated = 0;
        for (int i = 0; i < cases.size(); i++) {
            Model model;
            try {
                model = cases.get(i).read();
            } catch (InputFaultException refused) {
                continue;
            }
            String once = SbmlWriter.write(model);
            Model again = SbmlReader.read(cases.get(i).name(), once.getBytes(StandardCharsets.UTF_8))
                    .model();
            assertThat(SbmlWriter.write(again)).as(cases.get(i).name()).isEqualTo(once);
            compared++;
            if (i % 18 == 0) {
                assertThat(cases.get(i).run(again)).isInstanceOf(outcome(model));
                assertThat(cases.get(i).runReduced(again)).isInstanceOf(outcome(model));
                simulated++;
            }
        }
        System.out.println("SBML written and read again: " + compared + " cases alike, " + simulated
                + " of them simulated alike, also with conserved moieties eliminated");
        assertThat(compared).isGreaterThan(cases.size() * 9 / 10);
    }

    /** Flux bounds are not written, so that there is nothing to optimise afterwards. */
    private static Class<? extends SuiteCase.Outcome> outcome(Model model) {
        return model.fluxBalance().isPresent() ? SuiteCase.Outcome.Refused.class : SuiteCase.Outcome.Passed.class;
    }
}

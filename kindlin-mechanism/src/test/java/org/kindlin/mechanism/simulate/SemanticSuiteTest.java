package org.kindlin.mechanism.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The SBML Test Suite's semantic cases, as many of them as stand beside the repository: every one is passed within the
 * suite's own tolerance or refused by name, none is answered wrongly.
 */
class SemanticSuiteTest {
    private static final int FEWEST = 906;

    @Test
    void everyCaseIsRightOrRefused() {
        Path suite =
                Path.of(System.getProperty("kindlin.root", ".."), "..", "shared/reference/simulation/sbml-semantic");
        if (!Files.isDirectory(suite)) {
            System.out.println("SBML Test Suite: not run, " + suite + " is not here");
        }
        assumeTrue(Files.isDirectory(suite));
        int passed = 0;
        List<String> refused = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        List<SuiteCase> cases = SuiteCase.all(suite);
        for (SuiteCase each : cases) {
            switch (each.run()) {
                case SuiteCase.Outcome.Passed _ -> passed++;
                case SuiteCase.Outcome.Refused refusal -> refused.add(refusal.reason());
                case SuiteCase.Outcome.Wrong where -> wrong.add(each.name() + ": " + where.where());
            }
        }
        System.out.println("SBML Test Suite, semantic: " + passed + " of " + cases.size() + " passed, " + refused.size()
                + " refused, " + wrong.size() + " wrong");
        refused.forEach(reason -> System.out.println("  refused " + reason));
        assertThat(wrong).isEmpty();
        assertThat(passed).isGreaterThanOrEqualTo(Math.min(FEWEST, cases.size()));
    }
}

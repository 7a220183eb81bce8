package org.kindlin.mechanism.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kindlin.mechanism.petab.PetabReader;

/** The PEtab test suite (version 1, SBML): expected likelihood, chi-square and simulations of every case that is there. */
class PetabSuiteTest {

    @Test
    void everyCaseOfTheTestSuiteIsMet() throws IOException {
        List<Path> cases;
        try (Stream<Path> folders = Files.list(ReferenceProblems.folder().resolve("petab-test-suite/sbml"))) {
            cases = folders.sorted().toList();
        }
        assertThat(cases).isNotEmpty();
        for (Path folder : cases) {
            String name = folder.getFileName().toString();
            CompiledProblem problem = CompiledProblem.of(PetabReader.read(folder.resolve("_" + name + ".yaml")));
            PetabFit.Evaluation evaluation = PetabFit.evaluate(problem, problem.nominal());
            List<String> solution = Files.readAllLines(folder.resolve("_" + name + "_solution.yaml"));
            assertThat(evaluation.logLikelihood()).as(name).isCloseTo(number(solution, "llh"), within(1e-7));
            assertThat(evaluation.chiSquared()).as(name).isCloseTo(number(solution, "chi2"), within(1e-7));
            List<String> rows = Files.readAllLines(folder.resolve("_simulations.tsv"));
            int column = Arrays.asList(rows.getFirst().split("\t", -1)).indexOf("simulation");
            for (int i = 1; i < rows.size(); i++) {
                double want = Double.parseDouble(rows.get(i).split("\t", -1)[column]);
                assertThat(evaluation.simulated()[i - 1]).as(name).isCloseTo(want, within(1e-7));
            }
        }
    }

    private static double number(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key + ":"))
                .mapToDouble(line -> Double.parseDouble(line.substring(key.length() + 1)))
                .findFirst()
                .orElseThrow();
    }
}

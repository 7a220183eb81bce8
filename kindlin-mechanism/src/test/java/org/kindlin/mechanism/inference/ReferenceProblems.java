package org.kindlin.mechanism.inference;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.kindlin.mechanism.petab.PetabProblem;
import org.kindlin.mechanism.petab.PetabReader;

/** PEtab problems in {@code shared/reference/simulation} beside the repository (BSD-3). */
final class ReferenceProblems {
    private ReferenceProblems() {}

    static Path folder() {
        Path folder = Path.of(System.getProperty("kindlin.root", ".."))
                .resolve("../shared/reference/simulation")
                .normalize();
        Assumptions.assumeTrue(Files.isDirectory(folder), "no reference data at " + folder);
        return folder;
    }

    static PetabProblem benchmark(String name) {
        return PetabReader.read(folder().resolve("petab-benchmark/" + name + "/" + name + ".yaml"));
    }
}

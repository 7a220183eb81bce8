package org.kindlin.app;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.simulate.Observables;
import picocli.CommandLine.Option;

/** What every simulation is asked: how exact, and which variables are told. */
final class CourseOptions {
    @Option(
            names = "--abs",
            defaultValue = "1e-9",
            paramLabel = "A",
            description = "error allowed in any value, whatever its size (default: ${DEFAULT-VALUE})")
    private double absolute;

    @Option(
            names = "--rel",
            defaultValue = "1e-6",
            paramLabel = "R",
            description = "error allowed in any value, in proportion to it (default: ${DEFAULT-VALUE})")
    private double relative;

    @Option(
            names = "--variables",
            split = ",",
            paramLabel = "NAME",
            description = "what to tell, in this order (default: species, and all else that changes)")
    private List<String> variables = List.of();

    @Option(names = "--amounts", split = ",", paramLabel = "NAME", description = "species to tell as amounts")
    private List<String> amounts = List.of();

    double absolute() {
        return absolute;
    }

    double relative() {
        return relative;
    }

    boolean hasUsableTolerances() {
        return absolute > 0 && relative > 0;
    }

    List<String> variables() {
        return names(variables);
    }

    List<String> amounts() {
        return names(amounts);
    }

    Observables observables(CompiledModel compiled) {
        Set<String> asAmounts = new HashSet<>(amounts());
        return variables().isEmpty()
                ? Observables.all(compiled, asAmounts)
                : Observables.of(compiled, variables(), asAmounts);
    }

    private static List<String> names(List<String> given) {
        return given.stream().map(String::strip).filter(each -> !each.isEmpty()).toList();
    }
}

package org.kindlin.app;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.Assay;
import org.kindlin.assays.AssayRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kindlin assays}: what can be analysed, with every protocol key. */
@Command(
        name = "assays",
        description = "List the assays with every protocol key: default, meaning, type, unit.",
        footer = {"", "Example: the keys of one assay", "  kindlin assays kinase"})
final class AssaysCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "ASSAY", description = "only this one")
    private @Nullable String only;

    private final Console console;

    AssaysCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        for (Assay<?, ?, ?> assay : chosen()) {
            console.out().println(assay.name() + ": " + assay.summary());
            KeyTable.print(assay.keys(), console.out());
            console.out().println();
        }
        return ExitCode.DONE;
    }

    private List<Assay<?, ?, ?>> chosen() {
        String name = only;
        if (name == null) {
            return AssayRegistry.all();
        }
        return List.of(AssayRegistry.find(name)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), AnalyzeCommand.unknown(name))));
    }
}

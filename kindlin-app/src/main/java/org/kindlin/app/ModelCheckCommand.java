package org.kindlin.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kindlin.fault.Finding;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.ConservedMoieties;
import org.kindlin.mechanism.compile.ConservedMoiety;
import org.kindlin.mechanism.compile.Equations;
import org.kindlin.mechanism.units.UnitCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kindlin model check}: whether a model can be simulated, and whether its units agree. */
@Command(
        name = "check",
        description = {
            "Say whether a model can be simulated, where the units of its formulas do not agree, and what it conserves.",
            "Units never keep a model from being simulated: SBML defines simulation without them."
        },
        footer = {"", "Example:", "  kindlin model check model.xml"})
final class ModelCheckCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "MODEL", description = "a model file")
    private Path model;

    private final Console console;

    ModelCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CompiledModel compiled = ModelArguments.compile(model, console);
        Equations equations = compiled.equations();
        for (Finding finding : UnitCheck.check(equations.model())) {
            console.out().println(model + ": " + finding.text());
        }
        if (!equations.model().constraints().isEmpty()) {
            console.out()
                    .println(model + ": " + equations.model().constraints().size()
                            + " constraints, watched by model simulate and by nothing else");
        }
        for (ConservedMoiety moiety : ConservedMoieties.of(equations)) {
            console.out().println(model + ": reactions conserve " + moiety.text(equations));
        }
        console.out()
                .println(model + ": can be simulated: " + equations.states().size() + " states, "
                        + equations.model().reactions().size() + " reactions, "
                        + equations.events().size() + " events");
        return ExitCode.DONE;
    }
}

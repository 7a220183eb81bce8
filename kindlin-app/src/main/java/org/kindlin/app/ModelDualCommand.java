package org.kindlin.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.kindlin.mechanism.question.DualQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kindlin model dual}: what a second target adds. */
@Command(
        name = "dual",
        description = {
            "Signalling left over dose under a dual inhibitor of FAK and Pyk2 and others.",
            "The others spare Pyk2, or have a Pyk2 potency of 423 nM, the upper end of what is reported for defactinib."
        },
        footer = {
            "",
            "Example: a macrophage, which has much Pyk2",
            "  kindlin model dual --pyk2 100 --out answers --figures svg,png"
        })
final class ModelDualCommand implements Callable<Integer> {
    private static final int DRAWS = 120;
    private static final double MOST = 1e6;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--pyk2",
            defaultValue = "10",
            paramLabel = "NM",
            description = "Pyk2 in the cell, nM; 0 is allowed (default: ${DEFAULT-VALUE})")
    private double pyk2;

    @Option(
            names = "--hours",
            defaultValue = "72",
            paramLabel = "H",
            description = "hours of exposure (default: ${DEFAULT-VALUE})")
    private double hours;

    @Mixin
    private AnswerOptions options = new AnswerOptions();

    private final Console console;

    ModelDualCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!(pyk2 >= 0 && pyk2 <= MOST) || !(hours > 0 && hours <= MOST)) {
            throw new ParameterException(
                    spec.commandLine(), "--pyk2 is from 0 to 1e6, --hours above 0 and at most 1e6");
        }
        int draws = options.draws(DRAWS, spec.commandLine());
        return options.print(new DualQuestion(pyk2, hours, draws, options.seed()).answer(), console);
    }
}

package org.kindlin.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.kindlin.mechanism.question.CombinationQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kindlin model combination}: defactinib and avutometinib over one cycle. */
@Command(
        name = "combination",
        description = "Defactinib and avutometinib, alone and together, over a cycle of four weeks, doses on three.",
        footer = {"", "Example:", "  kindlin model combination --defactinib 200 --avutometinib 3.2 --out answers"})
final class ModelCombinationCommand implements Callable<Integer> {
    private static final int DRAWS = 60;
    private static final double MOST = 1e5;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--defactinib",
            defaultValue = "200",
            paramLabel = "MG",
            description = "mg twice daily (default: ${DEFAULT-VALUE})")
    private double defactinib;

    @Option(
            names = "--avutometinib",
            defaultValue = "3.2",
            paramLabel = "MG",
            description = "mg twice weekly (default: ${DEFAULT-VALUE})")
    private double avutometinib;

    @Mixin
    private AnswerOptions options = new AnswerOptions();

    private final Console console;

    ModelCombinationCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!(defactinib > 0 && defactinib <= MOST) || !(avutometinib > 0 && avutometinib <= MOST)) {
            throw new ParameterException(spec.commandLine(), "doses are above 0 and at most 100000 mg");
        }
        int draws = options.draws(DRAWS, spec.commandLine());
        return options.print(
                new CombinationQuestion(defactinib, avutometinib, draws, options.seed()).answer(), console);
    }
}

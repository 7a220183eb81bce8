package org.kindlin.app;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.kindlin.mechanism.question.EngagementQuestion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kindlin model engagement}: pFAK inhibition over a dosing interval. */
@Command(
        name = "engagement",
        description = "How much of FAK's phosphorylation defactinib takes away over a dosing interval, by dose.",
        footer = {"", "Example:", "  kindlin model engagement --doses 200,400 --out answers --figures svg,png"})
final class ModelEngagementCommand implements Callable<Integer> {
    private static final int DRAWS = 500;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--doses",
            split = ",",
            defaultValue = "200,400",
            paramLabel = "MG",
            description = "doses in mg, twice daily (default: ${DEFAULT-VALUE})")
    private List<Double> doses = List.of();

    @Option(names = "--subjects", description = "let people differ from each other as well")
    private boolean subjects;

    @Mixin
    private AnswerOptions options = new AnswerOptions();

    private final Console console;

    ModelEngagementCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (doses.isEmpty() || doses.stream().anyMatch(dose -> !(dose > 0) || dose > 1e5)) {
            throw new ParameterException(spec.commandLine(), "--doses are above 0 and at most 100000 mg");
        }
        int draws = options.draws(DRAWS, spec.commandLine());
        return options.print(new EngagementQuestion(doses, draws, options.seed(), subjects).answer(), console);
    }
}

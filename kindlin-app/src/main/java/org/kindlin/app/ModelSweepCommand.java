package org.kindlin.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kindlin model sweep}: a model's answers over a range of one parameter. */
@Command(
        name = "sweep",
        description = "What a model answers, at rest or at a time, over a range of one parameter (a dose). CSV.",
        footer = {"", "Example:", "  kindlin model sweep model.xml --parameter dose --from 1e-3 --to 10 --points 41"})
final class ModelSweepCommand implements Callable<Integer> {
    private static final int MOST_POINTS = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ResponseArguments arguments = new ResponseArguments();

    @Option(names = "--parameter", required = true, paramLabel = "NAME", description = "the parameter that is moved")
    private String parameter = "";

    @Option(names = "--from", required = true, paramLabel = "A", description = "its first value")
    private double from;

    @Option(names = "--to", required = true, paramLabel = "B", description = "its last value")
    private double to;

    @Option(
            names = "--points",
            defaultValue = "25",
            paramLabel = "N",
            description = "how many values (default: ${DEFAULT-VALUE})")
    private int points;

    @Option(names = "--linear", description = "equal differences (default: equal ratios)")
    private boolean linear;

    private final Console console;

    ModelSweepCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        boolean usable = points >= 2 && points <= MOST_POINTS && from < to && (linear || from > 0);
        if (!usable) {
            throw new ParameterException(
                    spec.commandLine(), "--from must be below --to, and positive unless --linear; --points at least 2");
        }
        ResponseArguments.Asked asked = arguments.ask(console);
        int slot = asked.slot(parameter);
        List<Optional<double[]>> answers = IntStream.range(0, points)
                .parallel()
                .mapToObj(i -> {
                    double[] given = asked.given().clone();
                    given[slot] = value(i);
                    return asked.response().of(given);
                })
                .toList();
        StringBuilder text = new StringBuilder(parameter);
        asked.names().forEach(name -> text.append(',').append(name));
        text.append('\n');
        for (int i = 0; i < points; i++) {
            text.append(value(i));
            for (int c = 0; c < asked.names().size(); c++) {
                text.append(',');
                if (answers.get(i).isPresent()) {
                    text.append(answers.get(i).get()[c]);
                }
            }
            text.append('\n');
        }
        console.out().print(text);
        long none = answers.stream().filter(Optional::isEmpty).count();
        if (none > 0) {
            console.err()
                    .println(none + " of " + points + " values have no answer " + arguments.when() + ": left empty");
        }
        return ExitCode.DONE;
    }

    private double value(int i) {
        double fraction = (double) i / (points - 1);
        if (i == points - 1) {
            return to;
        }
        return linear ? from + fraction * (to - from) : from * StrictMath.pow(to / from, fraction);
    }
}

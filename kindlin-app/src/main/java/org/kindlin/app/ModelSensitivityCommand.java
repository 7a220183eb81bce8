package org.kindlin.app;

import java.util.List;
import java.util.concurrent.Callable;
import org.kindlin.mechanism.inference.GlobalSensitivity;
import org.kindlin.mechanism.inference.ModelResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kindlin model sensitivity}: what matters to a model's answers. */
@Command(
        name = "sensitivity",
        description = {
            "How a model's answers, at rest or at a time, depend on its parameters. CSV.",
            "local: control coefficients d ln y / d ln p; morris: mean absolute elementary effect and its deviation;",
            "sobol: first-order and total index. Morris and Sobol multiply and divide parameters by up to --factor."
        },
        footer = {
            "",
            "Example:",
            "  kindlin model sensitivity model.xml --end 60 --variables pFAK --method sobol --samples 512"
        })
final class ModelSensitivityCommand implements Callable<Integer> {

    /** The three ways. */
    enum Method {
        local,
        morris,
        sobol
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private ResponseArguments arguments = new ResponseArguments();

    @Option(
            names = "--method",
            defaultValue = "local",
            paramLabel = "NAME",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Method method = Method.local;

    @Option(
            names = "--parameters",
            split = ",",
            paramLabel = "NAME",
            description = "which to move (default: every constant that is not zero)")
    private List<String> parameters = List.of();

    @Option(
            names = "--factor",
            defaultValue = "2",
            paramLabel = "F",
            description = "how far to move them (default: ${DEFAULT-VALUE})")
    private double factor;

    @Option(
            names = "--samples",
            defaultValue = "128",
            paramLabel = "N",
            description = "trajectories of morris, base samples of sobol (default: ${DEFAULT-VALUE})")
    private int samples;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "of the samples (default: ${DEFAULT-VALUE})")
    private long seed;

    private final Console console;

    ModelSensitivityCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!(factor > 1) || Double.isInfinite(factor) || samples < 2 || samples > 1_000_000) {
            throw new ParameterException(spec.commandLine(), "--factor must be above 1, --samples from 2 to 1000000");
        }
        ResponseArguments.Asked asked = arguments.ask(console);
        List<String> moved = parameters.isEmpty() ? ModelResponse.variable(asked.model()) : parameters;
        int[] slots = moved.stream().mapToInt(asked::slot).toArray();
        GlobalSensitivity study = new GlobalSensitivity(asked.response(), asked.given(), slots, factor);
        GlobalSensitivity.Indices indices = switch (method) {
            case local -> study.local();
            case morris -> study.morris(samples, seed);
            case sobol -> study.sobol(samples, seed);
        };
        print(asked.names(), moved, indices);
        if (indices.failed() > 0) {
            console.err().println(indices.failed() + " evaluations had no answer " + arguments.when());
        }
        return ExitCode.DONE;
    }

    private void print(List<String> names, List<String> moved, GlobalSensitivity.Indices indices) {
        String columns = switch (method) {
            case local -> "controlCoefficient,derivativeByLogarithm";
            case morris -> "meanAbsoluteEffect,effectDeviation";
            case sobol -> "firstOrder,total";
        };
        StringBuilder text = new StringBuilder("variable,parameter," + columns + "\n");
        for (int o = 0; o < indices.first().length; o++) {
            for (int p = 0; p < moved.size(); p++) {
                text.append(names.get(o)).append(',').append(moved.get(p)).append(',');
                text.append(number(indices.first()[o][p])).append(',');
                text.append(number(indices.second()[o][p])).append('\n');
            }
        }
        console.out().print(text);
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}

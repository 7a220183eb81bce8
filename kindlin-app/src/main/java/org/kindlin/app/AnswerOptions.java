package org.kindlin.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.kindlin.mechanism.question.Answer;
import org.kindlin.mechanism.question.AnswerJson;
import org.kindlin.mechanism.question.AnswerText;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What every question to a model can be told: draws, seed, and how to answer. */
final class AnswerOptions {
    private static final int MOST_DRAWS = 100_000;

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "draws from the priors behind every spread; 0 for none (default: depends on the question)")
    private @Nullable Integer draws;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "seed of the draws (default: 1)")
    private long seed;

    @Option(names = "--json", description = "print the answer as JSON, with every prior")
    private boolean json;

    @Option(names = "--csv", description = "print the tables as comma-separated values")
    private boolean csv;

    @Option(names = "--out", paramLabel = "DIR", description = "write the figure, the answer and its tables there")
    private @Nullable Path out;

    @Mixin
    private FigureOptions figures = new FigureOptions();

    long seed() {
        return seed;
    }

    int draws(int usual, CommandLine commandLine) {
        return draws(usual, MOST_DRAWS, commandLine);
    }

    int draws(int usual, int most, CommandLine commandLine) {
        if (draws == null) {
            return usual;
        }
        if (draws > most || draws < 0) {
            throw new ParameterException(commandLine, "--draws is from 0 to " + most);
        }
        return draws;
    }

    int print(Answer answer, Console console) throws IOException {
        if (out != null) {
            figures.write(answer.figures(), out);
            Files.writeString(
                    out.resolve(answer.question() + ".json"), AnswerJson.write(answer), StandardCharsets.UTF_8);
            Files.writeString(out.resolve(answer.question() + ".csv"), AnswerText.csv(answer), StandardCharsets.UTF_8);
        }
        console.out().print(json ? AnswerJson.write(answer) : csv ? AnswerText.csv(answer) : AnswerText.write(answer));
        return ExitCode.DONE;
    }
}

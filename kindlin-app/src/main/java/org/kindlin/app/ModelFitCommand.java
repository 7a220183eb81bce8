package org.kindlin.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.InputRecord;
import org.kindlin.mechanism.inference.CompiledProblem;
import org.kindlin.mechanism.inference.Optimum;
import org.kindlin.mechanism.inference.PetabFit;
import org.kindlin.mechanism.inference.PredictionBand;
import org.kindlin.mechanism.inference.Profile;
import org.kindlin.mechanism.petab.PetabReader;
import org.kindlin.study.json.DocumentJson;
import org.kindlin.study.record.Sha256;
import org.kindlin.study.report.TerminalStyle;
import org.kindlin.study.report.TerminalSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kindlin model fit}: parameters of a model from measurements. */
@Command(
        name = "fit",
        description = {
            "Estimate the parameters of a PEtab problem (version 1), from many starts.",
            "By maximum likelihood, or posterior where the problem has priors. --profile adds an interval for every parameter and says whether the data",
            "determine it; --predict what the data leave open about predictions; --evaluate only tells the likelihood at the nominal values."
        },
        footer = {
            "",
            "Example:",
            "  kindlin model fit problem.yaml --starts 50 --seed 1 --profile --json",
            "  kindlin model fit problem.yaml --predict --out answers --figures svg,png"
        })
final class ModelFitCommand implements Callable<Integer> {
    private static final int MOST_STARTS = 10_000;
    private static final int MOST_POINTS = 1000;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PROBLEM.yaml", description = "a PEtab problem, version 1")
    private Path problem;

    @Option(
            names = "--starts",
            defaultValue = "20",
            paramLabel = "N",
            description = {
                "searches that go to the end; eight times as many start, and the best after few steps go on",
                "(default: ${DEFAULT-VALUE})"
            })
    private int starts;

    @Option(
            names = "--iterations",
            defaultValue = "300",
            paramLabel = "N",
            description = "most steps of a search (default: ${DEFAULT-VALUE})")
    private int iterations;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "of the starts (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--profile", description = "profile likelihood of every parameter")
    private boolean profile;

    @Option(
            names = "--predict",
            description = "95 %% intervals of what the fitted model predicts for every observable that was measured")
    private boolean predict;

    @Option(
            names = "--points",
            defaultValue = "9",
            paramLabel = "N",
            description = "times of each predicted curve (default: ${DEFAULT-VALUE})")
    private int points;

    @Option(names = "--out", paramLabel = "DIR", description = "write the result, predictions.csv and the figure there")
    private @Nullable Path out;

    @Mixin
    private FigureOptions figures = new FigureOptions();

    @Option(names = "--evaluate", description = "only the likelihood at the nominal values")
    private boolean evaluate;

    @Option(names = "--json", description = "print the result as JSON")
    private boolean json;

    private final Console console;
    private List<PredictionBand> bands = List.of();

    ModelFitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (points < 2 || points > MOST_POINTS) {
            throw new ParameterException(spec.commandLine(), "--points must be from 2 to " + MOST_POINTS);
        }
        if (starts < 1 || starts > MOST_STARTS || iterations < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--starts must be from 1 to 10000, --iterations at least 1");
        }
        CompiledProblem compiled = CompiledProblem.of(PetabReader.read(problem));
        ModelFitDocument document = new ModelFitDocument(compiled, inputs(), seed);
        AnalysisDocument result = evaluate ? document.evaluation() : fitted(compiled, document);
        String predicted = bands.isEmpty() ? "" : PredictionText.table(bands);
        if (out != null) {
            write(result, out);
        }
        console.out()
                .print(
                        json
                                ? new String(DocumentJson.write(result, null), StandardCharsets.UTF_8)
                                : TerminalSummary.render(result, TerminalStyle.plain()) + predicted);
        return ExitCode.DONE;
    }

    private AnalysisDocument fitted(CompiledProblem compiled, ModelFitDocument document) {
        List<Optimum> optima = PetabFit.optima(compiled, new PetabFit.Search(starts, seed, iterations));
        boolean found = Double.isFinite(optima.getFirst().value());
        List<Profile> profiles = profile && found ? PetabFit.profiles(compiled, optima.getFirst()) : List.of();
        bands = predict && found ? PetabFit.predictions(compiled, optima.getFirst(), points) : List.of();
        return document.fit(optima, profiles, bands, iterations);
    }

    private void write(AnalysisDocument result, Path folder) throws IOException {
        figures.write(result.figures(), folder);
        Files.write(folder.resolve("fit.json"), DocumentJson.write(result, null));
        if (!bands.isEmpty()) {
            Files.writeString(folder.resolve("predictions.csv"), PredictionText.csv(bands), StandardCharsets.UTF_8);
        }
    }

    private List<InputRecord> inputs() throws IOException {
        List<InputRecord> records = new ArrayList<>();
        for (Path file : PetabReader.files(problem)) {
            records.add(new InputRecord(
                    file.toString(), Sha256.of(Files.readAllBytes(file)).hex(), false));
        }
        return records;
    }
}

package org.kindlin.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Faults;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.ensemble.CourseBands;
import org.kindlin.mechanism.ensemble.DrawnSets;
import org.kindlin.mechanism.ensemble.EnsembleAnswer;
import org.kindlin.mechanism.ensemble.ListedSets;
import org.kindlin.mechanism.ensemble.ParameterEnsemble;
import org.kindlin.mechanism.ensemble.ParameterSets;
import org.kindlin.mechanism.prior.Evidence;
import org.kindlin.mechanism.prior.Prior;
import org.kindlin.mechanism.prior.PriorParameter;
import org.kindlin.mechanism.prior.Priors;
import org.kindlin.mechanism.simulate.Observables;
import org.kindlin.mechanism.simulate.SimulationOptions;
import org.kindlin.mechanism.simulate.Simulator;
import org.kindlin.mechanism.simulate.TimeCourse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kindlin model ensemble}: courses over many parameter sets. */
@Command(
        name = "ensemble",
        description = {
            "Simulate a model with many parameter sets and tell bands over them.",
            "Sets come from a table (--parameters), else from the priors in the model's remarks, else from --vary:",
            "each named parameter multiplied or divided by up to --factor. The result does not depend on --threads."
        },
        footer = {
            "",
            "Examples:",
            "  kindlin model ensemble fak-pyk2 --end 72 --variables pY397,pY402 --draws 1000 --out answers",
            "  kindlin model ensemble model.xml --end 60 --vary k1,k2 --factor 3 --draws 10000 --csv"
        })
final class ModelEnsembleCommand implements Callable<Integer> {
    private static final int USUAL_DRAWS = 1000;
    private static final int MOST_DRAWS = 10_000_000;
    private static final int MOST_STEPS = 100_000;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description = "an SBML or Antimony (.ant) file, or a model of the library")
    private Path model;

    @Option(names = "--end", required = true, paramLabel = "T", description = "last time")
    private double end;

    @Option(
            names = "--steps",
            defaultValue = "50",
            paramLabel = "N",
            description = "equal intervals between the times told (default: ${DEFAULT-VALUE})")
    private int steps;

    @Option(
            names = "--quick",
            description = {
                "control steps 10 instead of 10,000 times more strictly than the error allowed: several times faster,",
                "and as accurate as asked for where errors of steps die out"
            })
    private boolean quick;

    @Mixin
    private CourseOptions course = new CourseOptions();

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "another value of a parameter in every set")
    private Map<String, Double> set = Map.of();

    @Option(
            names = "--parameters",
            paramLabel = "CSV",
            description = "a table of sets: parameter names on the first line, one set a line")
    private @Nullable Path table;

    @Option(
            names = "--vary",
            split = ",",
            paramLabel = "NAME",
            description = "parameters to draw, instead of the priors")
    private List<String> vary = List.of();

    @Option(
            names = "--factor",
            defaultValue = "2",
            paramLabel = "F",
            description = "how far --vary moves them, log-uniformly (default: ${DEFAULT-VALUE})")
    private double factor;

    @Option(names = "--threads", paramLabel = "N", description = "how many to use (default: one for each core)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--courses", paramLabel = "FILE", description = "write every course of every set there, as CSV")
    private @Nullable Path courses;

    @Mixin
    private AnswerOptions options = new AnswerOptions();

    private final Console console;

    ModelEnsembleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        SimulationOptions wanted = simulation();
        CompiledModel compiled = ModelArguments.compile(model, console);
        double[] given = given(compiled);
        Observables seen = course.observables(compiled);
        TimeCourse nominal = nominal(compiled, given, wanted, seen);
        List<PriorParameter> priors = table == null ? priors(compiled, given) : List.of();
        int draws = table == null ? options.draws(USUAL_DRAWS, MOST_DRAWS, spec.commandLine()) : 0;
        ParameterSets sets = table == null
                ? new DrawnSets(compiled, given, priors, draws, options.seed())
                : listed(table, compiled, given);
        CourseBands bands = new CourseBands(nominal.times().length, seen.names().size(), sets.count());
        ParameterEnsemble ensemble = new ParameterEnsemble(compiled, wanted, seen, threads);
        if (courses == null) {
            ensemble.simulate(sets, bands);
        } else {
            try (CourseFile file = new CourseFile(courses, nominal, bands)) {
                ensemble.simulate(sets, file);
            }
        }
        return options.print(
                new EnsembleAnswer(
                                compiled,
                                origin(priors),
                                new HashSet<>(course.amounts()),
                                nominal,
                                bands,
                                priors,
                                draws,
                                options.seed())
                        .answer(),
                console);
    }

    /** The course of the model's own parameters; not numbers where they have none, which matters to listed sets least. */
    private TimeCourse nominal(CompiledModel compiled, double[] given, SimulationOptions wanted, Observables seen) {
        try {
            return Simulator.run(compiled, given, wanted, seen);
        } catch (InputFaultException failed) {
            if (table == null) {
                throw failed;
            }
            double[][] none = new double[wanted.steps() + 1][seen.names().size()];
            for (double[] row : none) {
                Arrays.fill(row, Double.NaN);
            }
            return new TimeCourse(seen.names(), wanted.times(), none);
        }
    }

    private String origin(List<PriorParameter> priors) {
        if (table != null) {
            return "listed in " + table.getFileName();
        }
        String from = vary.isEmpty() ? " priors" : " parameters, each within a factor of " + factor + " of its value";
        return "drawn from " + priors.size() + from + ", seed " + options.seed();
    }

    private SimulationOptions simulation() {
        boolean usable = end >= 0
                && Double.isFinite(end)
                && steps >= 0
                && steps <= MOST_STEPS
                && course.hasUsableTolerances()
                && factor > 1
                && Double.isFinite(factor)
                && threads >= 1
                && threads <= 1024;
        if (!usable) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--end must not be below 0, --steps be from 0 to " + MOST_STEPS
                            + ", --abs and --rel be positive, --factor above 1, --threads from 1 to 1024");
        }
        SimulationOptions.Care care = quick ? SimulationOptions.Care.QUICK : SimulationOptions.Care.STRICT;
        return new SimulationOptions(0, end, steps, course.absolute(), course.relative(), options.seed(), care);
    }

    private double[] given(CompiledModel compiled) {
        double[] given = compiled.equations().given();
        Faults faults = new Faults();
        set.forEach((id, value) -> compiled.equations()
                .parameter(id)
                .ifPresentOrElse(slot -> given[slot] = value, () -> faults.add(unknown(compiled, id))));
        faults.throwIfAny();
        return given;
    }

    private static Fault unknown(CompiledModel compiled, String id) {
        return new Fault(compiled.source(), "", "the model has no parameter '" + id + "'", "mend the name");
    }

    private List<PriorParameter> priors(CompiledModel compiled, double[] given) {
        Faults faults = new Faults();
        List<PriorParameter> priors = vary.isEmpty()
                ? Priors.of(compiled.source(), compiled.equations().model(), faults)
                        .uncertain()
                : vary.stream()
                        .filter(id -> known(compiled, given, id, faults))
                        .map(id -> around(compiled, given, id))
                        .toList();
        faults.throwIfAny();
        if (priors.isEmpty()) {
            throw new InputFaultException(new Fault(
                    compiled.source(),
                    "",
                    "no parameter of the model has a prior",
                    "name some with --vary, or list sets with --parameters"));
        }
        return priors.stream().filter(each -> !set.containsKey(each.id())).toList();
    }

    private static boolean known(CompiledModel compiled, double[] given, String id, Faults faults) {
        OptionalDouble value = compiled.equations().parameter(id).stream()
                .mapToDouble(slot -> given[slot])
                .findFirst();
        if (value.isEmpty()) {
            faults.add(unknown(compiled, id));
        } else if (!(Math.abs(value.getAsDouble()) > 0) || Double.isInfinite(value.getAsDouble())) {
            faults.add(
                    compiled.source(),
                    "",
                    "'" + id + "' is " + value.getAsDouble() + ", so no factor moves it",
                    "list sets with --parameters");
            return false;
        }
        return value.isPresent();
    }

    private PriorParameter around(CompiledModel compiled, double[] given, String id) {
        double value = given[compiled.equations().parameter(id).orElseThrow()];
        Prior prior = value > 0
                ? new Prior.LogUniform(value / factor, value * factor)
                : new Prior.Uniform(value * factor, value / factor);
        return new PriorParameter(id, value, "", prior, Evidence.ASSUMED, "", "--vary within a factor of " + factor);
    }

    private static ListedSets listed(Path path, CompiledModel compiled, double[] given) throws IOException {
        try (Reader text = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            return ListedSets.read(path.toString(), text, compiled, given);
        } catch (NoSuchFileException e) {
            throw new InputFaultException(new Fault(path.toString(), "", "no such file", "check the path"));
        }
    }
}

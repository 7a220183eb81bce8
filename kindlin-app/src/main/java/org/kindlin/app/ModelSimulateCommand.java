package org.kindlin.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.MoietyReduction;
import org.kindlin.mechanism.flux.FluxTimeCourse;
import org.kindlin.mechanism.simulate.SimulationOptions;
import org.kindlin.mechanism.simulate.Simulator;
import org.kindlin.mechanism.simulate.TimeCourse;
import org.kindlin.mechanism.stochastic.RunMethod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kindlin model simulate}: a time course of a model. */
@Command(
        name = "simulate",
        description = {
            "Simulate a model over time.",
            "Species are given as concentrations unless --amounts names them; compartments, parameters,",
            "species references and reactions (their speeds) can be asked for as well.",
            "Where a constraint of the model is broken, standard error says when; the values are given all the same.",
            "A model that asks for a flux balance (SBML fbc) and has no kinetic laws is given its optimal fluxes."
        },
        footer = {
            "",
            "Example: 100 time units in 50 steps, S1 as an amount",
            "  kindlin model simulate model.xml --end 100 --steps 50 --variables S1,S2,k1 --amounts S1 --csv"
        })
final class ModelSimulateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description = "an SBML or Antimony (.ant) file, or a model of the library: fak-pyk2, defactinib-pk ...")
    private Path model;

    @Option(
            names = "--start",
            defaultValue = "0",
            paramLabel = "T",
            description = "first time (default: ${DEFAULT-VALUE})")
    private double start;

    @Option(names = "--end", paramLabel = "T", description = "last time; needed, but for a flux balance")
    private @Nullable Double end;

    @Option(
            names = "--steps",
            defaultValue = "100",
            paramLabel = "N",
            description = "equal intervals between the times told (default: ${DEFAULT-VALUE})")
    private int steps;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description =
                    "of random numbers, and of the order of events that nothing else orders (default: ${DEFAULT-VALUE})")
    private long seed;

    @Mixin
    private CourseOptions course = new CourseOptions();

    @Option(
            names = "--stochastic",
            description = "reactions as random jumps; kinetic laws are propensities, amounts count molecules")
    private boolean stochastic;

    @Option(
            names = "--runs",
            defaultValue = "1",
            paramLabel = "N",
            description = "of more than one random run, mean and standard deviation (default: ${DEFAULT-VALUE})")
    private int runs;

    @Option(
            names = "--next-reaction",
            description = "exact jumps by the next-reaction method: faster where each of many reactions touches few")
    private boolean nextReaction;

    @Option(names = "--tau-leaping", description = "many jumps at once where propensities hardly change")
    private boolean tauLeaping;

    @Option(
            names = "--reduce",
            description = "leave out states that conserved sums determine; the results are the same")
    private boolean reduce;

    @Option(names = "--csv", description = "comma-separated values at full precision")
    private boolean csv;

    private final Console console;

    ModelSimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (stochastic) {
            print(random());
            return ExitCode.DONE;
        }
        CompiledModel compiled = compiled();
        List<String> names = course.variables();
        boolean flux = FluxTimeCourse.asked(compiled.equations().model(), names);
        if (end == null && !flux) {
            throw new ParameterException(spec.commandLine(), "--end T is needed: until when?");
        }
        SimulationOptions options = end == null ? options(start, 0) : options(end, steps);
        print(flux ? FluxTimeCourse.of(compiled, names, options) : simulated(compiled, options));
        return ExitCode.DONE;
    }

    private void print(TimeCourse course) {
        console.out().print(csv ? TimeCourseText.csv(course) : TimeCourseText.table(course));
    }

    private TimeCourse random() {
        if (end == null || runs < 1) {
            throw new ParameterException(spec.commandLine(), "--end T is needed, and --runs must be at least 1");
        }
        if (tauLeaping && nextReaction) {
            throw new ParameterException(spec.commandLine(), "--tau-leaping or --next-reaction, not both");
        }
        RunMethod method =
                tauLeaping ? RunMethod.TAU_LEAPING : nextReaction ? RunMethod.NEXT_REACTION : RunMethod.EXACT;
        RandomCourse.Wish wish = new RandomCourse.Wish(runs, method, course.variables(), course.amounts());
        return RandomCourse.simulate(model, console, options(end, steps), wish);
    }

    private CompiledModel compiled() {
        CompiledModel whole = ModelArguments.compile(model, console);
        return reduce ? CompiledModel.of(whole.source(), MoietyReduction.reduce(whole.equations())) : whole;
    }

    private TimeCourse simulated(CompiledModel compiled, SimulationOptions options) {
        TimeCourse told = Simulator.run(compiled, options, course.observables(compiled));
        ConstraintText.lines(compiled.source(), compiled.equations().model(), told.breaches())
                .forEach(console.err()::println);
        return told;
    }

    private SimulationOptions options(double last, int intervals) {
        boolean usable = last >= start
                && Double.isFinite(start)
                && Double.isFinite(last)
                && intervals >= 0
                && intervals <= 10_000_000
                && course.hasUsableTolerances();
        if (!usable) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--end must not be before --start, --steps be from 0 to 10000000, --abs and --rel be positive");
        }
        return new SimulationOptions(start, last, intervals, course.absolute(), course.relative(), seed);
    }
}

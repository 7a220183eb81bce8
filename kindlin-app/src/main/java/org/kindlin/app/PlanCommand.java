package org.kindlin.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.fault.Faults;
import org.kindlin.lab.plan.AssayPlan;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.Planner;
import org.kindlin.lab.plan.PrecisionStudy;
import org.kindlin.lab.plan.growth.GrowthPlan;
import org.kindlin.lab.plan.growth.GrowthPlanner;
import org.kindlin.study.plan.GrowthPlanFiles;
import org.kindlin.study.plan.PlanFiles;
import org.kindlin.study.plan.PlanFolder;
import org.kindlin.study.report.PaperSize;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kindlin plan}: what to pipette, where and when. */
@Command(
        name = "plan",
        description = "Plan an assay: dilutions, plate layout, pick lists, worksheet, timeline.",
        footer = {
            "",
            "Example: defactinib on FAK and Pyk2, begun at half past nine",
            "  kindlin plan kinase --out plan --start 09:30 --set targets=\"FAK, Pyk2\" --set form=\"free base\"",
            "  kindlin lab kinase --plan plan --out plates",
            "  kindlin analyze kinase plates/fak-1.csv plates/pyk2-1.csv --layout plan/layout.csv --set atp=10uM",
            "",
            "'kindlin plan ASSAY --keys' lists every setting with unit and default."
        })
final class PlanCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** The names of what can be planned, for the help text. */
    static final class Assays implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.concat(Planner.all().stream().map(AssayPlan::assay), Stream.of("growth"))
                    .sorted()
                    .iterator();
        }
    }

    @Parameters(
            index = "0",
            paramLabel = "ASSAY",
            completionCandidates = Assays.class,
            description = "one of: ${COMPLETION-CANDIDATES}")
    private String assay;

    @Option(names = "--out", paramLabel = "DIR", description = "new folder for the plan")
    private @Nullable Path out;

    @Option(names = "--animals", paramLabel = "FILE", description = "growth: table of the animals there are")
    private @Nullable Path animals;

    @Option(names = "--keys", description = "list the settings instead of planning")
    private boolean keys;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "a setting")
    private List<String> set = new ArrayList<>();

    @Option(names = "--start", paramLabel = "HH:MM", description = "when work begins (default: 09:00)")
    private @Nullable String start;

    @Option(names = "--paper", defaultValue = "A4", description = "a4, letter (default: ${DEFAULT-VALUE})")
    private PaperSize paper;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "seed of the layout and of simulations (default: ${DEFAULT-VALUE})")
    private long seed;

    private final Console console;

    PlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return assay.equals(GrowthPlanner.ASSAY) ? growth() : bench();
    }

    private int bench() {
        AssayPlan found = Planner.find(assay)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "there is no plan for '" + assay + "'; there are: "
                                + String.join(
                                        ", ",
                                        Planner.all().stream()
                                                .map(AssayPlan::assay)
                                                .toList())));
        if (keys) {
            KeyTable.print(found.keys(), console.out());
            return ExitCode.DONE;
        }
        Path folder = folder();
        List<String> stated = new ArrayList<>(set);
        if (start != null) {
            stated.add("start=" + start);
        }
        Plan plan = plan(found, SettingArguments.of(stated, spec.commandLine()));
        PlanFolder.write(folder, PlanFiles.of(plan, paper)).forEach(console.out()::println);
        plan.remarks().warnings().forEach(warning -> console.err().println("note: " + warning.message()));
        return ExitCode.DONE;
    }

    private Path folder() {
        if (out == null) {
            throw new ParameterException(spec.commandLine(), "--out DIR is needed: where should the plan go?");
        }
        return out;
    }

    /** Animals instead of plates. */
    private int growth() {
        if (keys) {
            KeyTable.print(GrowthPlanner.keys(), console.out());
            return ExitCode.DONE;
        }
        Path folder = folder();
        Faults faults = new Faults();
        Optional<RawFile> candidates = Optional.ofNullable(animals).flatMap(path -> FileArguments.raw(path, faults));
        faults.throwIfAny();
        try (ProgressLine line = new ProgressLine(console, System::nanoTime)) {
            GrowthPlan plan = GrowthPlanner.plan(
                    SettingArguments.of(set, spec.commandLine()),
                    candidates,
                    seed,
                    size -> line.show("simulated studies of " + size + " animals in each arm"));
            PlanFolder.write(folder, GrowthPlanFiles.of(plan, paper)).forEach(console.out()::println);
            plan.warnings().forEach(warning -> console.err().println("note: " + warning.message()));
        }
        return ExitCode.DONE;
    }

    private Plan plan(AssayPlan found, Settings settings) {
        AtomicInteger done = new AtomicInteger();
        try (ProgressLine line = new ProgressLine(console, System::nanoTime)) {
            return PrecisionStudy.plan(
                    found,
                    settings,
                    seed,
                    what -> line.show("simulated experiments: " + done.incrementAndGet() + ", " + what));
        }
    }
}

package org.kindlin.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kindlin.study.ExperimentOutcome;
import org.kindlin.study.RunOptions;
import org.kindlin.study.StudyOutcome;
import org.kindlin.study.StudyRunner;
import org.kindlin.study.record.KeptAnalysis;
import org.kindlin.study.report.StudyReports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kindlin run}: the whole study. */
@Command(
        name = "run",
        description = "Run a study: analyses, record, report. Only what changed is run again.",
        footer = {
            "",
            "Example:",
            "  kindlin run examples/defactinib",
            "  kindlin run examples/defactinib --only kinase --force",
            "  kindlin run examples/defactinib --figures png,pdf    for slides and manuscripts, beside the SVG"
        })
final class RunCommand implements Callable<Integer> {
    private static final int MOST_VERDICTS = 3;

    @Parameters(index = "0", paramLabel = "STUDY", description = "study folder, or its study.yaml")
    private Path study;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where results, record and report go (default: STUDY/out)")
    private @Nullable Path out;

    @Option(names = "--only", paramLabel = "EXPERIMENT", description = "run only this one; may be repeated")
    private List<String> only = new ArrayList<>();

    @Option(names = "--force", description = "run even what the record holds already")
    private boolean force;

    @Option(
            names = "--figures",
            paramLabel = "FORMAT",
            split = ",",
            description = "write every figure in these formats too: png, pdf (SVG is always written)")
    private List<FigureFormat> figures = new ArrayList<>();

    private final Console console;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        StudyOutcome outcome;
        try (ProgressLine line = new ProgressLine(console, System::nanoTime)) {
            RunOptions options = new RunOptions(Optional.ofNullable(out), new LinkedHashSet<>(only), force);
            outcome = new StudyRunner(StudyReports.standard(), new RunProgress(line)).run(study, options);
        }
        writeFigures(outcome);
        print(outcome);
        outcome.faults().forEach(fault -> console.err().println(fault));
        return outcome.faults().isEmpty() ? ExitCode.DONE : ExitCode.INPUT;
    }

    /** The formats asked for beside SVG, which the run itself keeps in place. */
    private void writeFigures(StudyOutcome outcome) throws IOException {
        Set<FigureFormat> formats = new TreeSet<>(figures);
        formats.remove(FigureFormat.SVG);
        if (formats.isEmpty()) {
            return;
        }
        for (ExperimentOutcome experiment : outcome.experiments()) {
            Optional<KeptAnalysis> result = experiment.result();
            if (result.isPresent()) {
                FigureFormat.write(
                        result.get().document().figures(), formats, outcome.figureFolder(experiment.experiment()));
            }
        }
    }

    private void print(StudyOutcome outcome) {
        boolean nothing = outcome.experiments().stream().allMatch(ExperimentOutcome.Unchanged.class::isInstance);
        console.out().println(outcome.study().title());
        outcome.experiments().forEach(this::print);
        if (nothing) {
            console.out().println("nothing to do: every result is up to date");
        }
        outcome.report().forEach(file -> console.out().println("report: " + file));
    }

    private void print(ExperimentOutcome outcome) {
        console.out().println("  " + outcome.experiment().name() + ": " + word(outcome));
        outcome.result().ifPresent(kept -> print(kept.document().verdicts()));
    }

    /** The leading sentences; the report has them all. */
    private void print(List<String> verdicts) {
        verdicts.stream().limit(MOST_VERDICTS).forEach(verdict -> console.out().println("    " + verdict));
        int more = verdicts.size() - MOST_VERDICTS;
        if (more > 0) {
            console.out().println("    and " + more + " more in the report");
        }
    }

    private static String word(ExperimentOutcome outcome) {
        return switch (outcome) {
            case ExperimentOutcome.Ran ran ->
                switch (ran.cause()) {
                    case NEW -> "analysed";
                    case CHANGED -> "analysed again, since its input or Kindlin changed";
                    case FORCED -> "analysed again, as asked";
                    case DAMAGED -> "analysed again, since its record was damaged";
                };
            case ExperimentOutcome.Unchanged unchanged -> "unchanged";
            case ExperimentOutcome.Faulty faulty -> "cannot be analysed; see the faults";
            case ExperimentOutcome.NotRun notRun -> "not run";
        };
    }
}

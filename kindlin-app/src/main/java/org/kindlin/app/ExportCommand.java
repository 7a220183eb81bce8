package org.kindlin.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kindlin.study.FinishedStudy;
import org.kindlin.study.RunOptions;
import org.kindlin.study.StudyOutcome;
import org.kindlin.study.StudyRunner;
import org.kindlin.study.export.ExportFile;
import org.kindlin.study.export.ExportFormat;
import org.kindlin.study.export.ExportTarget;
import org.kindlin.study.export.FixedZip;
import org.kindlin.study.export.StudyTables;
import org.kindlin.study.export.crate.RoCrate;
import org.kindlin.study.report.StudyReports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kindlin export}: results for other programs. */
@Command(
        name = "export",
        description = {
            "Export results, the data behind them and their provenance for other programs.",
            "Brings the study up to date first, as 'run' does. Nothing is written where an experiment cannot be analysed."
        },
        footer = {
            "",
            "Example:",
            "  kindlin export examples/defactinib --format xlsx --out defactinib.xlsx",
            "  kindlin export examples/defactinib --format ro-crate --out defactinib.zip --license CC-BY-4.0",
            "",
            "csv, parquet: a file for each table (estimates, tests, quality, warnings, verdicts, data, exclusions,",
            "analyses, inputs, protocol, columns). xlsx: the same as sheets. pzfx: curves for GraphPad Prism 5 and later.",
            "ro-crate: the whole study with its data, as a folder, or as an archive where --out ends in .zip."
        })
final class ExportCommand implements Callable<Integer> {
    private static final String CRATE = "ro-crate";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "STUDY", description = "study folder, or its study.yaml")
    private Path study;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "csv, parquet, xlsx, pzfx or ro-crate")
    private String format;

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description = "the file, or the folder of a format with several (default: in RESULTS/export)")
    private @Nullable Path out;

    @Option(names = "--only", paramLabel = "EXPERIMENT", description = "export only this one; may be repeated")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--results",
            paramLabel = "RESULTS",
            description = "where the study's results and record are (default: STUDY/out)")
    private @Nullable Path results;

    @Option(
            names = "--license",
            paramLabel = "LICENSE",
            description = "licence of an ro-crate: an SPDX identifier or a URL")
    private @Nullable String license;

    private final Console console;

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<ExportFormat> tables = tableFormat();
        FinishedStudy finished = finished();
        if (tables.isPresent()) {
            write(tables.get(), finished);
        } else {
            crate(finished);
        }
        return ExitCode.DONE;
    }

    /** The format of tables or curves; empty for a crate. */
    private Optional<ExportFormat> tableFormat() {
        if (format.equalsIgnoreCase(CRATE)) {
            return Optional.empty();
        }
        return Optional.of(format(format, spec));
    }

    /** The format of that name. */
    static ExportFormat format(String name, CommandSpec spec) {
        for (ExportFormat known : ExportFormat.values()) {
            if (known.toString().equals(name.toLowerCase(Locale.ROOT))) {
                return known;
            }
        }
        throw new ParameterException(
                spec.commandLine(), "there is no format '" + name + "'; there are: csv, parquet, xlsx, pzfx, ro-crate");
    }

    private FinishedStudy finished() {
        Set<String> wanted = new LinkedHashSet<>(only);
        StudyOutcome outcome;
        try (ProgressLine line = new ProgressLine(console, System::nanoTime)) {
            RunOptions options = new RunOptions(Optional.ofNullable(results), wanted, false);
            outcome = new StudyRunner(StudyReports.standard(), new RunProgress(line)).run(study, options);
        }
        return FinishedStudy.of(outcome, wanted);
    }

    private void write(ExportFormat wanted, FinishedStudy finished) {
        List<ExportFile> files = wanted.files(StudyTables.content(finished));
        Path place = place(finished, wanted.defaultName());
        if (wanted.isOneFile()) {
            console.out().println(ExportTarget.file(place, files.getFirst().content()));
        } else {
            ExportTarget.folder(place, files).forEach(console.out()::println);
        }
    }

    private void crate(FinishedStudy finished) {
        List<ExportFile> files = RoCrate.of(finished, Optional.ofNullable(license));
        Path place = place(finished, CRATE);
        if (place.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            console.out().println(ExportTarget.file(place, FixedZip.of(files)));
        } else {
            ExportTarget.folder(place, files);
            console.out().println(place);
        }
    }

    private Path place(FinishedStudy finished, String defaultName) {
        return out == null ? finished.out().resolve("export").resolve(defaultName) : out;
    }
}

package org.kindlin.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.format.PlateFileFormat;
import org.kindlin.assays.plate.reader.PlateFileReport;
import org.kindlin.assays.plate.reader.PlateReaders;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Finding;
import org.kindlin.fault.ReadingMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kindlin formats}: what can be read; with files, what each is and everything noticed in it. */
@Command(
        name = "formats",
        description = {
            "List the file formats that can be read. A file's format is found by its content, not its name.",
            "With files: what each was recognised as, its plates and reads, and one line per finding."
        },
        footer = {"", "Examples:", "  kindlin formats", "  kindlin formats plate1.xlsx plate2.txt --reading strict"})
final class FormatsCommand implements Callable<Integer> {
    private static final int MOST_READS = 12;

    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Plate-reader files to look at.")
    private List<Path> files = List.of();

    @Option(
            names = "--reading",
            paramLabel = "MODE",
            description = "strict: deviations are faults; lenient, report: they are told (default: report).")
    private ReadingMode mode = ReadingMode.REPORT;

    FormatsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (files.isEmpty()) {
            list();
            return ExitCode.DONE;
        }
        boolean allGood = true;
        for (Path file : files) {
            allGood &= tell(file);
        }
        return allGood ? ExitCode.DONE : ExitCode.INPUT;
    }

    private boolean tell(Path path) {
        Faults faults = new Faults();
        Optional<RawFile> file = FileArguments.raw(path, faults);
        faults.all().forEach(console.err()::println);
        if (file.isEmpty()) {
            return false;
        }
        PlateFileReport report = PlateReaders.report(file.get(), mode);
        console.out().println(path + ": " + report.contents());
        report.plates().forEach(this::tell);
        for (Finding finding : report.findings()) {
            console.out()
                    .println(path + ":" + (finding.place().isEmpty() ? " " : "")
                            + finding.text().replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ") + " ["
                            + finding.severity().name().toLowerCase(Locale.ROOT) + "]");
        }
        return report.faults().isEmpty();
    }

    private void tell(Plate plate) {
        String name = plate.identifier().isEmpty() ? "" : " '" + plate.identifier() + "'";
        console.out()
                .println(
                        "  plate" + name + ", " + plate.format() + (plate.date().isEmpty() ? "" : ", " + plate.date()));
        for (PlateRead read : plate.reads().stream().limit(MOST_READS).toList()) {
            console.out()
                    .println("    " + read.name() + ": " + read.measured() + " of "
                            + read.readings().size() + " wells" + (read.unit().isEmpty() ? "" : ", " + read.unit())
                            + (read.calculated() ? ", calculated by the reader's software" : ""));
        }
        if (plate.reads().size() > MOST_READS) {
            console.out().println("    and " + (plate.reads().size() - MOST_READS) + " more reads");
        }
    }

    private void list() {
        console.out().println("plate readers");
        for (PlateFileFormat format : PlateReaders.formats()) {
            String vendor = format.vendor().isEmpty() ? "any" : format.vendor();
            console.out().println("  " + format.name() + " (" + vendor + "): " + format.recognises());
        }
        console.out().println();
        console.out().println("plate maps");
        console.out()
                .println(
                        "  grid (any): blocks of rows A.. by columns 1.. under a title: compound, concentration, role, ...");
        console.out()
                .println(
                        "  tidy (any): one row a well: well, role, compound, form, concentration, unit, replicate, ...");
        console.out().println();
        console.out().println("tables");
        console.out()
                .println(
                        "  tidy (any): one header line, one observation a row; separator, decimal mark, encoding sniffed");
        console.out()
                .println(
                        "  GraphPad Prism XML (GraphPad): <GraphPadPrismFile>; an XY table, its data sets as curves (.pzfx)");
    }
}

package org.kindlin.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.Version;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.allotrope.AllotropeWriter;
import org.kindlin.assays.plate.reader.PlateReaders;
import org.kindlin.fault.Faults;
import org.kindlin.study.export.ExportTarget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kindlin convert}: a plate-reader file in another format. */
@Command(
        name = "convert",
        description = {
            "Convert a plate-reader file. Every reading, with the reason of a missing one, comes through.",
            "allotrope: Allotrope Simple Model JSON, manifest plate-reader/REC/2025/03."
        },
        footer = {"", "Example:", "  kindlin convert plate.csv --to allotrope --out plate.json"})
final class ConvertCommand implements Callable<Integer> {
    private static final String ALLOTROPE = "allotrope";

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "a plate-reader file; 'kindlin formats' lists what is read")
    private Path file;

    @Option(names = "--to", required = true, paramLabel = "FORMAT", description = "allotrope")
    private String format;

    @Option(names = "--out", paramLabel = "FILE", description = "where it goes (default: FILE.json)")
    private @Nullable Path out;

    private final Console console;

    ConvertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!format.toLowerCase(Locale.ROOT).equals(ALLOTROPE)) {
            throw new ParameterException(
                    spec.commandLine(), "there is no format '" + format + "' to convert to; there is: " + ALLOTROPE);
        }
        Faults faults = new Faults();
        List<InputFile> files = FileArguments.read(List.of(file), List.of(), false, faults);
        faults.throwIfAny();
        RawFile source = files.getFirst().data();
        List<Plate> plates = PlateReaders.read(source);
        byte[] document = AllotropeWriter.write(source, plates, Version.current());
        Path place = out == null ? file.resolveSibling(file.getFileName() + ".json") : out;
        console.out().println(ExportTarget.file(place, document));
        return ExitCode.DONE;
    }
}

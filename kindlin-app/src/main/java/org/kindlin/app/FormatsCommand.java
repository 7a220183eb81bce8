package org.kindlin.app;

import java.util.concurrent.Callable;
import org.kindlin.assays.plate.format.PlateFileFormat;
import org.kindlin.assays.plate.reader.PlateReaders;
import picocli.CommandLine.Command;

/** {@code kindlin formats}: what can be read. */
@Command(
        name = "formats",
        description = "List the file formats that can be read. A file's format is found by its content, not its name.",
        footer = {"", "Example:", "  kindlin formats"})
final class FormatsCommand implements Callable<Integer> {
    private final Console console;

    FormatsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
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
        return ExitCode.DONE;
    }
}

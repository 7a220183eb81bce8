package org.kindlin.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Faults;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.antimony.AntimonyWriter;
import org.kindlin.mechanism.export.GraphMl;
import org.kindlin.mechanism.export.SbgnMl;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.sbml.SbmlWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kindlin model convert}: a model in another format. */
@Command(
        name = "convert",
        description = "Write a model in another format: Antimony, SBML Level 3 Version 2, GraphML or SBGN-ML.",
        footer = {
            "",
            "Example: a model of the library as SBML, for any other simulator",
            "  kindlin model convert fak-pyk2 --to sbml --out fak-pyk2.xml"
        })
final class ModelConvertCommand implements Callable<Integer> {
    /** Formats a model can be written in, named on the command line in lower case. */
    enum Format {
        ANTIMONY,
        SBML,
        GRAPHML,
        SBGN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description = "an SBML or Antimony (.ant) file, or a model of the library: fak-pyk2, defactinib-pk ...")
    private Path model;

    @Option(names = "--to", required = true, paramLabel = "FORMAT", description = "one of: ${COMPLETION-CANDIDATES}")
    private Format format;

    @Option(names = "--out", paramLabel = "FILE", description = "write to this file instead of standard output")
    private @Nullable Path out;

    private final Console console;

    ModelConvertCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Model read = ModelArguments.read(model, console);
        if (format == Format.SBML && read.fluxBalance().isPresent()) {
            console.err().println(model + ": flux bounds and objectives are not written; the rest is");
        }
        String text = text(read);
        if (out == null) {
            console.out().print(text);
        } else {
            write(out, text);
        }
        return ExitCode.DONE;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new InputFaultException(
                    new Fault(file.toString(), "", "cannot be written", "check that its folder exists and is yours"));
        }
    }

    private String text(Model read) {
        return switch (format) {
            case SBML -> SbmlWriter.write(read);
            case GRAPHML -> GraphMl.write(read);
            case SBGN -> SbgnMl.write(read);
            case ANTIMONY -> {
                Faults faults = new Faults();
                Optional<String> written = AntimonyWriter.write(model.toString(), read, faults);
                faults.throwIfAny();
                yield written.orElseThrow(() -> new IllegalStateException("no text and no fault"));
            }
        };
    }
}

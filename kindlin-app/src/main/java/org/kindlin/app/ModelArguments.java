package org.kindlin.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Finding;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.antimony.AntimonyReader;
import org.kindlin.mechanism.antimony.Imports;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.library.ModelLibrary;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.sbml.SbmlDocument;
import org.kindlin.mechanism.sbml.SbmlReader;

/** Models named on the command line. */
final class ModelArguments {
    private static final long LARGEST_BYTES = 256L << 20;

    private ModelArguments() {}

    /** Reads a model: SBML, Antimony (*.ant), or one of the library by name; what was noticed goes to standard error. */
    static Model read(Path path, Console console) {
        if (ModelLibrary.names().contains(path.toString()) && !Files.exists(path)) {
            return ModelLibrary.model(path.toString());
        }
        if (path.toString().endsWith(".ant")) {
            return antimony(path);
        }
        SbmlDocument document = SbmlReader.read(path.toString(), bytes(path), source -> beside(path, source));
        for (Finding warning : document.warnings()) {
            console.err().println(path + ": " + warning.text());
        }
        return document.model();
    }

    /** Reads and compiles a model. */
    static CompiledModel compile(Path path, Console console) {
        return CompiledModel.of(path.toString(), read(path, console));
    }

    private static Model antimony(Path path) {
        Faults faults = new Faults();
        String text = new String(bytes(path), StandardCharsets.UTF_8);
        Imports imports = name -> beside(path, name)
                .map(found -> new String(found, StandardCharsets.UTF_8))
                .or(() -> ModelLibrary.text(name));
        Optional<Model> model = AntimonyReader.read(path.toString(), text, imports, faults);
        faults.throwIfAny();
        return model.orElseThrow(() -> fault(path, "holds no model", "write model name ... end"));
    }

    /** A file that the model names: one in its own folder or below, no other. */
    private static Optional<byte[]> beside(Path model, String source) {
        try {
            Path folder = model.toAbsolutePath().normalize().resolveSibling("").toRealPath();
            Path file = folder.resolve(source);
            boolean usable = Files.isRegularFile(file)
                    && file.toRealPath().startsWith(folder)
                    && Files.size(file) <= LARGEST_BYTES;
            return usable ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(Path path) {
        try {
            if (Files.isDirectory(path)) {
                throw fault(path, "is a folder", "name a file in it");
            }
            if (Files.size(path) > LARGEST_BYTES) {
                throw fault(path, "is larger than 256 MiB", "check that it is the right file");
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw fault(path, "no such file", "check the path");
        } catch (IOException e) {
            throw fault(path, "cannot be read: " + e.getMessage(), "check its permissions");
        }
    }

    private static InputFaultException fault(Path path, String problem, String remedy) {
        return new InputFaultException(new Fault(path.toString(), "", problem, remedy));
    }
}

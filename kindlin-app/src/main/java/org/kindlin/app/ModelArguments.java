package org.kindlin.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Finding;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.sbml.SbmlDocument;
import org.kindlin.mechanism.sbml.SbmlReader;

/** Models named on the command line. */
final class ModelArguments {
    private static final long LARGEST_BYTES = 256L << 20;

    private ModelArguments() {}

    /** Reads a model; what was noticed in it goes to standard error. */
    static Model read(Path path, Console console) {
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

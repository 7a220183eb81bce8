package org.kindlin.assays.image.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.kindlin.assays.input.RawFile;

/** Reference images that lie beside the repository; a test that needs one says so and ends where it is absent. */
public final class ReferenceImages {
    private ReferenceImages() {}

    /** A file of {@code ../shared/reference/imaging}; empty, with a printed line, where it is absent. */
    public static Optional<RawFile> find(String name) {
        Path root = Path.of(System.getProperty("kindlin.root", "..")).toAbsolutePath();
        Path path =
                root.resolveSibling("shared/reference/imaging").resolve(name).normalize();
        if (!Files.isRegularFile(path)) {
            System.out.println("skipped: no reference file " + name);
            return Optional.empty();
        }
        try {
            return Optional.of(new RawFile(path.toString(), Files.readAllBytes(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

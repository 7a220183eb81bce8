package org.kindlin.assays.prism;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.Faults;

/** Files that Prism wrote; their README says where they are from. */
final class PrismSamples {
    private PrismSamples() {}

    static RawFile file(String name) {
        try (InputStream stream = Objects.requireNonNull(PrismSamples.class.getResourceAsStream(name), name)) {
            return new RawFile(name, stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RawFile text(String content) {
        return new RawFile("p.pzfx", content.getBytes(StandardCharsets.UTF_8));
    }

    static PrismProject read(RawFile file) {
        Faults faults = new Faults();
        PrismProject project = PrismReader.read(file, faults).orElseThrow(() -> new AssertionError(faults.all()));
        faults.throwIfAny();
        return project;
    }
}

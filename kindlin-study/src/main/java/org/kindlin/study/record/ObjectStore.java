package org.kindlin.study.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Content by its hash: every object is one immutable file, {@code sha256/ab/cdef...}.
 *
 * <p>What is read is checked: an object whose bytes no longer give its name is as good as absent.
 */
public final class ObjectStore {
    private final Path folder;

    ObjectStore(Path folder) {
        this.folder = folder;
    }

    /** What stands under an object's name. */
    public enum State {
        INTACT,
        DAMAGED,
        MISSING
    }

    /** Keeps content and returns its name; content that is kept already is not written again. */
    public Sha256 put(byte[] content) {
        Sha256 name = Sha256.of(content);
        AtomicFiles.writeIfDifferent(file(name), content);
        return name;
    }

    /** The content of an object; empty where it is missing or damaged. */
    public Optional<byte[]> find(Sha256 name) {
        Path file = file(name);
        try {
            byte[] content = Files.readAllBytes(file);
            return Sha256.of(content).equals(name) ? Optional.of(content) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public State state(Sha256 name) {
        if (!Files.exists(file(name))) {
            return State.MISSING;
        }
        return find(name).isPresent() ? State.INTACT : State.DAMAGED;
    }

    /** Where an object lies, whether it exists or not. */
    public Path file(Sha256 name) {
        return folder.resolve("sha256")
                .resolve(name.hex().substring(0, 2))
                .resolve(name.hex().substring(2));
    }
}

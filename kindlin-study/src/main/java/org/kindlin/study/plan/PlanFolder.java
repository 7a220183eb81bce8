package org.kindlin.study.plan;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;

/** Writes the files of a plan into a new folder: all of them or none. */
public final class PlanFolder {
    private PlanFolder() {}

    /**
     * Makes the folder.
     *
     * @return the files, in order
     * @throws InputFaultException if the folder holds anything, or cannot be written
     */
    public static List<Path> write(Path folder, Map<String, byte[]> files) {
        requireNew(folder);
        Path target = folder.toAbsolutePath().normalize();
        Path parent = target.getParent();
        if (parent == null || target.getFileName() == null) {
            throw refusal(folder, "is no folder that can be made", "name a new folder");
        }
        Path beside = parent.resolve("." + target.getFileName() + ".part");
        try {
            Files.createDirectories(parent);
            remove(beside);
            Files.createDirectory(beside);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(beside.resolve(file.getKey()), file.getValue());
            }
            Files.deleteIfExists(target);
            move(beside, target);
        } catch (IOException e) {
            removeQuietly(beside);
            throw refusal(folder, "cannot be written: " + e.getClass().getSimpleName(), "check space and permissions");
        }
        return files.keySet().stream().map(folder::resolve).toList();
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }

    private static void requireNew(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw refusal(folder, "exists and is no folder", "name another --out");
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw refusal(folder, "holds files already", "name another --out, or empty it first");
            }
        } catch (IOException e) {
            throw refusal(folder, "cannot be read", "check its permissions");
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void removeQuietly(Path folder) {
        try {
            remove(folder);
        } catch (IOException e) {
            // what cannot be removed either is named like a part and hinders nobody
        }
    }

    private static InputFaultException refusal(Path folder, String problem, String remedy) {
        return new InputFaultException(new Fault(folder.toString(), "", problem, remedy));
    }
}

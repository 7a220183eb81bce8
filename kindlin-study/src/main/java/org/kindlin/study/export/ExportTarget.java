package org.kindlin.study.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;
import org.kindlin.study.record.AtomicFiles;

/** Puts finished files in place: each whole or not at all, a crate's metadata last. */
public final class ExportTarget {
    private ExportTarget() {}

    /**
     * One file.
     *
     * @throws InputFaultException if the place is a folder or cannot be written
     */
    public static Path file(Path place, byte[] content) {
        if (Files.isDirectory(place)) {
            throw fault(place, "is a folder, and the export is one file", "name a file");
        }
        AtomicFiles.writeIfDifferent(place, content);
        return place;
    }

    /**
     * Several files in a folder, which is made where it is missing. Other files in it stay.
     *
     * @throws InputFaultException if the place is a file or cannot be written
     */
    public static List<Path> folder(Path place, List<ExportFile> files) {
        if (Files.isRegularFile(place)) {
            throw fault(place, "is a file, and the export is a folder", "name a folder");
        }
        files.forEach(file -> AtomicFiles.writeIfDifferent(place.resolve(file.name()), file.content()));
        return files.stream().map(file -> place.resolve(file.name())).toList();
    }

    private static InputFaultException fault(Path place, String problem, String remedy) {
        return new InputFaultException(new Fault(place.toString(), "", problem, remedy));
    }
}

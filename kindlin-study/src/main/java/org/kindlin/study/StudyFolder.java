package org.kindlin.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;

/**
 * The folder of a study, and the only door to the files in it: no path leads out.
 *
 * @param path the folder as given
 */
public record StudyFolder(Path path) {
    /** A larger file is refused: inputs are analysed in memory. */
    public static final long LARGEST_FILE = 512L << 20;

    /** The folder of a study named by its folder or by its study file. */
    public static StudyFolder of(Path study) {
        boolean namesFile = study.endsWith(Study.FILE_NAME) && Files.isRegularFile(study);
        Path parent = study.getParent();
        return new StudyFolder(!namesFile ? study : parent == null ? Path.of("") : parent);
    }

    /** What is wrong with a path as text, whatever lies there; empty where nothing is. */
    public static Optional<String> objection(String path) {
        if (path.isBlank()) {
            return Optional.of("an empty path");
        }
        if (path.length() > 1000 || path.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("not a usable path");
        }
        if (path.startsWith("/") || path.startsWith("~") || path.contains("\\") || path.matches("[A-Za-z]:.*")) {
            return Optional.of("'" + path + "' is not a path relative to the study folder");
        }
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                return Optional.of("'" + path + "' leads out of the study folder");
            }
        }
        return Optional.empty();
    }

    /**
     * The content of a file of the study.
     *
     * @param file relative to the folder, with forward slashes
     * @param namedBy file that names it, for the fault
     * @param place where it is named
     * @throws InputFaultException if it is missing, no regular file, unreadable, too large, or outside the folder
     */
    public RawFile read(String file, String namedBy, String place) {
        return read(file, namedBy, place, LARGEST_FILE);
    }

    RawFile read(String file, String namedBy, String place, long largest) {
        try {
            return new RawFile(file, bytes(file, largest));
        } catch (Unusable unusable) {
            throw new InputFaultException(new Fault(namedBy, place, unusable.problem, unusable.remedy));
        }
    }

    private byte[] bytes(String file, long largest) throws Unusable {
        Optional<String> objection = objection(file);
        if (objection.isPresent()) {
            throw new Unusable(objection.get(), "name a file inside the study folder, such as data/plate.csv");
        }
        Path inside = inside(file);
        try (InputStream stream = Files.newInputStream(inside)) {
            byte[] bytes = stream.readNBytes((int) Math.min(largest + 1, Integer.MAX_VALUE - 8));
            if (bytes.length > largest) {
                throw tooLarge(file, largest);
            }
            return bytes;
        } catch (IOException e) {
            throw new Unusable("'" + file + "' cannot be read", "check its permissions");
        }
    }

    /** The file after every link is followed, which must end inside the folder. */
    private Path inside(String file) throws Unusable {
        try {
            Path real = path.resolve(file).toRealPath();
            if (!real.startsWith(path.toRealPath())) {
                throw new Unusable("'" + file + "' is a link out of the study folder", "copy the file into the folder");
            }
            if (!Files.isRegularFile(real)) {
                throw new Unusable("'" + file + "' is not a file", "name a file, not a folder or device");
            }
            if (Files.size(real) > LARGEST_FILE) {
                throw tooLarge(file, LARGEST_FILE);
            }
            return real;
        } catch (NoSuchFileException e) {
            throw new Unusable("'" + file + "' does not exist", "put the file there, or mend the path");
        } catch (IOException | InvalidPathException e) {
            throw new Unusable("'" + file + "' cannot be reached", "check the path and its permissions");
        }
    }

    private static Unusable tooLarge(String file, long largest) {
        String limit = largest >= 1 << 20 ? (largest >> 20) + " MiB" : largest + " bytes";
        return new Unusable("'" + file + "' is larger than " + limit, "split it, or export less");
    }

    private static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;
        private final String problem;
        private final String remedy;

        Unusable(String problem, String remedy) {
            super(problem);
            this.problem = problem;
            this.remedy = remedy;
        }
    }
}

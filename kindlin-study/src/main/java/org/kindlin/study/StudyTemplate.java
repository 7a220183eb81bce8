package org.kindlin.study;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;
import org.kindlin.study.record.AtomicFiles;

/**
 * A small study that runs as it is, to be filled with one's own data.
 *
 * @param name as after {@code --template}
 * @param summary what it shows, in one line
 * @param files its files, relative to the study folder
 */
public record StudyTemplate(String name, String summary, List<String> files) {
    private static final List<StudyTemplate> ALL = List.of(
            new StudyTemplate(
                    "kinase",
                    "two compounds on FAK and Pyk2, one 96-well ADP-Glo plate each (simulated)",
                    List.of(Study.FILE_NAME, "data/fak-plate-1.csv", "data/pyk2-plate-1.csv", "data/map.csv")),
            new StudyTemplate(
                    "viability",
                    "one compound on one cell line by MTT, two plates and a day-0 plate (simulated)",
                    List.of(
                            Study.FILE_NAME,
                            "data/a549-day0.csv",
                            "data/a549-plate-1.csv",
                            "data/a549-plate-2.csv",
                            "data/layout.csv",
                            "data/layout-day0.csv")),
            new StudyTemplate(
                    "dose-response",
                    "two curves from one tidy file (simulated)",
                    List.of(Study.FILE_NAME, "data/phosphorylation.csv")));

    public StudyTemplate {
        files = List.copyOf(files);
    }

    /** Every template there is. */
    public static List<StudyTemplate> all() {
        return ALL;
    }

    public static Optional<StudyTemplate> find(String name) {
        return ALL.stream().filter(template -> template.name().equals(name)).findFirst();
    }

    /**
     * Makes a study folder.
     *
     * @return the files made
     * @throws InputFaultException if the folder exists and is not empty, or cannot be written
     */
    public List<Path> create(Path folder) {
        requireEmpty(folder);
        return files.stream()
                .map(file -> {
                    Path path = folder.resolve(file);
                    AtomicFiles.write(path, content(file));
                    return path;
                })
                .toList();
    }

    private static void requireEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw refusal(folder, "the folder is not empty");
            }
        } catch (IOException e) {
            throw refusal(folder, "is no folder that can be used");
        }
    }

    private static InputFaultException refusal(Path folder, String problem) {
        return new InputFaultException(new Fault(folder.toString(), "", problem, "name a new folder"));
    }

    private byte[] content(String file) {
        String resource = "templates/" + name + "/" + file;
        try (InputStream stream = StudyTemplate.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException(resource + " is missing from the build");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

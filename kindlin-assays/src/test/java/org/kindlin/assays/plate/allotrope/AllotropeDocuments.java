package org.kindlin.assays.plate.allotrope;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.kindlin.assays.input.RawFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The documents that the converter allotropy (Benchling, MIT licence) made of vendor exports, in
 * {@code shared/reference/doseresponse/plate_readers} beside the repository.
 */
final class AllotropeDocuments {
    private static final Path FOLDER = Path.of(System.getProperty("kindlin.root", "."))
            .toAbsolutePath()
            .normalize()
            .resolve("../shared/reference/doseresponse/plate_readers")
            .normalize();

    private AllotropeDocuments() {}

    /** Every document, unzipped; the test is skipped, saying so, where they are not there. */
    static List<RawFile> all() {
        assumeTrue(Files.isDirectory(FOLDER), () -> FOLDER + " is not there: documents of vendors are not read");
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json.gz"))
                    .sorted()
                    .map(AllotropeDocuments::unzipped)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RawFile unzipped(Path file) {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            return new RawFile(file.toString().replace(".json.gz", ".json"), stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The export that a document was made of; empty where it is not beside it. */
    static Stream<RawFile> export(RawFile document) {
        String stem = document.path().substring(0, document.path().length() - ".json".length());
        return Stream.of(".csv", ".CSV", ".txt", ".xlsx")
                .map(end -> Path.of(stem + end))
                .filter(Files::isRegularFile)
                .map(AllotropeDocuments::raw);
    }

    private static RawFile raw(Path file) {
        try {
            return new RawFile(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(RawFile file) {
        return JsonMapper.builder().build().readTree(file.bytes());
    }
}

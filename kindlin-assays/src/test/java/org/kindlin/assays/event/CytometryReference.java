package org.kindlin.assays.event;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The cytometry reference data in {@code shared/reference/cytometry} beside the repository. */
public final class CytometryReference {
    private static final Path FOLDER = Path.of(System.getProperty("kindlin.root", "."))
            .toAbsolutePath()
            .normalize()
            .resolve("../shared/reference/cytometry")
            .normalize();

    private CytometryReference() {}

    /** A file of the reference data; the test is skipped, saying so, where it is absent. */
    public static Path file(String name) {
        assumeTrue(Files.isDirectory(FOLDER), () -> FOLDER + " is not there: cytometry references are not compared");
        return FOLDER.resolve(name);
    }

    public static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] unzipped(String name) {
        try (InputStream stream = new GZIPInputStream(Files.newInputStream(file(name)))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows of a table with a header. */
    public static List<NamedCsvRecord> table(String name) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file(name))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

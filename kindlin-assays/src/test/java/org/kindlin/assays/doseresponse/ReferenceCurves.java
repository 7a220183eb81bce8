package org.kindlin.assays.doseresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.SubjectResult;

/** Reference data that stay outside the repository; the tests that read them are skipped where they are not. */
final class ReferenceCurves {
    private ReferenceCurves() {}

    static Path folder() {
        Path root = Path.of(System.getProperty("kindlin.root", "."));
        Path folder = root.resolveSibling("shared").resolve("reference").resolve("doseresponse");
        assumeTrue(Files.isDirectory(folder), "no reference data beside the repository");
        return folder;
    }

    static RawFile file(String name) {
        try {
            byte[] bytes = Files.readAllBytes(folder().resolve(name));
            return new RawFile(name, name.endsWith(".gz") ? unzipped(bytes) : bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<SubjectResult> analyze(RawFile file, Map<String, String> settings) {
        return Analysis.run(new DoseResponseAssay(), List.of(InputFile.of(file)), Settings.of(settings), 1)
                .results();
    }

    /** The cells of a plain comma-separated table without quotes, header aside. */
    static List<String[]> table(String name) {
        String text = new String(file(name).bytes(), StandardCharsets.UTF_8);
        List<String[]> rows =
                text.lines().skip(1).map(line -> line.split(",", -1)).toList();
        assertThat(rows).isNotEmpty();
        return rows;
    }

    private static byte[] unzipped(byte[] bytes) throws IOException {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return stream.readAllBytes();
        }
    }
}

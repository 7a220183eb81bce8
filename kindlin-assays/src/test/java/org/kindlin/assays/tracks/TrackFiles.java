package org.kindlin.assays.tracks;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.SubjectResult;

/** Files of tracks for tests. */
final class TrackFiles {
    private TrackFiles() {}

    /** A file of shared/reference; the test is skipped where it is not there. */
    static RawFile shared(String name) {
        Path file = Path.of(System.getProperty("kindlin.root", "."))
                .toAbsolutePath()
                .resolveSibling("shared/reference/imaging/tracks")
                .resolve(name);
        assumeTrue(Files.isRegularFile(file), () -> file + " is not there");
        try {
            return new RawFile(name, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RawFile text(String name, String text) {
        return new RawFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static AnalysisDocument analyze(Map<String, String> settings, RawFile... files) {
        List<InputFile> inputs = List.of(files).stream().map(InputFile::of).toList();
        return Analysis.run(new TracksAssay(), inputs, Settings.of(settings), 1);
    }

    static double value(SubjectResult result, String name) {
        return Objects.requireNonNull(result.estimate(name).orElseThrow().value(), name);
    }

    static List<SubjectResult> tracks(AnalysisDocument document) {
        return document.results().stream()
                .filter(result -> result.subject().containsKey("track"))
                .toList();
    }
}

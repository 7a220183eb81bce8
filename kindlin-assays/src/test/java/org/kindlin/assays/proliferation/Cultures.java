package org.kindlin.assays.proliferation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.numerics.random.RandomStream;

/** Cultures for tests: files of reference and simulated ones. */
final class Cultures {
    private Cultures() {}

    static RawFile resource(String name) {
        try (InputStream in = Cultures.class.getResourceAsStream(name)) {
            return new RawFile(name, Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of shared/reference, where it is there. */
    static Optional<RawFile> shared(String name) {
        Path file = Path.of(System.getProperty("kindlin.root", "."))
                .toAbsolutePath()
                .resolveSibling("shared/reference/cytometry/cfse")
                .resolve(name);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(new RawFile(name, Files.readAllBytes(file)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RawFile text(String name, String text) {
        return new RawFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static AnalysisDocument analyze(List<InputFile> files, Map<String, String> settings) {
        return Analysis.run(new ProliferationAssay(), files, Settings.of(settings), 1);
    }

    static AnalysisDocument analyze(RawFile file, Map<String, String> settings) {
        return analyze(List.of(InputFile.of(file)), settings);
    }

    static SubjectResult whole(AnalysisDocument document) {
        return document.results().stream()
                .filter(result -> !result.subject().containsKey("generation"))
                .filter(result -> result.estimate("divisionIndex").isPresent())
                .findFirst()
                .orElseThrow();
    }

    static double value(SubjectResult result, String estimate) {
        return Objects.requireNonNull(result.estimate(estimate).orElseThrow().value(), estimate);
    }

    /** Intensities of cells in generations, dye and autofluorescence log-normal about their means. */
    static double[] simulate(int[] cells, double dye, double dyeCv, double auto, double autoCv, RandomStream random) {
        double[] intensities = new double[Arrays.stream(cells).sum()];
        double dyeSd = Math.sqrt(Math.log1p(dyeCv * dyeCv));
        double autoSd = Math.sqrt(Math.log1p(autoCv * autoCv));
        int next = 0;
        for (int g = 0; g < cells.length; g++) {
            for (int i = 0; i < cells[g]; i++) {
                intensities[next++] = random.nextLogNormal(dye / (1 << g) * Math.exp(-dyeSd * dyeSd / 2), dyeSd)
                        + random.nextLogNormal(auto * Math.exp(-autoSd * autoSd / 2), autoSd);
            }
        }
        return intensities;
    }
}

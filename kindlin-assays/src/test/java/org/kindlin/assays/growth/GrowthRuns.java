package org.kindlin.assays.growth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.SubjectResult;

/** Runs growth analyses on texts and resources. */
final class GrowthRuns {
    private GrowthRuns() {}

    static byte[] bytes(String name) {
        try (var stream = Objects.requireNonNull(GrowthRuns.class.getResourceAsStream(name))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AnalysisDocument resource(String name, String... settings) {
        return run(List.of(new RawFile(name, bytes(name))), settings);
    }

    static AnalysisDocument text(String csv, String... settings) {
        return run(List.of(new RawFile("study.csv", csv.getBytes(StandardCharsets.UTF_8))), settings);
    }

    static AnalysisDocument run(List<RawFile> files, String... settings) {
        Map<String, String> stated = new LinkedHashMap<>();
        for (String setting : settings) {
            stated.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        List<InputFile> inputs = new ArrayList<>();
        files.forEach(file -> inputs.add(InputFile.of(file)));
        return Analysis.run(new GrowthAssay(), inputs, Settings.of(stated), 1);
    }

    static SubjectResult subject(AnalysisDocument document, Map<String, String> subject) {
        return document.results().stream()
                .filter(result -> result.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no subject " + subject));
    }

    static double value(SubjectResult result, String name) {
        return Objects.requireNonNull(result.estimate(name).orElseThrow().value());
    }
}

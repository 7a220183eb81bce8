package org.kindlin.assays.survival;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.SubjectResult;

/** Survival studies for tests, and ways to ask a document. */
final class Studies {
    private Studies() {}

    /** A shipped data set: lung, aml, ovarian (classic, from R's survival), monotone, mc38 (made for this purpose). */
    static String text(String name) {
        try (InputStream in = Studies.class.getResourceAsStream("/org/kindlin/assays/survival/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AnalysisDocument analyze(String csv, String... settings) {
        Map<String, String> stated = new LinkedHashMap<>();
        Arrays.stream(settings).forEach(setting -> {
            int equals = setting.indexOf('=');
            stated.put(setting.substring(0, equals), setting.substring(equals + 1));
        });
        RawFile file = new RawFile("study.csv", csv.getBytes(StandardCharsets.UTF_8));
        return Analysis.run(new SurvivalAssay(), List.of(InputFile.of(file)), Settings.of(stated), 1);
    }

    static SubjectResult subject(AnalysisDocument document, String key, String value) {
        return document.results().stream()
                .filter(result -> value.equals(result.subject().get(key)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + "=" + value + " in " + document.results()));
    }

    static Estimate estimate(SubjectResult subject, String name) {
        return subject.estimate(name).orElseThrow(() -> new AssertionError(name + " in " + subject));
    }

    static double value(SubjectResult subject, String name) {
        return Objects.requireNonNull(estimate(subject, name).value(), name);
    }

    static HypothesisTest test(SubjectResult subject, String name) {
        return subject.tests().stream()
                .filter(test -> test.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " in " + subject.tests()));
    }
}

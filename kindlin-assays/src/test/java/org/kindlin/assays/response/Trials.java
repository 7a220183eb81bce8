package org.kindlin.assays.response;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.SubjectResult;

/** Response tables for tests. */
final class Trials {
    private Trials() {}

    static AnalysisDocument analyze(List<String> files, String... settings) {
        Map<String, String> stated = new LinkedHashMap<>();
        Arrays.stream(settings)
                .forEach(s -> stated.put(s.substring(0, s.indexOf('=')), s.substring(s.indexOf('=') + 1)));
        List<InputFile> inputs = new ArrayList<>();
        for (String csv : files) {
            inputs.add(
                    InputFile.of(new RawFile("trial-" + inputs.size() + ".csv", csv.getBytes(StandardCharsets.UTF_8))));
        }
        return Analysis.run(new ResponseAssay(), inputs, Settings.of(stated), 1);
    }

    static AnalysisDocument analyze(String csv, String... settings) {
        return analyze(List.of(csv), settings);
    }

    static SubjectResult subject(AnalysisDocument document, String key, String value) {
        return document.results().stream()
                .filter(result -> value.equals(result.subject().get(key)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + "=" + value + " in " + document.results()));
    }
}

package org.kindlin.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.InputRecord;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.study.json.DocumentJson;
import org.kindlin.study.json.FigureFile;
import org.kindlin.study.json.JsonText;

/**
 * A document taken apart into named facts, so that two documents can be compared fact by fact.
 *
 * <p>Numbers are compared by their shortest exact decimals: any difference in any bit is a difference.
 */
final class DocumentFacts {
    private static final String ABSENT = "absent";

    private final Map<String, String> facts = new LinkedHashMap<>();
    private final Map<String, Integer> seen = new LinkedHashMap<>();

    private DocumentFacts() {}

    /**
     * Every fact that differs between the document of record and the one made now.
     *
     * @param figures the figures of the document of record by their hashes: they count even where the drawing is lost
     */
    static List<Finding> differences(AnalysisDocument recorded, List<FigureFile> figures, AnalysisDocument now) {
        List<Finding> findings = new ArrayList<>();
        compare(inputs(recorded), inputs(now), (path, was, is) -> findings.add(new Finding.FileDiffers(path, was, is)));
        compare(
                whole(recorded),
                whole(now),
                (fact, was, is) -> findings.add(new Finding.FactDiffers("", fact, was, is)));
        compare(
                figures.stream().collect(toMap(figure -> "figure " + figure.name(), FigureFile::sha256)),
                now.figures().stream().collect(toMap(figure -> "figure " + figure.name(), DocumentJson::sha256)),
                (fact, was, is) -> findings.add(new Finding.FactDiffers("", fact, was, is)));
        Map<String, Map<String, String>> before = subjects(recorded);
        Map<String, Map<String, String>> after = subjects(now);
        for (String subject : union(before.keySet(), after.keySet())) {
            compare(
                    before.getOrDefault(subject, Map.of()),
                    after.getOrDefault(subject, Map.of()),
                    (fact, was, is) -> findings.add(new Finding.FactDiffers(subject, fact, was, is)));
        }
        return findings;
    }

    @FunctionalInterface
    private interface Difference {
        void found(String name, String recorded, String now);
    }

    private static void compare(Map<String, String> recorded, Map<String, String> now, Difference difference) {
        for (String name : union(recorded.keySet(), now.keySet())) {
            String was = recorded.getOrDefault(name, ABSENT);
            String is = now.getOrDefault(name, ABSENT);
            if (!was.equals(is)) {
                difference.found(name, was, is);
            }
        }
    }

    private static Set<String> union(Set<String> first, Set<String> second) {
        Set<String> union = new LinkedHashSet<>(first);
        union.addAll(second);
        return union;
    }

    private static Map<String, String> inputs(AnalysisDocument document) {
        return document.inputs().stream().collect(toMap(InputRecord::path, InputRecord::sha256));
    }

    private static <T> Collector<T, ?, Map<String, String>> toMap(Function<T, String> name, Function<T, String> text) {
        return Collectors.toMap(name, text, (first, same) -> first, LinkedHashMap::new);
    }

    /** What holds for the analysis as a whole. */
    private static Map<String, String> whole(AnalysisDocument document) {
        DocumentFacts facts = new DocumentFacts();
        facts.put("kindlin version", document.kindlin());
        facts.put("assay", document.analysis());
        facts.put("seed", Long.toString(document.seed()));
        document.protocol()
                .forEach(entry -> facts.put(
                        "protocol " + entry.name(), entry.value().asText() + (entry.stated() ? "" : " (default)")));
        document.attachments().forEach(attachment -> facts.put("attachment " + attachment.name(), attachment.sha256()));
        document.verdicts().forEach(verdict -> facts.put("verdict", verdict));
        document.exclusions()
                .forEach(exclusion ->
                        facts.put("exclusion of " + exclusion.file() + " " + exclusion.place(), exclusion.reason()));
        facts.put("methods", document.methods());
        return facts.facts;
    }

    private static Map<String, Map<String, String>> subjects(AnalysisDocument document) {
        Map<String, Map<String, String>> subjects = new LinkedHashMap<>();
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (SubjectResult result : document.results()) {
            String subject = result.subject().entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .collect(Collectors.joining(", "));
            String name = subject.isEmpty() ? "all" : subject;
            int count = seen.merge(name, 1, Integer::sum);
            subjects.put(count == 1 ? name : name + " (" + count + ")", subject(result));
        }
        return subjects;
    }

    private static Map<String, String> subject(SubjectResult result) {
        DocumentFacts facts = new DocumentFacts();
        result.estimates().forEach(facts::putEstimate);
        result.tests().forEach(test -> {
            facts.put(test.name() + " statistic", test.statistic());
            facts.put(test.name() + " df", test.df());
            facts.put(test.name() + " df2", test.df2());
            facts.put(test.name() + " p", test.p());
        });
        result.quality().forEach(check -> {
            facts.put(check.check() + " value", check.value());
            facts.put(check.check() + " limit", check.limit());
            facts.put(check.check() + " verdict", check.verdict().name().toLowerCase(Locale.ROOT));
        });
        result.warnings().forEach(warning -> facts.put("warning " + warning.code(), warning.message()));
        return facts.facts;
    }

    private void putEstimate(Estimate estimate) {
        put(estimate.name() + " value", estimate.value());
        put(estimate.name() + " relation", estimate.relation().symbol());
        put(estimate.name() + " unit", estimate.unit());
        put(estimate.name() + " low", estimate.low());
        put(estimate.name() + " high", estimate.high());
        put(estimate.name() + " level", estimate.level());
        put(estimate.name() + " se", estimate.se());
        put(estimate.name() + " method", estimate.method());
    }

    private void put(String name, @Nullable Double number) {
        put(name, number == null ? "not estimable" : JsonText.number(number));
    }

    /** A second fact of the same name is numbered, so that none hides another. */
    private void put(String name, String text) {
        int count = seen.merge(name, 1, Integer::sum);
        facts.put(count == 1 ? name : name + " (" + count + ")", text);
    }
}

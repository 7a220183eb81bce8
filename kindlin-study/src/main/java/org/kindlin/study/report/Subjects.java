package org.kindlin.study.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindlin.assays.result.SubjectResult;

/** How a subject is named in a line. */
final class Subjects {
    private Subjects() {}

    /** "defactinib · FAK"; a value without letters is led by its key, as in "plate 2". */
    static String label(SubjectResult result) {
        return label(result.subject());
    }

    /** A subject by its keys and values. */
    static String label(Map<String, String> subject) {
        if (subject.isEmpty()) {
            return "All data";
        }
        return subject.entrySet().stream().map(Subjects::part).collect(Collectors.joining(" · "));
    }

    /** The keys of all subjects, in the order they appear. */
    static List<String> keys(List<SubjectResult> results) {
        return results.stream()
                .flatMap(result -> result.subject().keySet().stream())
                .distinct()
                .toList();
    }

    private static String part(Map.Entry<String, String> entry) {
        boolean named = entry.getValue().chars().anyMatch(Character::isLetter);
        return named ? entry.getValue() : entry.getKey() + " " + entry.getValue();
    }
}

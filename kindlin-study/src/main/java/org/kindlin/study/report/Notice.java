package org.kindlin.study.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/**
 * A warning with its number in a report, and all the subjects that carry it.
 *
 * <p>Warnings that say the same are one notice. Beyond {@link #MOST} different sentences a notice is a kind of warning:
 * all of one code together, so that a screen of a thousand curves still fits a page.
 *
 * @param label "W1"
 * @param said what is said of whom, in order
 */
record Notice(String label, String code, List<Said> said) {
    static final int MOST = 40;

    record Said(String subject, String message) {}

    /** Numbers the warnings of an experiment. */
    static List<Notice> number(List<SubjectResult> results) {
        Map<Object, List<Said>> grouped = new LinkedHashMap<>();
        boolean byCode = results.stream()
                        .flatMap(result -> result.warnings().stream())
                        .distinct()
                        .count()
                > MOST;
        for (SubjectResult result : results) {
            for (Warning warning : result.warnings()) {
                grouped.computeIfAbsent(byCode ? warning.code() : warning, key -> new ArrayList<>())
                        .add(new Said(Subjects.label(result), warning.message()));
            }
        }
        List<Notice> notices = new ArrayList<>();
        grouped.forEach((key, said) -> notices.add(new Notice(
                "W" + (notices.size() + 1), code(key), said.stream().distinct().toList())));
        return notices;
    }

    /** Whether this notice holds the warning. */
    boolean covers(Warning warning) {
        return code.equals(warning.code())
                && said.stream().anyMatch(one -> one.message().equals(warning.message()));
    }

    private static String code(Object key) {
        return key instanceof Warning warning ? warning.code() : (String) key;
    }
}

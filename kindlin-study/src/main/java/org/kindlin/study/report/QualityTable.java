package org.kindlin.study.report;

import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.QualityCheck.Verdict;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.study.report.Page.Column;

/** Quality checks: each with its limit and, in word and symbol, whether it holds. */
final class QualityTable {
    private static final int MOST_ROWS = 60;

    private record Row(String subject, QualityCheck check) {}

    private final Page page;
    private final List<Row> rows;

    QualityTable(Page page, List<SubjectResult> results) {
        this.page = page;
        this.rows = results.stream()
                .flatMap(result -> result.quality().stream().map(check -> new Row(Subjects.label(result), check)))
                .toList();
    }

    void write() {
        page.html.element("p", summary(rows.stream().map(Row::check).toList()), "class", "lead");
        if (rows.size() <= MOST_ROWS) {
            list("Quality checks by subject.", rows);
            return;
        }
        byCheck();
        List<Row> failed = rows.stream()
                .filter(row -> row.check().verdict() == Verdict.FAIL)
                .toList();
        if (!failed.isEmpty()) {
            String caption = failed.size() > MOST_ROWS
                    ? "The first " + MOST_ROWS + " of " + PrintedNumber.count(failed.size()) + " failed checks."
                    : "Every failed check.";
            list(caption, failed.subList(0, Math.min(failed.size(), MOST_ROWS)));
        }
    }

    /** "11 of 12 checks with a limit pass, 1 fails." */
    static String summary(List<QualityCheck> checks) {
        long passed = checks.stream().filter(c -> c.verdict() == Verdict.PASS).count();
        long failed = checks.stream().filter(c -> c.verdict() == Verdict.FAIL).count();
        if (passed + failed == 0) {
            return "No check has a customary limit or could be computed.";
        }
        String of = passed + " of " + (passed + failed) + (passed + failed == 1 ? " check" : " checks")
                + " with a limit " + (passed == 1 ? "passes" : "pass");
        return failed == 0 ? of + "." : of + ", " + failed + (failed == 1 ? " fails." : " fail.");
    }

    private void list(String caption, List<Row> listed) {
        NumberColumn values =
                new NumberColumn(listed.stream().map(row -> value(row.check())).toList());
        List<Column> columns =
                List.of(Column.text("Check"), Column.number("Value"), Column.text("Limit"), Column.text("Verdict"));
        Map<String, List<Row>> bySubject =
                listed.stream().collect(Collectors.groupingBy(Row::subject, LinkedHashMap::new, Collectors.toList()));
        page.table(
                "quality",
                caption,
                columns,
                () -> bySubject.forEach((subject, of) -> page.html.element("tbody", () -> {
                    page.html.element(
                            "tr",
                            () -> page.html.element("th", subject, "scope", "rowgroup", "colspan", "4"),
                            "class",
                            "group");
                    of.forEach(row -> page.html.element("tr", () -> check(row.check(), values)));
                })));
    }

    private void check(QualityCheck check, NumberColumn values) {
        page.rowHeading(Terms.label(check.check()));
        page.cell(values.padded(value(check)), "number");
        page.cell(limit(check.limit()), check.limit().isEmpty() ? "quiet" : "text");
        page.html.element(
                "td",
                () -> {
                    Marks.write(page, check.verdict());
                    if (check.value() == null && check.verdict() == Verdict.INFO) {
                        page.html.text(", not computable");
                    }
                },
                "class",
                "verdict-cell");
    }

    private void byCheck() {
        Map<String, List<QualityCheck>> byName = rows.stream()
                .map(Row::check)
                .collect(Collectors.groupingBy(QualityCheck::check, LinkedHashMap::new, Collectors.toList()));
        List<Column> columns = List.of(
                Column.text("Check"),
                Column.text("Limit"),
                Column.number("Pass"),
                Column.number("Fail"),
                Column.number("Info"),
                Column.number("Lowest"),
                Column.number("Highest"));
        page.table(
                "quality",
                "Quality checks in summary.",
                columns,
                () -> page.html.element("tbody", () -> byName.forEach(this::summaryRow)));
    }

    private void summaryRow(String name, List<QualityCheck> checks) {
        DoubleSummaryStatistics range = checks.stream()
                .filter(check -> check.value() != null)
                .mapToDouble(QualityTable::number)
                .summaryStatistics();
        page.html.element("tr", () -> {
            page.rowHeading(Terms.label(name));
            page.cell(
                    checks.stream()
                            .map(check -> limit(check.limit()))
                            .distinct()
                            .collect(Collectors.joining("; ")),
                    "text");
            for (Verdict verdict : List.of(Verdict.PASS, Verdict.FAIL, Verdict.INFO)) {
                page.cell(
                        PrintedNumber.count(checks.stream()
                                .filter(c -> c.verdict() == verdict)
                                .count()),
                        "number");
            }
            boolean any = range.getCount() > 0;
            page.cell(any ? PrintedNumber.significant(range.getMin(), 3) : PrintedNumber.NONE, "number");
            page.cell(any ? PrintedNumber.significant(range.getMax(), 3) : PrintedNumber.NONE, "number");
        });
    }

    private static double number(QualityCheck check) {
        return Objects.requireNonNull(check.value());
    }

    static String value(QualityCheck check) {
        if (check.value() == null) {
            return PrintedNumber.NONE;
        }
        double value = check.value();
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e6;
        return whole ? PrintedNumber.decimal(value, 0) : PrintedNumber.significant(value, 3);
    }

    /** {@code >= 0.5} as "≥ 0.5". */
    static String limit(String limit) {
        return limit.isEmpty() ? "none" : limit.replace(">=", "≥").replace("<=", "≤");
    }
}

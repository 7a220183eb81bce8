package org.kindlin.study.report;

import java.util.List;
import java.util.Locale;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.study.report.Page.Column;

/** Hypothesis tests with their statistics and p-values. */
final class TestsTable {
    private static final int MOST_ROWS = 200;

    private record Row(String subject, HypothesisTest test) {}

    private TestsTable() {}

    static void write(Page page, List<SubjectResult> results) {
        List<Row> rows = results.stream()
                .flatMap(result -> result.tests().stream().map(test -> new Row(Subjects.label(result), test)))
                .toList();
        List<Column> columns =
                List.of(Column.text("Subject"), Column.text("Test"), Column.text("Statistic"), Column.text("p-value"));
        String caption = rows.size() > MOST_ROWS
                ? "The first " + MOST_ROWS + " of " + PrintedNumber.count(rows.size()) + " tests; the record holds all."
                : "Tests and their p-values, not adjusted for their number.";
        page.table(
                "tests",
                caption,
                columns,
                () -> page.html.element(
                        "tbody", () -> rows.stream().limit(MOST_ROWS).forEach(row -> row(page, row))));
    }

    private static void row(Page page, Row row) {
        page.html.element("tr", () -> {
            page.rowHeading(row.subject());
            page.cell(Terms.label(row.test().name()), "text");
            page.cell(statistic(row.test()), "nowrap");
            page.cell(PrintedNumber.pValue(row.test().p()), "nowrap");
        });
    }

    /** "F(3, 52) = 1.24", "χ²(1) = 10.33", "t(9) = 2.31"; a statistic without a customary letter is named so. */
    static String statistic(HypothesisTest test) {
        String value = " = " + number(test.statistic());
        if (test.df() == null) {
            return "statistic" + value;
        }
        String df = PrintedNumber.descriptive(test.df());
        if (test.df2() != null) {
            return "F(" + df + ", " + PrintedNumber.descriptive(test.df2()) + ")" + value;
        }
        return letter(test.name()) + "(" + df + ")" + value;
    }

    /** Two decimals in the usual range, three significant digits outside it. */
    private static String number(double statistic) {
        double size = Math.abs(statistic);
        return size >= 0.1 && size < 1000
                ? PrintedNumber.decimal(statistic, 2)
                : PrintedNumber.significant(statistic, 3);
    }

    private static String letter(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("-t") || lower.startsWith("t-")) {
            return "t";
        }
        boolean chiSquared = List.of("log-rank", "log-rank-stratified", "peto-peto", "gray", "likelihood-ratio")
                        .contains(lower)
                || lower.contains("chi");
        return chiSquared ? "χ²" : "statistic";
    }
}

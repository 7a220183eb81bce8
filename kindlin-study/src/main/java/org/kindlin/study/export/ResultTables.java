package org.kindlin.study.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/** What was found: estimates, tests, quality checks, warnings and verdicts, a row each. */
final class ResultTables {
    private final ExportContent content;

    ResultTables(ExportContent content) {
        this.content = content;
    }

    /**
     * Something said of a subject.
     *
     * @param <T> what is said
     */
    record Said<T>(ExportedAnalysis analysis, Map<String, String> subject, T what) {}

    List<ExportTable> all() {
        return List.of(estimates(), tests(), quality(), warnings(), verdicts());
    }

    private ExportTable estimates() {
        TableShape<Said<Estimate>> shape =
                this.<Estimate>subjects("estimates", "A number with all that is needed to defend it.");
        shape.text(
                        "name",
                        "the field's term for what is estimated",
                        said -> said.what().name())
                .text(
                        "relation",
                        "how the value stands to the true one: =, < or >",
                        said -> said.what().relation().symbol())
                .number(
                        "value",
                        "unit",
                        "point estimate, or the limit beyond which the true value lies",
                        said -> said.what().value())
                .text(
                        "unit",
                        "unit of value, low, high and se",
                        said -> said.what().unit())
                .number(
                        "low",
                        "unit",
                        "lower confidence limit; none where unbounded",
                        said -> said.what().low())
                .number(
                        "high",
                        "unit",
                        "upper confidence limit; none where unbounded",
                        said -> said.what().high())
                .number(
                        "level",
                        "confidence level of the interval, as a fraction",
                        said -> said.what().level())
                .number(
                        "se",
                        "unit",
                        "standard error on the scale of the value",
                        said -> said.what().se())
                .text(
                        "method",
                        "how value and interval were obtained",
                        said -> said.what().method());
        return simulated(shape, SubjectResult::estimates);
    }

    private ExportTable tests() {
        TableShape<Said<HypothesisTest>> shape =
                this.<HypothesisTest>subjects("tests", "A hypothesis test and its outcome.");
        shape.text("test", "the test's name in the field", said -> said.what().name())
                .number(
                        "statistic",
                        "value of the test statistic",
                        said -> said.what().statistic())
                .number(
                        "df",
                        "degrees of freedom; of the numerator for an F test",
                        said -> said.what().df())
                .number(
                        "df2",
                        "degrees of freedom of the denominator of an F test",
                        said -> said.what().df2())
                .number(
                        "p",
                        "two-sided p value, unless the name says otherwise",
                        said -> said.what().p());
        return simulated(shape, SubjectResult::tests);
    }

    private ExportTable quality() {
        TableShape<Said<QualityCheck>> shape =
                this.<QualityCheck>subjects("quality", "A quality figure held against its limit.");
        shape.text("check", "name of the figure", said -> said.what().check())
                .number(
                        "value",
                        "the figure; none where it could not be computed",
                        said -> said.what().value())
                .text(
                        "limit",
                        "the customary limit, where there is one",
                        said -> said.what().limit())
                .text(
                        "verdict",
                        "pass, fail or info",
                        said -> said.what().verdict().name().toLowerCase(Locale.ROOT));
        return simulated(shape, SubjectResult::quality);
    }

    private ExportTable warnings() {
        TableShape<Said<Warning>> shape =
                this.<Warning>subjects("warnings", "What the reader of a number must know to use it.");
        shape.text("code", "stable name of the warning", said -> said.what().code())
                .text(
                        "message",
                        "the warning in one sentence",
                        said -> said.what().message());
        return simulated(shape, SubjectResult::warnings);
    }

    private ExportTable verdicts() {
        TableShape<Said<String>> shape = new TableShape<>("verdicts", "The answer in plain sentences.");
        shape.text(
                        "experiment",
                        "name of the experiment",
                        said -> said.analysis().experiment())
                .text(
                        "analysis",
                        "name of the assay",
                        said -> said.analysis().document().analysis())
                .text("sentence", "one sentence of the answer", Said::what)
                .flag(
                        "simulated",
                        "whether it rests on simulated data",
                        said -> said.analysis().document().simulated());
        return shape.of(content.analyses().stream()
                .flatMap(analysis ->
                        analysis.document().verdicts().stream().map(verdict -> new Said<>(analysis, Map.of(), verdict)))
                .toList());
    }

    /** A table that starts with experiment, analysis and subject. */
    private <T> TableShape<Said<T>> subjects(String name, String meaning) {
        TableShape<Said<T>> shape = new TableShape<>(name, meaning);
        shape.text(
                        "experiment",
                        "name of the experiment",
                        said -> said.analysis().experiment())
                .text(
                        "analysis",
                        "name of the assay",
                        said -> said.analysis().document().analysis());
        content.subjectNames()
                .forEach(key -> shape.text(
                        "subject_" + key,
                        key + " of the subject",
                        said -> said.subject().get(key)));
        return shape;
    }

    /** The table with its last column: one row for each thing said of each subject. */
    private <T> ExportTable simulated(TableShape<Said<T>> shape, Function<SubjectResult, List<T>> things) {
        List<Said<T>> all = new ArrayList<>();
        for (ExportedAnalysis analysis : content.analyses()) {
            for (SubjectResult result : analysis.document().results()) {
                things.apply(result).forEach(thing -> all.add(new Said<>(analysis, result.subject(), thing)));
            }
        }
        shape.flag(
                "simulated",
                "whether it rests on simulated data",
                said -> said.analysis().document().simulated());
        return shape.of(all);
    }
}

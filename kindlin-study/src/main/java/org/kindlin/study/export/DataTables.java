package org.kindlin.study.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.Exclusion;

/** What was measured: every well or row behind the results, and what was left out. */
final class DataTables {
    private final ExportContent content;

    DataTables(ExportContent content) {
        this.content = content;
    }

    private record Point(ExportedAnalysis analysis, DataPoint data) {}

    private record LeftOut(ExportedAnalysis analysis, Exclusion exclusion) {}

    List<ExportTable> all() {
        return List.of(data(), exclusions());
    }

    private ExportTable data() {
        TableShape<Point> shape =
                new TableShape<>("data", "A measured value behind the results: a well of a plate, a row of a table.");
        shape.text(
                        "experiment",
                        "name of the experiment",
                        point -> point.analysis().experiment())
                .text(
                        "analysis",
                        "name of the assay",
                        point -> point.analysis().document().analysis())
                .text("file", "raw file it came from", point -> point.data().file())
                .text("plate", "name of the plate", point -> point.data().plate())
                .text(
                        "place",
                        "where in the file: well or line",
                        point -> point.data().place());
        content.subjectNames()
                .forEach(key -> shape.text(
                        "subject_" + key,
                        key + " of the subject",
                        point -> point.data().subject().get(key)));
        shape.text("role", "what it was measured for", point -> point.data().role())
                .number(
                        "dose",
                        "dose_unit",
                        "what was given, on a linear scale",
                        point -> point.data().dose().number())
                .text(
                        "dose_unit",
                        "unit of the dose",
                        point -> point.data().dose().unit())
                .number(
                        "signal",
                        "signal_unit",
                        "what the instrument read",
                        point -> point.data().signal().number())
                .text(
                        "signal_unit",
                        "unit of the signal",
                        point -> point.data().signal().unit())
                .number(
                        "response",
                        "response_unit",
                        "what the analysis made of the signal",
                        point -> point.data().response().number())
                .text(
                        "response_unit",
                        "unit of the response",
                        point -> point.data().response().unit())
                .flag(
                        "excluded",
                        "whether it was left out of the analysis",
                        point -> point.data().excluded())
                .text("reason", "why it was left out", point -> point.data().exclusion())
                .flag(
                        "simulated",
                        "whether the file says that it is simulated",
                        point -> point.analysis().isSimulated(point.data().file()));
        return shape.of(gather(ExportedAnalysis::data, Point::new));
    }

    private ExportTable exclusions() {
        TableShape<LeftOut> shape = new TableShape<>("exclusions", "A reading that was left out, and why.");
        shape.text(
                        "experiment",
                        "name of the experiment",
                        left -> left.analysis().experiment())
                .text(
                        "analysis",
                        "name of the assay",
                        left -> left.analysis().document().analysis())
                .text("file", "raw file it came from", left -> left.exclusion().file())
                .text("place", "where in the file", left -> left.exclusion().place())
                .text(
                        "reason",
                        "who or what excluded it and why",
                        left -> left.exclusion().reason())
                .flag(
                        "simulated",
                        "whether the file says that it is simulated",
                        left -> left.analysis().isSimulated(left.exclusion().file()));
        return shape.of(gather(analysis -> analysis.document().exclusions(), LeftOut::new));
    }

    private <T, R> List<R> gather(Function<ExportedAnalysis, List<T>> things, BiFunction<ExportedAnalysis, T, R> row) {
        List<R> rows = new ArrayList<>();
        for (ExportedAnalysis analysis : content.analyses()) {
            things.apply(analysis).forEach(thing -> rows.add(row.apply(analysis, thing)));
        }
        return rows;
    }
}

package org.kindlin.study.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.AttachmentRecord;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.InputRecord;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.figures.Figure;

/** A JSON tree back to the analysis document it was written from. */
final class DocumentParser {
    private final FigureFile.Source figures;

    DocumentParser(FigureFile.Source figures) {
        this.figures = figures;
    }

    AnalysisDocument document(JsonPlace tree) {
        return new AnalysisDocument(
                tree.text("kindlin"),
                tree.text("analysis"),
                tree.list("inputs", DocumentParser::input),
                protocol(tree),
                tree.whole("seed"),
                tree.list("results", DocumentParser::result),
                tree.list("verdicts", JsonPlace::asText),
                tree.list("exclusions", DocumentParser::exclusion),
                tree.text("methods"),
                tree.list("figures", this::figure),
                tree.list("attachments", DocumentParser::attachment));
    }

    static AttachmentRecord attachment(JsonPlace node) {
        return new AttachmentRecord(node.text("name"), node.text("sha256"), node.whole("size"));
    }

    private static InputRecord input(JsonPlace node) {
        return new InputRecord(node.text("path"), node.text("sha256"), node.flag("simulated"));
    }

    private static List<ProtocolEntry> protocol(JsonPlace tree) {
        JsonPlace notes = tree.child("protocolNotes");
        List<ProtocolEntry> entries = new ArrayList<>();
        tree.child("protocol").members().forEach((name, node) -> {
            JsonPlace note = notes.child(name);
            entries.add(new ProtocolEntry(name, value(node), note.flag("stated"), note.text("meaning")));
        });
        return entries;
    }

    private static Value value(JsonPlace node) {
        return switch (node.kind()) {
            case STRING -> new Value.Text(node.asText());
            case NUMBER -> new Value.Numeric(node.asNumber());
            case BOOLEAN -> new Value.Flag(node.asFlag());
            case OBJECT -> new Value.Measured(new Quantity(node.number("value"), unit(node)));
            case ARRAY -> new Value.Many(node.elements(DocumentParser::value));
            case NULL -> new Value.NotStated();
            default -> throw node.fault("is no protocol value");
        };
    }

    private static Unit unit(JsonPlace quantity) {
        String symbol = quantity.text("unit");
        return Unit.parse(symbol).orElseThrow(() -> quantity.fault("has the unknown unit '" + symbol + "'"));
    }

    private static SubjectResult result(JsonPlace node) {
        Map<String, String> subject = new LinkedHashMap<>();
        node.child("subject").members().forEach((name, value) -> subject.put(name, value.asText()));
        return new SubjectResult(
                subject,
                node.list("estimates", DocumentParser::estimate),
                node.list("tests", DocumentParser::test),
                node.list("quality", DocumentParser::check),
                node.list("warnings", warning -> new Warning(warning.text("code"), warning.text("message"))));
    }

    private static Estimate estimate(JsonPlace node) {
        return new Estimate(
                node.text("name"),
                node.numberOrNull("value"),
                node.text("unit"),
                Relation.ofSymbol(node.text("relation")),
                node.numberOrNull("low"),
                node.numberOrNull("high"),
                node.number("level"),
                node.numberOrNull("se"),
                node.text("method"));
    }

    private static HypothesisTest test(JsonPlace node) {
        return new HypothesisTest(
                node.text("name"),
                node.number("statistic"),
                node.numberOrNull("df"),
                node.numberOrNull("df2"),
                node.number("p"));
    }

    private static QualityCheck check(JsonPlace node) {
        return new QualityCheck(
                node.text("check"),
                node.numberOrNull("value"),
                node.text("limit"),
                QualityCheck.Verdict.valueOf(node.text("verdict").toUpperCase(Locale.ROOT)));
    }

    private static Exclusion exclusion(JsonPlace node) {
        return new Exclusion(node.text("file"), node.text("place"), node.text("reason"));
    }

    private Figure figure(JsonPlace node) {
        FigureFile file = new FigureFile(node.text("name"), node.textOrNull("path"), node.text("sha256"));
        return new Figure(
                file.name(),
                node.text("title"),
                node.text("caption"),
                Math.toIntExact(node.whole("width")),
                Math.toIntExact(node.whole("height")),
                figures.svg(file));
    }
}

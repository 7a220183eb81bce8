package org.kindlin.study.json;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.figures.Figure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An analysis document as a JSON tree, keys in the order of the contract. */
final class DocumentTree {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private DocumentTree() {}

    /** The tree; figures lie in {@code figureFolder}, or nowhere where that is null. */
    static ObjectNode of(AnalysisDocument document, @Nullable String figureFolder) {
        ObjectNode tree = JSON.objectNode();
        tree.put("kindlin", document.kindlin());
        tree.put("analysis", document.analysis());
        ArrayNode inputs = tree.putArray("inputs");
        document.inputs()
                .forEach(input -> inputs.addObject()
                        .put("path", input.path())
                        .put("sha256", input.sha256())
                        .put("simulated", input.simulated()));
        tree.set("protocol", protocol(document.protocol()));
        tree.put("seed", document.seed());
        ArrayNode results = tree.putArray("results");
        document.results().forEach(result -> results.add(result(result)));
        ArrayNode figures = tree.putArray("figures");
        document.figures().forEach(figure -> figures.add(figure(figure, figureFolder)));
        ArrayNode attachments = tree.putArray("attachments");
        document.attachments()
                .forEach(attachment -> attachments
                        .addObject()
                        .put("name", attachment.name())
                        .put("sha256", attachment.sha256())
                        .put("size", attachment.size()));
        addNarrative(tree, document);
        return tree;
    }

    private static ObjectNode protocol(List<ProtocolEntry> entries) {
        ObjectNode node = JSON.objectNode();
        entries.forEach(entry -> node.set(entry.name(), value(entry.value())));
        return node;
    }

    private static JsonNode value(Value value) {
        return switch (value) {
            case Value.Text text -> JSON.stringNode(text.text());
            case Value.Numeric number -> JSON.numberNode(number.number());
            case Value.Flag flag -> JSON.booleanNode(flag.flag());
            case Value.Measured measured ->
                JSON.objectNode()
                        .put("value", measured.quantity().value())
                        .put("unit", measured.quantity().unit().symbol());
            case Value.Many many ->
                JSON.arrayNode()
                        .addAll(many.values().stream().map(DocumentTree::value).toList());
            case Value.NotStated none -> JSON.nullNode();
        };
    }

    private static ObjectNode result(SubjectResult result) {
        ObjectNode node = JSON.objectNode();
        ObjectNode subject = node.putObject("subject");
        result.subject().forEach(subject::put);
        ArrayNode estimates = node.putArray("estimates");
        result.estimates().forEach(estimate -> estimates.add(estimate(estimate)));
        ArrayNode tests = node.putArray("tests");
        result.tests().forEach(test -> tests.add(test(test)));
        ArrayNode quality = node.putArray("quality");
        result.quality().forEach(check -> quality.add(check(check)));
        ArrayNode warnings = node.putArray("warnings");
        result.warnings()
                .forEach(warning ->
                        warnings.addObject().put("code", warning.code()).put("message", warning.message()));
        return node;
    }

    private static ObjectNode estimate(Estimate estimate) {
        return JSON.objectNode()
                .put("name", estimate.name())
                .put("value", estimate.value())
                .put("unit", estimate.unit())
                .put("relation", estimate.relation().symbol())
                .put("low", estimate.low())
                .put("high", estimate.high())
                .put("level", estimate.level())
                .put("se", estimate.se())
                .put("method", estimate.method());
    }

    private static ObjectNode test(HypothesisTest test) {
        return JSON.objectNode()
                .put("name", test.name())
                .put("statistic", test.statistic())
                .put("df", test.df())
                .put("df2", test.df2())
                .put("p", test.p());
    }

    private static ObjectNode check(QualityCheck check) {
        return JSON.objectNode()
                .put("check", check.check())
                .put("value", check.value())
                .put("limit", check.limit())
                .put("verdict", check.verdict().name().toLowerCase(Locale.ROOT));
    }

    private static ObjectNode figure(Figure figure, @Nullable String folder) {
        return JSON.objectNode()
                .put("name", figure.name())
                .put("path", folder == null ? null : folder + "/" + figure.name() + ".svg")
                .put("title", figure.title())
                .put("caption", figure.caption())
                .put("width", figure.widthPx())
                .put("height", figure.heightPx())
                .put("sha256", DocumentJson.sha256(figure));
    }

    /** What goes beyond the numbers: the words of the report, and what was left out. */
    private static void addNarrative(ObjectNode tree, AnalysisDocument document) {
        ArrayNode verdicts = tree.putArray("verdicts");
        document.verdicts().forEach(verdicts::add);
        ArrayNode exclusions = tree.putArray("exclusions");
        document.exclusions()
                .forEach(exclusion -> exclusions
                        .addObject()
                        .put("file", exclusion.file())
                        .put("place", exclusion.place())
                        .put("reason", exclusion.reason()));
        tree.put("methods", document.methods());
        ObjectNode notes = tree.putObject("protocolNotes");
        document.protocol()
                .forEach(entry -> notes.putObject(entry.name())
                        .put("stated", entry.stated())
                        .put("meaning", entry.meaning()));
    }
}

package org.kindlin.study.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.result.InputRecord;

/** Where the numbers come from: analyses with version and seed, inputs with hashes, every protocol key. */
final class ProvenanceTables {
    private final ExportContent content;

    ProvenanceTables(ExportContent content) {
        this.content = content;
    }

    private record Input(ExportedAnalysis analysis, InputRecord record) {}

    private record Parameter(ExportedAnalysis analysis, ProtocolEntry entry) {
        /** The value where it is a number, with or without a unit. */
        @Nullable
        Double number() {
            return switch (entry.value()) {
                case Value.Numeric(double number) -> number;
                case Value.Measured measured -> measured.quantity().value();
                default -> null;
            };
        }

        String unit() {
            return entry.value() instanceof Value.Measured measured
                    ? measured.quantity().unit().symbol()
                    : "";
        }
    }

    List<ExportTable> all() {
        return List.of(analyses(), inputs(), protocol());
    }

    private ExportTable analyses() {
        TableShape<ExportedAnalysis> shape =
                new TableShape<>("analyses", "An analysis: what ran, on what terms, and the hash of its result.");
        shape.text("experiment", "name of the experiment", ExportedAnalysis::experiment)
                .text(
                        "analysis",
                        "name of the assay",
                        analysis -> analysis.document().analysis())
                .text("study", "title of the study", _ -> content.title())
                .text("question", "what the study is to answer", _ -> content.question())
                .text(
                        "kindlin",
                        "version of Kindlin that made the result",
                        analysis -> analysis.document().kindlin())
                .whole(
                        "seed",
                        "",
                        "seed of everything random",
                        analysis -> analysis.document().seed())
                .text("result_sha256", "SHA-256 of the result document in the record", ExportedAnalysis::sha256)
                .text(
                        "methods",
                        "the methods paragraph",
                        analysis -> analysis.document().methods())
                .flag(
                        "simulated",
                        "whether it rests on simulated data",
                        analysis -> analysis.document().simulated());
        return shape.of(content.analyses());
    }

    private ExportTable inputs() {
        TableShape<Input> shape = new TableShape<>("inputs", "A file that an analysis read.");
        shape.text(
                        "experiment",
                        "name of the experiment",
                        input -> input.analysis().experiment())
                .text(
                        "file",
                        "path as the study names it",
                        input -> input.record().path())
                .text("sha256", "SHA-256 of its bytes", input -> input.record().sha256())
                .flag(
                        "simulated",
                        "whether the file says that it is simulated",
                        input -> input.record().simulated());
        List<Input> inputs = new ArrayList<>();
        content.analyses()
                .forEach(analysis ->
                        analysis.document().inputs().forEach(record -> inputs.add(new Input(analysis, record))));
        return shape.of(inputs);
    }

    private ExportTable protocol() {
        TableShape<Parameter> shape = new TableShape<>("protocol", "A parameter of an analysis.");
        shape.text(
                        "experiment",
                        "name of the experiment",
                        parameter -> parameter.analysis().experiment())
                .text(
                        "key",
                        "name of the parameter",
                        parameter -> parameter.entry().name())
                .text(
                        "value",
                        "the value as people write it",
                        parameter -> parameter.entry().value().asText())
                .number("number", "unit", "the value where it is a number", Parameter::number)
                .text("unit", "unit of the number", Parameter::unit)
                .flag(
                        "stated",
                        "whether the study states it; otherwise it is the default",
                        parameter -> parameter.entry().stated())
                .text(
                        "meaning",
                        "what the parameter means",
                        parameter -> parameter.entry().meaning())
                .flag(
                        "simulated",
                        "whether the analysis rests on simulated data",
                        parameter -> parameter.analysis().document().simulated());
        List<Parameter> parameters = new ArrayList<>();
        content.analyses()
                .forEach(analysis -> analysis.document()
                        .protocol()
                        .forEach(entry -> parameters.add(new Parameter(analysis, entry))));
        return shape.of(parameters);
    }
}

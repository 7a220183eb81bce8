package org.kindlin.study;

import java.util.List;
import java.util.TreeMap;
import org.kindlin.assays.Version;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.study.json.JsonText;
import org.kindlin.study.record.Sha256;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The hash of everything an experiment's result depends on: equal keys mean there is nothing to do. */
final class AnalysisKey {

    private AnalysisKey() {}

    /** Version and code, experiment, assay, seed, stated protocol, and every file with content, layout, tags, forms. */
    static Sha256 of(Experiment experiment, long seed, List<InputFile> files) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("kindlin", Version.current())
                .put("code", RunningCode.hash())
                .put("experiment", experiment.name())
                .put("assay", experiment.assay())
                .put("seed", seed);
        ObjectNode protocol = node.putObject("protocol");
        new TreeMap<>(experiment.protocol()).forEach(protocol::put);
        ArrayNode list = node.putArray("files");
        files.forEach(file -> add(list.addObject(), file));
        return Sha256.of(JsonText.line(node));
    }

    private static void add(ObjectNode node, InputFile file) {
        add(node, "file", file.data());
        file.layout().ifPresent(layout -> add(node, "layout", layout));
        file.companions().forEach((key, companion) -> add(node, key, companion));
        ObjectNode tags = node.putObject("tags");
        file.tags().forEach(tags::put);
        ObjectNode compounds = node.putObject("compounds");
        file.compounds().forEach(form -> compounds.put(form.compound() + ", " + form.form(), form.molarMass()));
    }

    private static void add(ObjectNode node, String role, RawFile file) {
        node.putObject(role).put("path", file.path()).put("sha256", file.sha256());
    }
}

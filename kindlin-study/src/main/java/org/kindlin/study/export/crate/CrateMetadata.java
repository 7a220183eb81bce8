package org.kindlin.study.export.crate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kindlin.assays.Version;
import org.kindlin.study.FinishedStudy;
import org.kindlin.study.json.JsonText;
import org.kindlin.study.record.Sha256;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The metadata file of a crate: flat JSON-LD after RO-Crate 1.1 (doi:10.5281/zenodo.4541002), terms of schema.org.
 *
 * <p>Dates are those of the record's journal, so that the same record gives the same bytes.
 */
final class CrateMetadata {
    static final String FILE_NAME = "ro-crate-metadata.json";
    private static final String SPECIFICATION = "https://w3id.org/ro/crate/1.1";
    private static final String SIMULATED = "#simulated";
    private final FinishedStudy study;
    private final CrateContents contents;
    private final Optional<String> licence;
    private final ObjectNode tree = JsonNodeFactory.instance.objectNode();
    private final ArrayNode graph;

    private CrateMetadata(FinishedStudy study, CrateContents contents, Optional<String> licence) {
        this.study = study;
        this.contents = contents;
        this.licence = licence;
        ArrayNode context = tree.putArray("@context").add(SPECIFICATION + "/context");
        context.addObject().put("sha256", "https://schema.org/sha256"); // not yet a term of 1.1
        this.graph = tree.putArray("@graph");
    }

    /**
     * The file's text.
     *
     * @param licence an SPDX identifier or a URL; where empty the crate says that none is stated
     */
    static String of(FinishedStudy study, CrateContents contents, Optional<String> licence) {
        CrateMetadata metadata = new CrateMetadata(study, contents, licence);
        metadata.write();
        return JsonText.of(metadata.tree);
    }

    private void write() {
        descriptor();
        root();
        contents.files().values().forEach(this::file);
        contents.analyses().forEach(this::analysis);
        derivation();
        software();
        licence.ifPresent(this::licence);
        if (simulated()) {
            ObjectNode property = entity(SIMULATED, "PropertyValue").put("name", "simulated");
            property.put("value", true)
                    .put(
                            "description",
                            "SIMULATED DATA: it is, or rests on, data of the virtual lab, not of an instrument.");
        }
    }

    private void descriptor() {
        ObjectNode descriptor = entity(FILE_NAME, "CreativeWork");
        reference(descriptor, "conformsTo", SPECIFICATION);
        reference(descriptor, "about", "./");
    }

    private void root() {
        ObjectNode root = entity("./", "Dataset").put("name", study.study().title());
        root.put("description", description());
        root.put("datePublished", LocalDate.ofInstant(latest(), ZoneOffset.UTC).toString());
        licence.ifPresentOrElse(
                stated -> reference(root, "license", licenceUrl(stated)),
                () -> root.put("license", "Not stated: ask the owner of the study before reusing it."));
        references(
                root,
                "hasPart",
                contents.files().values().stream().map(CrateFile::id).toList());
        root.putArray("mentions")
                .addAll(contents.analyses().stream()
                        .map(analysed -> reference(actionId(analysed)))
                        .toList())
                .add(reference("#derivation"));
        markSimulated(root, simulated());
    }

    private String description() {
        String question = study.study().question().isBlank()
                ? "A study analysed with Kindlin."
                : study.study().question().strip();
        return question + (simulated() ? " In part or all SIMULATED DATA; each file says so." : "");
    }

    private void file(CrateFile file) {
        ObjectNode node = entity(file.id(), "File").put("name", file.name());
        if (!file.description().isEmpty()) {
            node.put("description", file.description());
        }
        node.put("encodingFormat", file.encodingFormat());
        node.put("contentSize", Integer.toString(file.content().length));
        node.put("sha256", Sha256.of(file.content()).hex());
        if (!file.licences().isEmpty()) {
            references(
                    node, "license", file.licences().stream().map(CrateFile::id).toList());
        }
        markSimulated(node, file.simulated());
    }

    private void analysis(CrateContents.Analysed analysed) {
        ObjectNode action = entity(actionId(analysed), "CreateAction")
                .put(
                        "name",
                        "Analysis of experiment "
                                + analysed.experiment().experiment().name())
                .put("description", analysed.experiment().document().methods())
                .put("endTime", analysed.experiment().analysed().toString());
        reference(action, "instrument", softwareId());
        references(action, "object", ids(analysed.inputs()));
        references(action, "result", ids(analysed.outputs()));
    }

    private void derivation() {
        ObjectNode action = entity("#derivation", "CreateAction").put("name", "Report and tables");
        reference(action, "instrument", softwareId());
        references(
                action,
                "object",
                ids(contents.analyses().stream()
                        .flatMap(analysed -> analysed.outputs().stream())
                        .toList()));
        references(action, "result", ids(contents.derived()));
    }

    private void software() {
        entity(softwareId(), "SoftwareApplication")
                .put("name", "Kindlin")
                .put("version", Version.current())
                .put("description", "The open workbench for evaluating inhibitors of focal adhesion signalling.")
                .put("license", "Apache-2.0");
    }

    private void licence(String stated) {
        entity(licenceUrl(stated), "CreativeWork")
                .put("name", stated)
                .put("description", "The licence that the owner of the study states for the crate.");
    }

    private static String licenceUrl(String stated) {
        boolean isUrl = stated.toLowerCase(Locale.ROOT).matches("https?://.+");
        return isUrl ? stated : "https://spdx.org/licenses/" + CrateFile.id(stated);
    }

    private boolean simulated() {
        return study.experiments().stream()
                .anyMatch(finished -> finished.document().simulated());
    }

    private Instant latest() {
        return study.experiments().stream()
                .map(finished -> finished.analysed())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static String actionId(CrateContents.Analysed analysed) {
        return "#analysis-" + analysed.experiment().experiment().name();
    }

    private static String softwareId() {
        return "#kindlin-" + Version.current();
    }

    private static List<String> ids(List<String> paths) {
        return paths.stream().map(CrateFile::id).toList();
    }

    private ObjectNode entity(String id, String type) {
        return graph.addObject().put("@id", id).put("@type", type);
    }

    private static void markSimulated(ObjectNode node, boolean simulated) {
        if (simulated) {
            reference(node, "additionalProperty", SIMULATED);
        }
    }

    private static ObjectNode reference(String id) {
        return JsonNodeFactory.instance.objectNode().put("@id", id);
    }

    private static void reference(ObjectNode node, String property, String id) {
        node.set(property, reference(id));
    }

    private static void references(ObjectNode node, String property, Collection<String> ids) {
        node.putArray(property)
                .addAll(ids.stream().map(CrateMetadata::reference).toList());
    }
}

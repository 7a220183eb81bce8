package org.kindlin.study.export.crate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindlin.study.export.ExportFile;
import org.kindlin.study.export.ExportFixture;
import org.kindlin.study.export.FixedZip;
import org.kindlin.study.json.DocumentJson;
import org.kindlin.study.record.Sha256;
import tools.jackson.databind.JsonNode;

/** The crate against every MUST of RO-Crate 1.1 that concerns it, section by section. */
class RoCrateTest {
    private static final String METADATA = "ro-crate-metadata.json";

    @TempDir
    private Path folder;

    private List<ExportFile> files() throws IOException {
        return RoCrate.of(ExportFixture.in(folder), Optional.of("CC-BY-4.0"));
    }

    private static Map<String, JsonNode> entities(List<ExportFile> files) {
        JsonNode tree = DocumentJson.tree(METADATA, files.getLast().content());
        Map<String, JsonNode> entities = new LinkedHashMap<>();
        tree.get("@graph").forEach(entity -> {
            JsonNode before = entities.put(entity.get("@id").stringValue(), entity);
            assertThat(before).as("an @id is described once").isNull();
        });
        return entities;
    }

    private static JsonNode entity(Map<String, JsonNode> entities, String id) {
        return Objects.requireNonNull(entities.get(id), id);
    }

    @Test
    void theMetadataFileDescribesItselfAndTheRoot() throws IOException {
        List<ExportFile> files = files();
        assertThat(files.getLast().name()).isEqualTo(METADATA);
        Map<String, JsonNode> entities = entities(files);
        JsonNode descriptor = entity(entities, METADATA);
        assertThat(descriptor.get("@type").stringValue()).isEqualTo("CreativeWork");
        assertThat(descriptor.at("/about/@id").stringValue()).isEqualTo("./");
        assertThat(descriptor.at("/conformsTo/@id").stringValue()).isEqualTo("https://w3id.org/ro/crate/1.1");
        JsonNode root = entity(entities, "./");
        assertThat(root.get("@type").stringValue()).isEqualTo("Dataset");
        assertThat(root.get("name").stringValue()).isEqualTo("Two curves");
        assertThat(root.get("description").stringValue())
                .contains("Which is stronger?")
                .contains("SIMULATED DATA");
        assertThat(root.get("datePublished").stringValue()).isEqualTo("2026-01-02");
        JsonNode licence = entity(entities, root.at("/license/@id").stringValue());
        assertThat(licence.has("name") && licence.has("description")).isTrue();
    }

    @Test
    void everyFileIsDescribedLinkedFromTheRootAndTrueToItsHash() throws IOException {
        List<ExportFile> files = files();
        Map<String, JsonNode> entities = entities(files);
        List<String> parts = new ArrayList<>();
        entity(entities, "./")
                .get("hasPart")
                .forEach(part -> parts.add(part.get("@id").stringValue()));
        assertThat(parts).hasSize(files.size() - 1).contains("study/data/my%20curves.csv");
        for (ExportFile file : files.subList(0, files.size() - 1)) {
            JsonNode described = entity(entities, CrateFile.id(file.name()));
            assertThat(described.get("@type").stringValue()).isEqualTo("File");
            assertThat(described.get("sha256").stringValue())
                    .isEqualTo(Sha256.of(file.content()).hex());
            assertThat(described.get("contentSize").stringValue()).isEqualTo("" + file.content().length);
            assertThat(described.get("encodingFormat").stringValue()).contains("/");
            assertThat(parts).contains(CrateFile.id(file.name()));
        }
    }

    @Test
    void everyReferenceLeadsToAnEntityOrToTheWeb() throws IOException {
        List<ExportFile> files = files();
        Map<String, JsonNode> entities = entities(files);
        JsonNode tree = DocumentJson.tree(METADATA, files.getLast().content());
        for (JsonNode id : tree.findValues("@id")) {
            assertThat(entities.containsKey(id.stringValue())
                            || id.stringValue().startsWith("https://"))
                    .as(id.stringValue())
                    .isTrue();
        }
        tree.get("@graph")
                .forEach(entity -> entity.propertyStream().forEach(property -> {
                    boolean nested = property.getValue().isObject()
                            && !List.copyOf(property.getValue().propertyNames()).equals(List.of("@id"));
                    assertThat(nested).as("flat JSON-LD: " + property.getKey()).isFalse();
                }));
    }

    @Test
    void eachAnalysisIsAnActionFromInputsByKindlinToResults() throws IOException {
        Map<String, JsonNode> entities = entities(files());
        JsonNode action = entity(entities, "#analysis-first");
        assertThat(action.get("@type").stringValue()).isEqualTo("CreateAction");
        assertThat(action.get("object").toString()).contains("study/study.yaml").contains("my%20curves.csv");
        assertThat(action.get("result").toString())
                .contains("results/first.json")
                .contains("figures/first/");
        assertThat(action.get("endTime").stringValue()).isEqualTo("2026-01-02T03:04:05Z");
        JsonNode software = entity(entities, action.at("/instrument/@id").stringValue());
        assertThat(software.get("@type").stringValue()).isEqualTo("SoftwareApplication");
        assertThat(software.has("version")).isTrue();
    }

    @Test
    void simulatedFilesSaySoAndLicencesGoWithTheirFiles() throws IOException {
        Map<String, JsonNode> entities = entities(files());
        assertThat(entity(entities, "study/data/simulated.csv")
                        .at("/additionalProperty/@id")
                        .stringValue())
                .isEqualTo("#simulated");
        assertThat(entity(entities, "results/second.json").has("additionalProperty"))
                .isTrue();
        JsonNode measured = entity(entities, "study/data/my%20curves.csv");
        assertThat(measured.has("additionalProperty")).isFalse();
        assertThat(measured.at("/license/0/@id").stringValue()).isEqualTo("study/data/LICENSE.txt");
    }

    @Test
    void theSameRecordGivesTheSameBytes() throws IOException {
        assertThat(FixedZip.of(files())).isEqualTo(FixedZip.of(files()));
    }
}

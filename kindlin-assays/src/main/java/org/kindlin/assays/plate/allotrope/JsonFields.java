package org.kindlin.assays.plate.allotrope;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.Findings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON from outside, under limits, and lenient looks into it: what is not there, or not of the kind, is absent. */
final class JsonFields {
    private static final int MOST_BYTES = 128 << 20;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxDocumentLength(MOST_BYTES)
                            .maxStringLength(1 << 20)
                            .maxNumberLength(64)
                            .maxNameLength(10_000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private JsonFields() {}

    /** The tree of a file; empty where a fault was added. */
    static Optional<JsonNode> tree(RawFile file, Findings findings) {
        try {
            return Optional.of(MAPPER.readTree(file.bytes()));
        } catch (JacksonException e) {
            String place =
                    e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr();
            findings.fault(place, "cannot be read as JSON: " + e.getOriginalMessage(), "export the document again");
            return Optional.empty();
        }
    }

    /** The member of that name; empty where there is none or it is null. */
    static Optional<JsonNode> member(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).filter(found -> !found.isNull());
    }

    /** The members of an array; the node itself where one document stands without an array. */
    static List<JsonNode> items(JsonNode node, String name) {
        Optional<JsonNode> found = member(node, name);
        if (found.isEmpty()) {
            return List.of();
        }
        return found.get().isArray() ? found.get().valueStream().toList() : List.of(found.get());
    }

    /** A text, or a number as text; empty where there is neither. */
    static String text(JsonNode node, String name) {
        return member(node, name)
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asString)
                .orElse("");
    }

    /** The number of {@code {"value": number, "unit": ...}}; null where there is none. */
    static @Nullable Double quantity(JsonNode node, String name) {
        return member(node, name)
                .flatMap(quantity -> member(quantity, "value"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::doubleValue)
                .filter(Double::isFinite)
                .orElse(null);
    }
}

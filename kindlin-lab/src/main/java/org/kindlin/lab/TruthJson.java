package org.kindlin.lab;

import java.util.List;
import org.kindlin.assays.Version;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.ProtocolEntry;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@code truth.json}: settings, seed and the true values, marked as simulated. */
final class TruthJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private TruthJson() {}

    static String write(String assay, long seed, List<ProtocolEntry> settings, List<Truth> truth) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("kindlin", Version.current());
        root.put("notice", RawFile.SIMULATED_MARK + " by the Kindlin virtual lab");
        root.put("lab", assay);
        root.put("seed", seed);
        ObjectNode stated = root.putObject("settings");
        settings.forEach(entry -> stated.put(entry.name(), entry.value().asText()));
        ArrayNode subjects = root.putArray("truth");
        truth.forEach(one -> add(subjects.addObject(), one));
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return MAPPER.writer().with(printer).writeValueAsString(root) + "\n";
    }

    private static void add(ObjectNode node, Truth truth) {
        ObjectNode subject = node.putObject("subject");
        truth.subject().forEach(subject::put);
        ObjectNode values = node.putObject("values");
        truth.values()
                .forEach(value -> values.putObject(value.name())
                        .put("value", value.value())
                        .put("unit", value.unit()));
    }
}

package org.kindlin.study.record;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindlin.fault.InputFaultException;
import org.kindlin.study.json.DocumentJson;
import org.kindlin.study.json.JsonText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A journal entry as one line of JSON that carries its own check, so that a torn or altered line is known as such. */
final class JournalLine {
    private static final Pattern CHECKED = Pattern.compile("(\\{.*),\"check\":\"([0-9a-f]{16})\"}");

    private JournalLine() {}

    static String of(JournalEntry entry) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("time", entry.time().toString())
                .put("kind", entry.kind().name().toLowerCase(Locale.ROOT))
                .put("name", entry.name())
                .put("key", entry.key().hex());
        ObjectNode outputs = node.putObject("outputs");
        entry.outputs().forEach((name, hash) -> outputs.put(name, hash.hex()));
        String body = JsonText.line(node);
        return body.substring(0, body.length() - 1) + ",\"check\":\"" + check(body) + "\"}";
    }

    /** Whether a line has beginning and end of an entry, whatever is between. */
    static boolean looksWhole(String line) {
        return line.startsWith("{") && line.contains(",\"check\":\"") && line.endsWith("\"}");
    }

    /** The entry of a line; empty where the line is not exactly what {@link #of} wrote. */
    static Optional<JournalEntry> parse(String line) {
        Matcher matcher = CHECKED.matcher(line);
        if (!matcher.matches() || !check(matcher.group(1) + "}").equals(matcher.group(2))) {
            return Optional.empty();
        }
        try {
            return Optional.of(entry(DocumentJson.tree("journal", line.getBytes(StandardCharsets.UTF_8))));
        } catch (InputFaultException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static JournalEntry entry(JsonNode node) {
        Map<String, Sha256> outputs = new LinkedHashMap<>();
        node.path("outputs").forEachEntry((name, hash) -> outputs.put(name, new Sha256(hash.asString(""))));
        return new JournalEntry(
                Instant.parse(node.path("time").asString("")),
                JournalEntry.Kind.valueOf(node.path("kind").asString("").toUpperCase(Locale.ROOT)),
                node.path("name").asString(""),
                new Sha256(node.path("key").asString("")),
                outputs);
    }

    private static String check(String body) {
        return Sha256.of(body).hex().substring(0, 16);
    }
}

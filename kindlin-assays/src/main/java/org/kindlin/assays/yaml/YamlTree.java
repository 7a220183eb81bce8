package org.kindlin.assays.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Faults;
import org.kindlin.fault.InputFaultException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;
import tools.jackson.dataformat.yaml.YAMLSchema;

/**
 * Reads one YAML document of plain text, lists and mappings.
 *
 * <p>The failsafe schema of YAML 1.2 (section 10.1) is all there is: every scalar is text, so {@code 0.10}, {@code no}
 * and {@code 1e-3} arrive as they were written. Tags, anchors and aliases are refused, so nothing is constructed and
 * nothing is multiplied.
 */
public final class YamlTree {
    private static final int DEEPEST = 16;
    private static final Pattern MARK = Pattern.compile("(?m)^ in \\S+, line (\\d+), column \\d+:");
    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .yamlSchema(YAMLSchema.FAILSAFE)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final String file;
    private final YAMLParser parser;
    private final Faults faults;

    private YamlTree(String file, YAMLParser parser, Faults faults) {
        this.file = file;
        this.parser = parser;
        this.faults = faults;
    }

    /**
     * The document's root.
     *
     * @param faults takes repeated keys, tags and aliases; reading goes on past them
     * @throws InputFaultException if the text is no YAML, after which reading cannot go on
     */
    public static YamlNode read(String file, String text, Faults faults) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new YamlTree(file, (YAMLParser) parser, faults).document();
        } catch (JacksonException e) {
            faults.add(
                    new Fault(file, place(e), "not readable as YAML: " + problem(e), "mend the text around this line"));
            throw new InputFaultException(faults.all());
        }
    }

    private YamlNode document() {
        JsonToken first = parser.nextToken();
        YamlNode root = first == null ? new YamlNode.Empty(1) : node(first);
        if (parser.nextToken() != null) {
            fault(line(), "a second document starts here", "keep one document: remove the '---'");
        }
        return root;
    }

    private YamlNode node(JsonToken token) {
        refuseReferences();
        return switch (token) {
            case START_OBJECT -> mapping();
            case START_ARRAY -> sequence();
            case VALUE_NULL -> new YamlNode.Empty(line());
            default -> new YamlNode.Scalar(parser.getString(), line());
        };
    }

    private YamlNode sequence() {
        int line = line();
        List<YamlNode> items = new ArrayList<>();
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            items.add(node(token));
        }
        return new YamlNode.Sequence(items, line);
    }

    private YamlNode mapping() {
        int line = line();
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        while (next() != JsonToken.END_OBJECT) {
            refuseReferences();
            String key = parser.getString();
            int keyLine = line();
            YamlNode.Entry entry = new YamlNode.Entry(keyLine, node(next()));
            YamlNode.Entry earlier = entries.putIfAbsent(key, entry);
            if (earlier != null) {
                fault(keyLine, "'" + key + "' stands here again, first on line " + earlier.line(), "keep one of them");
            }
        }
        return new YamlNode.Mapping(entries, line);
    }

    private JsonToken next() {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new InputFaultException(new Fault(file, "line " + line(), "the document ends early", "complete it"));
        }
        return token;
    }

    private void refuseReferences() {
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            fault(line(), "anchors and aliases (& and *) are not read", "write the value out, or quote the text");
        } else if (parser.getTypeId() != null) {
            fault(line(), "tags (!) are not read", "remove the tag, or quote the text");
        }
    }

    private void fault(int line, String problem, String remedy) {
        faults.add(file, "line " + line, problem, remedy);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** The line of the problem; where the message does not name it, the line that the parser had come to. */
    private static String place(JacksonException e) {
        @Nullable String message = e.getOriginalMessage();
        Optional<String> marked = message == null
                ? Optional.empty()
                : MARK.matcher(message).results().map(mark -> mark.group(1)).reduce((context, problem) -> problem);
        return marked.map(line -> "line " + line).orElseGet(() -> lineReached(e));
    }

    private static String lineReached(JacksonException e) {
        return e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? ""
                : "line " + e.getLocation().getLineNr();
    }

    /** The parser's sentences without its drawing of the place. */
    private static String problem(JacksonException e) {
        @Nullable String message = e.getOriginalMessage();
        return message == null
                ? "unknown reason"
                : message.lines()
                        .filter(line -> !line.startsWith(" "))
                        .map(String::strip)
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("unknown reason");
    }
}

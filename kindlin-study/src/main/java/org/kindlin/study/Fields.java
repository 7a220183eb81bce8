package org.kindlin.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.yaml.YamlNode;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Suggestion;

/**
 * The keys of one mapping of study.yaml, each taken once; what was never taken is unknown.
 *
 * <p>What does not fit becomes a fault with its line, and reading goes on as if it were absent.
 */
final class Fields {
    /** No sentence, path or parameter is longer. */
    private static final int LONGEST_TEXT = 10_000;

    private final String owner;
    private final int line;
    private final Faults faults;
    private final Map<String, YamlNode.Entry> left = new LinkedHashMap<>();
    private final List<String> known = new ArrayList<>();

    /** The keys of {@code node}; {@code owner} is what faults call it. */
    Fields(YamlNode node, String owner, Faults faults) {
        this.owner = owner;
        this.line = node.line();
        this.faults = faults;
        if (node instanceof YamlNode.Mapping mapping) {
            left.putAll(mapping.entries());
        } else {
            fault(line, owner + " must have keys with values, not " + node.kind(), "write 'key: value' lines");
        }
    }

    Optional<YamlNode.Entry> take(String name) {
        known.add(name);
        return Optional.ofNullable(left.remove(name));
    }

    /** The text of a key; a missing key, a list or a mapping is empty, the latter two with a fault. */
    Optional<String> text(String name) {
        return take(name).flatMap(entry -> text(name, entry));
    }

    Optional<String> text(String name, YamlNode.Entry entry) {
        return switch (entry.value()) {
            case YamlNode.Scalar scalar
            when scalar.text().length() > LONGEST_TEXT ->
                refuse(entry.line(), "'" + name + "' is longer than " + LONGEST_TEXT + " characters", "shorten it");
            case YamlNode.Scalar scalar
            when !scalar.text().isBlank() -> Optional.of(scalar.text().strip());
            case YamlNode.Scalar scalar ->
                refuse(entry.line(), "'" + name + "' has no value", "give it one, or remove it");
            case YamlNode.Empty empty ->
                refuse(entry.line(), "'" + name + "' has no value", "give it one, or remove it");
            case YamlNode other ->
                refuse(entry.line(), "'" + name + "' must be text, not " + other.kind(), "write '" + name + ": text'");
        };
    }

    /** The text of a key that must be there; otherwise empty text and a fault. */
    String requiredText(String name, String remedy) {
        Optional<YamlNode.Entry> entry = take(name);
        if (entry.isEmpty()) {
            fault(line, owner + " has no '" + name + "'", remedy);
        }
        return entry.flatMap(present -> text(name, present)).orElse("");
    }

    /** What has not been taken yet, taken now. */
    Map<String, YamlNode.Entry> rest() {
        Map<String, YamlNode.Entry> rest = new LinkedHashMap<>(left);
        left.clear();
        return rest;
    }

    void rejectUnknown() {
        rest().forEach((name, entry) -> fault(
                entry.line(),
                "unknown key '" + Fields.shown(name) + "' in " + owner + Suggestion.didYouMean(name, known),
                "known keys: " + String.join(", ", known)));
    }

    void fault(int atLine, String problem, String remedy) {
        faults.add(Study.FILE_NAME, "line " + atLine, problem, remedy);
    }

    int line() {
        return line;
    }

    /** Text short enough to be quoted in a fault. */
    static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }

    private <T> Optional<T> refuse(int atLine, String problem, String remedy) {
        fault(atLine, problem, remedy);
        return Optional.empty();
    }
}

package org.kindlin.assays.cytometry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Value;

/**
 * What the user says of single files: file name to a value.
 *
 * @param values by file name, in the order given
 */
public record FileMap(Map<String, String> values) {
    /** Nothing said. */
    public static final FileMap NONE = new FileMap(Map.of());

    public FileMap {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** {@code a.fcs=x, b.fcs=y}; empty where the text is not that, or names a file twice. */
    static Optional<FileMap> parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String entry : text.split(",", -1)) {
            int equals = entry.lastIndexOf('=');
            if (equals < 1 || entry.substring(equals + 1).isBlank()) {
                return Optional.empty();
            }
            String before = values.put(
                    entry.substring(0, equals).strip(),
                    entry.substring(equals + 1).strip());
            if (before != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new FileMap(values));
    }

    static Key<FileMap> key(String name, String what, String meaning) {
        return new Key<>(
                name,
                "file=" + what + ", ...",
                "",
                null,
                meaning,
                FileMap::parse,
                map -> new Value.Text(String.join(
                        ", ",
                        map.values().entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .toList())));
    }

    Optional<String> of(String file) {
        return Optional.ofNullable(values.get(file));
    }
}

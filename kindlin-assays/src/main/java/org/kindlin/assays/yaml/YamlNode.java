package org.kindlin.assays.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A node of a YAML document with the line it starts on; scalars keep their text as written. */
public sealed interface YamlNode {
    int line();

    /** What a person would call it. */
    String kind();

    record Scalar(String text, int line) implements YamlNode {
        @Override
        public String kind() {
            return "text";
        }
    }

    /** A key without a value. */
    record Empty(int line) implements YamlNode {
        @Override
        public String kind() {
            return "nothing";
        }
    }

    record Sequence(List<YamlNode> items, int line) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    record Mapping(Map<String, Entry> entries, int line) implements YamlNode {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String kind() {
            return "keys with values";
        }
    }

    /** A value and the line its key stands on. */
    record Entry(int line, YamlNode value) {}
}

package org.kindlin.assays.viability;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The cell lines of one reading: spellings that differ in case, spaces or hyphens only are one line, as first written. */
final class CellLines {
    private final Map<String, String> firstSpelling = new LinkedHashMap<>();

    /** The spelling that stands for this line. */
    String canonical(String name) {
        String normal = name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
        return firstSpelling.computeIfAbsent(normal, _ -> name.strip());
    }
}

package org.kindlin.study.export.crate;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A file of a crate.
 *
 * @param path within the crate, with forward slashes
 * @param name what people call it
 * @param description one sentence; may be empty
 * @param simulated whether it is, or rests on, simulated data
 * @param licences paths of the licence files that hold for it; may be empty
 */
record CrateFile(
        String path, byte[] content, String name, String description, boolean simulated, List<String> licences) {
    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("csv", "text/csv"),
            Map.entry("tsv", "text/tab-separated-values"),
            Map.entry("txt", "text/plain"),
            Map.entry("md", "text/markdown"),
            Map.entry("yaml", "application/yaml"),
            Map.entry("json", "application/json"),
            Map.entry("html", "text/html"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("xml", "application/xml"),
            Map.entry("pzfx", "application/xml"),
            Map.entry("xls", "application/vnd.ms-excel"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("gz", "application/gzip"),
            Map.entry("zip", "application/zip"));

    CrateFile {
        licences = List.copyOf(licences);
    }

    static CrateFile of(String path, byte[] content, String name, String description, boolean simulated) {
        return new CrateFile(path, content, name, description, simulated, List.of());
    }

    /** The media type that the name's end stands for (IANA registry). */
    String encodingFormat() {
        String end = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return MEDIA_TYPES.getOrDefault(end, "application/octet-stream");
    }

    /** The path as a URI reference: what a URI path cannot hold is percent-encoded, other languages' letters stay. */
    String id() {
        return id(path);
    }

    static String id(String path) {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean escaped = c <= ' ' || c == 0x7F || "\"#%<>?[\\]^`{|}".indexOf(c) >= 0;
            id.append(escaped ? String.format(Locale.ROOT, "%%%02X", (int) c) : String.valueOf(c));
        }
        return id.toString();
    }
}

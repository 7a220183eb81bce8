package org.kindlin.study.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema (draft 2020-12) that every result document is valid under. */
public final class ResultSchema {
    /** Name of the schema file, as a resource beside this class. */
    public static final String FILE_NAME = "kindlin-result.schema.json";

    private ResultSchema() {}

    /** The schema's text. */
    public static String text() {
        try (InputStream stream = ResultSchema.class.getResourceAsStream(FILE_NAME)) {
            if (stream == null) {
                throw new IllegalStateException(FILE_NAME + " is missing from the build");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

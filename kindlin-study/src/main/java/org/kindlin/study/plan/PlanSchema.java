package org.kindlin.study.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema (draft 2020-12) that every plan is valid under. */
public final class PlanSchema {
    static final String FILE_NAME = "kindlin-plan.schema.json";

    private PlanSchema() {}

    /** The schema's text. */
    public static String text() {
        try (InputStream stream = PlanSchema.class.getResourceAsStream(FILE_NAME)) {
            if (stream == null) {
                throw new IllegalStateException(FILE_NAME + " is missing from the build");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

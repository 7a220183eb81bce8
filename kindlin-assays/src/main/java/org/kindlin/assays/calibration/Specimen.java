package org.kindlin.assays.calibration;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was measured: one extract of one culture, whatever the number of wells and dilutions it was measured in.
 *
 * @param name of the culture or specimen, unique on its plate
 * @param fraction {@code soluble}, {@code insoluble}; empty where there is one extract only
 */
public record Specimen(String name, String fraction, Treatment treatment) {

    /** Under which words results of the specimen stand. */
    public Map<String, String> subject() {
        Map<String, String> subject = new LinkedHashMap<>();
        put(subject, "sample", name);
        put(subject, "fraction", fraction);
        put(subject, "compound", treatment.compound());
        put(subject, "form", treatment.form());
        put(subject, "dose", treatment.dose());
        return subject;
    }

    private static void put(Map<String, String> subject, String key, String value) {
        if (!value.isEmpty()) {
            subject.put(key, value);
        }
    }
}

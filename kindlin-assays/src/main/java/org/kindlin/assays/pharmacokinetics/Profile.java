package org.kindlin.assays.pharmacokinetics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The samples of one subject.
 *
 * @param subject what names it
 * @param group the part of the subject over which summaries are made
 * @param samples by time
 * @param dose in the dose unit, absolute where body weights allow; empty where not stated
 * @param units of everything in it
 */
public record Profile(
        Map<String, String> subject,
        Map<String, String> group,
        List<Sample> samples,
        OptionalDouble dose,
        ExposureUnits units) {

    public Profile {
        subject = Collections.unmodifiableMap(new LinkedHashMap<>(subject));
        group = Collections.unmodifiableMap(new LinkedHashMap<>(group));
        samples = List.copyOf(samples);
    }

    /** The subject in a few words. */
    String label() {
        return subject.isEmpty()
                ? "profile"
                : String.join(
                        ", ",
                        subject.entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .toList());
    }
}

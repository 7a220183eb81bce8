package org.kindlin.assays.proliferation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The events of one culture.
 *
 * @param file it came from
 * @param name of the sample: as the sheet or the file has it
 * @param subject what it is of beside its name, dose and replicate (donor, compound), in order
 * @param dose in the unit of the protocol, where there is one
 * @param replicate name of the replicate; empty for none
 * @param intensities of the dye, on the linear scale, of living events
 * @param viability living share of the events in percent, or as stated; empty where unknown
 */
public record CultureSample(
        String file,
        String name,
        SampleRole role,
        Map<String, String> subject,
        OptionalDouble dose,
        String replicate,
        double[] intensities,
        OptionalDouble viability) {
    public CultureSample {
        subject = Collections.unmodifiableMap(new LinkedHashMap<>(subject));
    }
}

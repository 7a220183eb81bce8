package org.kindlin.assays.growth;

import java.util.OptionalDouble;

/**
 * What was measured on one animal on one day.
 *
 * @param file path of the file it came from
 * @param place where in the file
 * @param day study day
 * @param volume tumour volume in mm3, zero where no tumour could be found; none where none was measured
 * @param weight body weight in g, tumour included; none where it was not weighed
 * @param operator who measured; empty where not stated
 */
public record Reading(
        String file, String place, double day, OptionalDouble volume, OptionalDouble weight, String operator) {

    boolean isMeasurable() {
        return volume.isPresent() && volume.getAsDouble() > 0;
    }

    boolean isUndetectable() {
        return volume.isPresent() && volume.getAsDouble() == 0;
    }
}

package org.kindlin.assays.pharmacokinetics;

import java.util.OptionalDouble;

/**
 * One sample as the file has it.
 *
 * @param time since the dose
 * @param concentration measured; 0 where it is below the limit of quantification
 * @param isBelowLimit whether it is below the limit of quantification
 * @param limit that it lies below, where one is known
 * @param file path of the file
 * @param place where in the file
 */
public record Sample(
        double time, double concentration, boolean isBelowLimit, OptionalDouble limit, String file, String place) {

    /** {@code <0.5}, or the number. */
    String text() {
        if (!isBelowLimit) {
            return Double.toString(concentration);
        }
        return limit.isPresent() ? "<" + limit.getAsDouble() : "below the limit of quantification";
    }
}
